import { mailRetryDelayMs } from './mail-delay';
import type { ReadyMail } from './plan-mails';
import { orderMail, type OrderMail } from './order-mail';
import type { MailEnd } from './owed-mail';

/** What the mail service answered: taken, refused for good, or to be tried again. */
export type Delivery =
  | { outcome: 'sent' }
  | { outcome: 'rejected'; reason: string }
  | { outcome: 'later'; reason: string; because: 'away' | 'too fast' | 'not allowed now' };

/** How a try ended; `lost` and `late` mean that nothing was sent. */
export type Try = 'sent' | 'rejected' | 'delayed' | 'away' | 'lost' | 'late' | 'stopped';

export interface SendMailNeeds {
  ledger: {
    claim: (mail: { orderId: string; claim: string; leaseMs: number }) => Promise<number | undefined>;
    close: (closings: { orderId: string; end: MailEnd; reason?: string; claim: string }[]) => Promise<number>;
    postpone: (postponings: { orderId: string; delayMs: number; claim: string }[]) => Promise<void>;
  };
  mailer: { send: (to: string, mail: OrderMail) => Promise<Delivery> };
  pace: { take: () => Promise<void>; giveBack: () => void; rest: (milliseconds: number) => void };
  /** Hears of each answer of the mail service. */
  report: (orderId: string, delivery: Delivery) => void;
  newId: () => string;
  chance: () => number;
  monotonicMs: () => number;
  wait: (milliseconds: number) => Promise<unknown>;
  isStopping: () => boolean;
  /** How long a claim lasts. */
  leaseMs: number;
  /** The longest that a send may take; far below the lease. */
  longestSendMs: number;
}

const restMs = 1_000;
const betweenMarksMs = 250;

/**
 * Claims a mail, sends it and marks what became of it. It is sent only with twice the longest send left of the lease, by our
 * own clock since before the claim was asked for: so nobody else can claim it while it may still go out.
 */
export const createSendMail =
  (needs: SendMailNeeds) =>
  async ({ owed: { orderId }, order, buyer }: ReadyMail): Promise<Try> => {
    const { ledger, mailer, pace, monotonicMs, leaseMs } = needs;
    await pace.take();
    if (needs.isStopping()) return 'stopped';
    const claim = needs.newId();
    const leaseEndsAtMs = monotonicMs() + leaseMs;
    const attempts = await ledger.claim({ orderId, claim, leaseMs });
    if (attempts === undefined || leaseEndsAtMs - monotonicMs() < 2 * needs.longestSendMs) {
      pace.giveBack();
      return attempts === undefined ? 'lost' : 'late';
    }

    const delivery = await mailer.send(buyer.email, orderMail({ order, buyerName: buyer.name }));
    needs.report(orderId, delivery);
    await mark(needs, { delivery, orderId, claim, attempts, leaseEndsAtMs });
    return tryOf(delivery);
  };

interface Mark {
  delivery: Delivery;
  orderId: string;
  claim: string;
  attempts: number;
  leaseEndsAtMs: number;
}

/** Writes down what became of the mail, again and again while the claim is surely ours: a sent mail must not go out twice. */
async function mark(needs: SendMailNeeds, facts: Mark): Promise<void> {
  for (;;) {
    try {
      await markOnce(needs, facts);
      return;
    } catch (error) {
      if (needs.isStopping() || needs.monotonicMs() >= facts.leaseEndsAtMs) throw error;
      await needs.wait(betweenMarksMs);
    }
  }
}

async function markOnce({ ledger, pace, chance }: SendMailNeeds, facts: Mark): Promise<void> {
  const { delivery, orderId, claim, attempts } = facts;
  switch (delivery.outcome) {
    case 'sent':
      await ledger.close([{ orderId, claim, end: 'sent' }]);
      return;
    case 'rejected':
      await ledger.close([{ orderId, claim, end: 'rejected', reason: delivery.reason }]);
      return;
    case 'later':
      if (delivery.because === 'too fast') pace.rest(restMs);
      await ledger.postpone([{ orderId, claim, delayMs: mailRetryDelayMs(attempts, chance()) }]);
  }
}

function tryOf(delivery: Delivery): Try {
  if (delivery.outcome !== 'later') return delivery.outcome;
  return delivery.because === 'away' ? 'away' : 'delayed';
}
