import { eventually } from './eventually';
import { mailsFrom, type SentMail } from './mails';
import type { SystemLayout } from './system-layout';

/** The mails to an address whose subject contains a text, oldest first. */
export const mailsTo = async (layout: SystemLayout, address: string, subject: string): Promise<SentMail[]> =>
  (await mailsFrom(layout)).filter(
    ({ Destination, Subject }) => Destination.ToAddresses.includes(address) && Subject.includes(subject),
  );

/** Waits until so many have arrived, and answers the token in the link of the last one. */
export async function mailedToken(layout: SystemLayout, address: string, [subject, count = 1]: [string, number?]) {
  let mails: SentMail[] = [];
  await eventually(async () => {
    mails = await mailsTo(layout, address, subject);
    expect(mails).toHaveLength(count);
  }, 15_000);
  const [, token = ''] = /\?token=([\w-]+)/.exec(mails.at(-1)!.Body.text_part) ?? [];
  expect(mails.at(-1)!.Body.html_part).toContain(token);
  return token;
}
