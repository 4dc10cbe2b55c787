import type { MailOutcome } from './ledger-entry';
import { orderMail } from './order-mail';
import type { ReadyMail } from './plan-mails';
import { sendUnderClaim, type Delivery, type SendResult, type SendUnderClaimNeeds } from './send-under-claim';

export interface SendMailNeeds extends SendUnderClaimNeeds {
  ledger: {
    claim: (mail: { orderId: string; claim: string; leaseMs: number }) => Promise<number | undefined>;
    finish: (mails: { orderId: string; outcome: MailOutcome; reason?: string; claim: string }[]) => Promise<number>;
    postpone: (mails: { orderId: string; delayMs: number; claim: string }[]) => Promise<void>;
  };
  /** Called with each answer of the mail service. */
  onDelivery: (orderId: string, delivery: Delivery) => void;
}

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
