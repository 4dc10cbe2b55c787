// Shows the mail that went out for an order, as LocalStack kept it.
import type { Variables } from '../system/env-file.mts';
import { waitUntil } from '../system/wait.mts';

export interface Mail {
  Source: string;
  Destination: { ToAddresses: string[] };
  Subject?: string;
  Body: { text_part: string | null };
}

export async function printMail({ AWS_ENDPOINT_URL: endpoint }: Variables, orderId: string): Promise<void> {
  if (endpoint === undefined || endpoint === '') return;
  let mail: Mail | undefined;
  const isThere = async () => {
    mail = await findMail(endpoint, orderId);
    return mail !== undefined;
  };
  await waitUntil(isThere, { timeoutMs: 20_000 });
  console.log(
    mail === undefined
      ? `\nNo mail for order ${orderId} went out within 20 s: see .run/logs/processor.log.\n`
      : asText(mail),
  );
}

const findMail = async (endpoint: string, orderId: string): Promise<Mail | undefined> =>
  (await listMails(endpoint)).find(({ Subject }) => Subject?.includes(orderId));

/** All mails that LocalStack kept, oldest first. */
export async function listMails(endpoint: string): Promise<Mail[]> {
  const answer = await fetch(new URL('/_aws/ses', endpoint), { signal: AbortSignal.timeout(5_000) });
  const { messages } = (await answer.json()) as { messages: Mail[] };
  return messages;
}

function asText({ Source, Destination, Subject, Body }: Mail): string {
  const text = (Body.text_part ?? '')
    .trim()
    .split('\n')
    .map((line) => `  | ${line}`);
  const head = [
    `From:    ${Source}`,
    `To:      ${Destination.ToAddresses.join(', ')}`,
    `Subject: ${Subject ?? ''}`,
    '',
  ];
  return ['', ...head.map((line) => `  | ${line}`), ...text, ''].join('\n');
}
