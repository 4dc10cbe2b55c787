import { recordWithinLease } from '../mail/send-mail';
import { retryDelayMs } from './delivery';
import type { DeliveryClaim, FinishedAttempt } from './delivery-store';
import type { ReadyDelivery } from './plan-deliveries';
import type { Answer, Post } from './post-to-receiver';
import type { SecretKeys } from './secret-keys';
import { signedHeaders } from './sign-delivery';
import { isInUse, type Receiver } from './webhook';

/** What became of one attempt. Nothing was sent where it is `claimed elsewhere`, `too late` or `stopping`. */
export type AttemptResult = 'delivered' | 'retry' | 'failed' | 'gone' | 'claimed elsewhere' | 'too late' | 'stopping';

export interface AttemptDeliveryNeeds {
  deliveries: {
    claim: (claim: DeliveryClaim) => Promise<boolean>;
    finish: (attempt: FinishedAttempt) => Promise<void>;
  };
  keys: Pick<SecretKeys, 'open'>;
  post: (post: Post) => Promise<Answer>;
  newId: () => string;
  random: () => number;
  now: () => Date;
  monotonicMs: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
  isStopping: () => boolean;
  /** How long a claim lasts. */
  leaseMs: number;
  /** The longest that a request may take, far below the lease. */
  longestPostMs: number;
}

/** Claims a delivery, sends it and records the result, as the mail sender does with a mail. */
export const createAttemptDelivery =
  (needs: AttemptDeliveryNeeds) =>
  async (receiver: Receiver, ready: ReadyDelivery): Promise<AttemptResult> => {
    const { deliveries, monotonicMs, leaseMs } = needs;
    if (needs.isStopping()) return 'stopping';
    const { event, due, body } = ready;
    const { deliveryId } = due;
    // First of all: without the keys nothing is claimed.
    const secrets = secretsOf(needs, receiver);
    const claim = needs.newId();
    const leaseEndsAtMs = monotonicMs() + leaseMs;
    if (!(await deliveries.claim({ deliveryId, event, claim, leaseMs }))) return 'claimed elsewhere';
    if (leaseEndsAtMs - monotonicMs() < 2 * needs.longestPostMs) return 'too late';

    const headers = { ...standardHeaders, ...signedHeaders({ deliveryId, body, secrets, at: needs.now() }) };
    const answer = await needs.post({ url: receiver.url, headers, body });
    const { result, ...end } = judge(answer, { failures: due.failures, random: needs.random() });
    // What was broken off because this process ends is not the receiver's failure.
    const isBrokenOff = needs.isStopping() && 'error' in answer;
    const attempt = isBrokenOff ? ({ status: 'pending', delayMs: 0, isFailure: false } as const) : end;
    await recordWithinLease(needs, leaseEndsAtMs, () => deliveries.finish({ deliveryId, claim, ...attempt }));
    return isBrokenOff ? 'stopping' : result;
  };

const standardHeaders = { 'Content-Type': 'application/json', 'User-Agent': 'order-placing-webhooks/1' };

/** The present secret, and the one before it while that is still valid. */
const secretsOf = ({ keys, now }: AttemptDeliveryNeeds, { webhookId, secrets }: Receiver): string[] =>
  secrets.filter((secret) => isInUse(secret, now())).map((secret) => keys.open(webhookId, secret));

type Judgement = Omit<FinishedAttempt, 'deliveryId' | 'claim'> & { result: AttemptResult };

/** What follows from a receiver's answer. */
export function judge(answer: Answer, { failures, random }: { failures: number; random: number }): Judgement {
  const facts = 'error' in answer ? { lastError: answer.error } : factsOf(answer);
  if ('status' in answer && answer.status >= 200 && answer.status < 300)
    return { ...facts, result: 'delivered', status: 'delivered', isFailure: false };
  if ('status' in answer && answer.status === 410)
    return { ...facts, result: 'gone', status: 'failed', isFailure: true };
  const delayMs = retryDelayMs(failures + 1, random);
  if (delayMs === undefined) return { ...facts, result: 'failed', status: 'failed', isFailure: true };
  return { ...facts, result: 'retry', status: 'pending', delayMs, isFailure: true };
}

function factsOf({ status, response }: { status: number; response: string }) {
  const isSuccess = status >= 200 && status < 300;
  const lastResponse = response === '' ? {} : { lastResponse: response };
  return { lastStatus: status, ...lastResponse, ...(!isSuccess && { lastError: `answered ${String(status)}` }) };
}
