import type { MailOutcome } from './ledger-entry';
import { orderMail, type OrderMail } from './order-mail';
import type { ReadyMail } from './plan-mails';

/** The mail service's answer: accepted, refused for good, or to be tried again. */
export type Delivery =
  | { outcome: 'sent' }
  | { outcome: 'rejected'; reason: string }
  | { outcome: 'retry'; reason: string; because: 'unavailable' | 'throttled' | 'not allowed' };

/** The result of one attempt. Nothing was sent where it is `claimed elsewhere`, `too late` or `stopping`. */
export type SendResult =
  'sent' | 'rejected' | 'delayed' | 'unavailable' | 'claimed elsewhere' | 'too late' | 'stopping';

export interface SendMailNeeds {
  ledger: {
    claim: (mail: { orderId: string; claim: string; leaseMs: number }) => Promise<number | undefined>;
    finish: (mails: { orderId: string; outcome: MailOutcome; reason?: string; claim: string }[]) => Promise<number>;
    postpone: (mails: { orderId: string; delayMs: number; claim: string }[]) => Promise<void>;
  };
  mailer: { send: (to: string, mail: OrderMail) => Promise<Delivery> };
  pace: { take: () => Promise<void>; giveBack: () => void; pause: (milliseconds: number) => void };
  /** Called with each answer of the mail service. */
  onDelivery: (orderId: string, delivery: Delivery) => void;
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

const throttledPauseMs = 1_000;
const recordRetryMs = 250;
const longestRetryMs = 15 * 60_000;

/**
 * Claims a mail, sends it and records the result. It is sent only while twice the longest send is left of the lease,
 * measured on our own clock from before the claim: no other processor can claim it while it may still go out.
 */
export const createSendMail =
  (needs: SendMailNeeds) =>
  async ({ pending: { orderId }, order, buyer }: ReadyMail): Promise<SendResult> => {
    const { ledger, mailer, pace, monotonicMs, leaseMs } = needs;
    await pace.take();
    if (needs.isStopping()) return 'stopping';
    const claim = needs.newId();
    const leaseEndsAtMs = monotonicMs() + leaseMs;
    const attempts = await ledger.claim({ orderId, claim, leaseMs });
    if (attempts === undefined || leaseEndsAtMs - monotonicMs() < 2 * needs.longestSendMs) {
      pace.giveBack();
      return attempts === undefined ? 'claimed elsewhere' : 'too late';
    }

    const delivery = await mailer.send(buyer.email, orderMail({ order, buyerName: buyer.name }));
    needs.onDelivery(orderId, delivery);
    await recordUntilLeaseEnds(needs, { delivery, orderId, claim, attempts, leaseEndsAtMs });
    return resultOf(delivery);
  };

interface Attempt {
  delivery: Delivery;
  orderId: string;
  claim: string;
  attempts: number;
  leaseEndsAtMs: number;
}

/** Retries while the claim is certainly ours: a mail that is not recorded as sent goes out twice. */
async function recordUntilLeaseEnds(needs: SendMailNeeds, attempt: Attempt): Promise<void> {
  for (;;) {
    try {
      await record(needs, attempt);
      return;
    } catch (error) {
      if (needs.isStopping() || needs.monotonicMs() >= attempt.leaseEndsAtMs) throw error;
      await needs.wait(recordRetryMs);
    }
  }
}

async function record({ ledger, pace, random }: SendMailNeeds, attempt: Attempt): Promise<void> {
  const { delivery, orderId, claim, attempts } = attempt;
  switch (delivery.outcome) {
    case 'sent':
      await ledger.finish([{ orderId, claim, outcome: 'sent' }]);
      return;
    case 'rejected':
      await ledger.finish([{ orderId, claim, outcome: 'rejected', reason: delivery.reason }]);
      return;
    case 'retry':
      if (delivery.because === 'throttled') pace.pause(throttledPauseMs);
      await ledger.postpone([{ orderId, claim, delayMs: mailRetryDelayMs(attempts, random()) }]);
  }
}

/** After the first failed attempt half a second to a second, then twice as long each time, at most 15 minutes. */
export const mailRetryDelayMs = (attempts: number, random: number): number =>
  Math.round(Math.min(longestRetryMs, 1_000 * 2 ** (attempts - 1)) * (0.5 + random / 2));

function resultOf(delivery: Delivery): SendResult {
  if (delivery.outcome !== 'retry') return delivery.outcome;
  return delivery.because === 'unavailable' ? 'unavailable' : 'delayed';
}
