const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const precise = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

/** A moment where the user is; with its seconds where they matter. */
export const Time = ({ at, isPrecise = false }: { at: string; isPrecise?: boolean }) => {
  const time = new Date(at);
  return (
    <time dateTime={at} title={exact.format(time)}>
      {(isPrecise ? precise : format).format(time)}
    </time>
  );
};
