import { unavailable } from '@orders/shared/errors';
import { localStackCallMs } from '@orders/shared/time-limits';
import { z } from 'zod';

const localStackMails = z.object({
  messages: z.array(
    z.object({
      Timestamp: z.string(),
      Source: z.string().default(''),
      Subject: z.string().default(''),
      Destination: z.object({ ToAddresses: z.array(z.string()).default([]) }),
      Body: z.object({ text_part: z.string().nullish(), html_part: z.string().nullish() }),
    }),
  ),
});

export interface DevMail {
  sentAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
}

/** The mails that LocalStack received instead of sending them, newest first. */
export const createDevMailbox =
  (endpoint: string) =>
  async ({ orderId, limit }: { orderId?: string; limit: number }): Promise<DevMail[]> => {
    const mails = await readMails(endpoint);
    const matching = mails.filter(({ subject }) => orderId === undefined || subject.includes(orderId));
    return matching.sort((left, right) => Date.parse(right.sentAt) - Date.parse(left.sentAt)).slice(0, limit);
  };

export type DevMailbox = ReturnType<typeof createDevMailbox>;

async function readMails(endpoint: string): Promise<DevMail[]> {
  try {
    const response = await fetch(new URL('/_aws/ses', endpoint), { signal: AbortSignal.timeout(localStackCallMs) });
    const { messages } = localStackMails.parse(await response.json());
    return messages.map(({ Timestamp, Source, Subject, Destination, Body }) => ({
      sentAt: isoTimeOf(Timestamp),
      from: Source,
      to: Destination.ToAddresses,
      subject: Subject,
      text: Body.text_part ?? '',
      html: Body.html_part ?? '',
    }));
  } catch (error) {
    throw unavailable('LocalStack is unavailable', error);
  }
}

// LocalStack leaves the time zone out; it means UTC.
const isoTimeOf = (text: string) => new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`).toISOString();
