import type { SystemLayout } from './system-layout';
import { requiredVariable } from './test-database';

export interface SentMail {
  Subject: string;
  Source: string;
  Destination: { ToAddresses: string[] };
  Body: { text_part: string; html_part: string };
}

/** The mails that a system sent to LocalStack. */
export async function mailsFrom({ sender }: SystemLayout): Promise<SentMail[]> {
  const response = await fetch(`${requiredVariable('AWS_ENDPOINT_URL')}/_aws/ses?email=${encodeURIComponent(sender)}`);
  const { messages } = (await response.json()) as { messages: SentMail[] };
  return messages;
}

/** Those among them that name an order. */
export const mailsOf = async (layout: SystemLayout, orderId: string): Promise<SentMail[]> =>
  (await mailsFrom(layout)).filter(({ Subject }) => Subject.includes(orderId));
