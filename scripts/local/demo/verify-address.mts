// Verifies an address by the mail that LocalStack kept, as its owner would by the link in it.
import { Failure } from '../system/command.mts';
import { waitUntil } from '../system/wait.mts';
import { listMails } from './mail.mts';
import { expectStatus, type Rest } from './rest.mts';

export interface Unverified {
  email: string;
  /** The owner's access token. */
  token: string;
  /** Where LocalStack is. */
  endpoint: string;
}

export async function verifyAddress(rest: Rest, { email, token, endpoint }: Unverified): Promise<void> {
  const before = (await mailedTokens(endpoint, email)).length;
  expectStatus(await rest({ method: 'POST', path: '/api/auth/verify-email/resend', token }), 202);
  let mailed: string | undefined;
  const isMailed = async () => {
    // Only the newest one is good.
    mailed = (await mailedTokens(endpoint, email)).slice(before).at(-1);
    return mailed !== undefined;
  };
  await waitUntil(isMailed, { timeoutMs: 20_000 });
  if (mailed === undefined) throw new Failure(`No mail that verifies ${email} went out: see .run/logs/processor.log.`);
  expectStatus(await rest({ method: 'POST', path: '/api/auth/verify-email', body: { token: mailed } }), 200);
}

async function mailedTokens(endpoint: string, email: string): Promise<string[]> {
  const mails = (await listMails(endpoint)).filter(({ Destination }) => Destination.ToAddresses.includes(email));
  return mails.flatMap(({ Body }) => /verify-email\?token=([\w-]+)/.exec(Body.text_part ?? '')?.[1] ?? []);
}
