import type { MailOutcome } from './ledger-entry';
import { orderMail, type OrderMail } from './order-mail';
import type { ReadyMail } from './plan-mails';

/** The mail service's answer: accepted, refused for good, or to be tried again. */
export type Delivery =
  | { outcome: 'sent' }
  | { outcome: 'rejected'; reason: string }
  | { outcome: 'retry'; reason: string; because: 'unavailable' | 'throttled' | 'not allowed' };

/** The result of one attempt. Nothing was sent where it is `dropped`, `claimed elsewhere`, `too late` or `stopping`. */
export type SendResult =
  'sent' | 'rejected' | 'dropped' | 'delayed' | 'unavailable' | 'claimed elsewhere' | 'too late' | 'stopping';

export interface SendUnderClaimNeeds {
  mailer: { send: (to: string, mail: OrderMail) => Promise<Delivery> };
  pace: { take: () => Promise<void>; giveBack: () => void; pause: (milliseconds: number) => void };
  newId: () => string;
  random: () => number;
  monotonicMs: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
  isStopping: () => boolean;
  /** How long a claim lasts. */
  leaseMs: number;
  /** The longest that a send may take, far below the lease. */
  longestSendMs: number;
}

/** A pending mail, as its ledger claims and ends it. */
export interface ClaimableMail {
  /** The number of claims so far; undefined where another processor was faster. */
  claim: (claim: { claim: string; leaseMs: number }) => Promise<number | undefined>;
  finish: (finished: { claim: string; outcome: MailOutcome; reason?: string }) => Promise<unknown>;
  postpone: (postponed: { claim: string; delayMs: number }) => Promise<void>;
  /** Writes it, under the claim; or says why it is no longer wanted. */
  write: () => Promise<{ to: string; mail: OrderMail } | { unwanted: string }>;
  /** Called with each answer of the mail service. */
  onDelivery: (delivery: Delivery) => void;
}

export interface SendMailNeeds extends SendUnderClaimNeeds {
  ledger: {
    claim: (mail: { orderId: string; claim: string; leaseMs: number }) => Promise<number | undefined>;
    finish: (mails: { orderId: string; outcome: MailOutcome; reason?: string; claim: string }[]) => Promise<number>;
    postpone: (mails: { orderId: string; delayMs: number; claim: string }[]) => Promise<void>;
  };
  /** Called with each answer of the mail service. */
  onDelivery: (orderId: string, delivery: Delivery) => void;
}

const throttledPauseMs = 1_000;
const recordRetryMs = 250;
const longestRetryMs = 15 * 60_000;

/** Claims the mail of an order, sends it and records the result. */
export const createSendMail =
  (needs: SendMailNeeds) =>
  ({ pending: { orderId }, order, buyer }: ReadyMail): Promise<SendResult> =>
    sendUnderClaim(needs, {
      claim: (claim) => needs.ledger.claim({ orderId, ...claim }),
      finish: (finished) => needs.ledger.finish([{ orderId, ...finished }]),
      postpone: (postponed) => needs.ledger.postpone([{ orderId, ...postponed }]),
      write: () => Promise.resolve({ to: buyer.email, mail: orderMail({ order, buyerName: buyer.name }) }),
      onDelivery: (delivery) => needs.onDelivery(orderId, delivery),
    });

/**
 * Claims a mail, sends it and records the result. It is sent only while twice the longest send is left of the lease,
 * measured on our own clock from before the claim: no other processor can claim it while it may still go out.
 */
export async function sendUnderClaim(needs: SendUnderClaimNeeds, pending: ClaimableMail): Promise<SendResult> {
  const { mailer, pace, monotonicMs, leaseMs } = needs;
  await pace.take();
  if (needs.isStopping()) return 'stopping';
  const claim = needs.newId();
  const leaseEndsAtMs = monotonicMs() + leaseMs;
  const attempts = await pending.claim({ claim, leaseMs });
  if (attempts === undefined) {
    pace.giveBack();
    return 'claimed elsewhere';
  }

  const attempt = { pending, claim, attempts, leaseEndsAtMs };
  const written = await writeOrPostpone(needs, attempt);
  const isTooLate = leaseEndsAtMs - monotonicMs() < 2 * needs.longestSendMs;
  if ('unwanted' in written || isTooLate) {
    pace.giveBack();
    if (!('unwanted' in written)) return 'too late';
    await pending.finish({ claim, outcome: 'dropped', reason: written.unwanted });
    return 'dropped';
  }

  const delivery = await mailer.send(written.to, written.mail);
  pending.onDelivery(delivery);
  await recordWithinLease(needs, attempt.leaseEndsAtMs, () => record(needs, attempt, delivery));
  return resultOf(delivery);
}

interface Attempt {
  pending: ClaimableMail;
  claim: string;
  attempts: number;
  leaseEndsAtMs: number;
}

/** A mail that cannot be written now must not stay claimed for as long as one that may be on its way. */
async function writeOrPostpone({ pace, random }: SendUnderClaimNeeds, { pending, claim, attempts }: Attempt) {
  try {
    return await pending.write();
  } catch (error) {
    pace.giveBack();
    await pending.postpone({ claim, delayMs: mailRetryDelayMs(attempts, random()) });
    throw error;
  }
}

type RecordNeeds = Pick<SendUnderClaimNeeds, 'monotonicMs' | 'isStopping' | 'wait'>;

/** Retries `record` while the claim is certainly ours: what is not recorded as sent goes out twice. */
export async function recordWithinLease(
  { monotonicMs, isStopping, wait }: RecordNeeds,
  leaseEndsAtMs: number,
  record: () => Promise<unknown>,
): Promise<void> {
  for (;;) {
    try {
      await record();
      return;
    } catch (error) {
      if (isStopping() || monotonicMs() >= leaseEndsAtMs) throw error;
      await wait(recordRetryMs);
    }
  }
}

async function record({ pace, random }: SendUnderClaimNeeds, attempt: Attempt, delivery: Delivery): Promise<void> {
  const { pending, claim, attempts } = attempt;
  switch (delivery.outcome) {
    case 'sent':
      await pending.finish({ claim, outcome: 'sent' });
      return;
    case 'rejected':
      await pending.finish({ claim, outcome: 'rejected', reason: delivery.reason });
      return;
    case 'retry':
      if (delivery.because === 'throttled') pace.pause(throttledPauseMs);
      await pending.postpone({ claim, delayMs: mailRetryDelayMs(attempts, random()) });
  }
}

/** After the first failed attempt half a second to a second, then twice as long each time, at most 15 minutes. */
export const mailRetryDelayMs = (attempts: number, random: number): number =>
  Math.round(Math.min(longestRetryMs, 1_000 * 2 ** (attempts - 1)) * (0.5 + random / 2));

function resultOf(delivery: Delivery): SendResult {
  if (delivery.outcome !== 'retry') return delivery.outcome;
  return delivery.because === 'unavailable' ? 'unavailable' : 'delayed';
}
