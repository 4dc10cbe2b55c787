const short = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export const Time = ({ at }: { at: string }) => <time dateTime={at}>{short.format(new Date(at))}</time>;
