import { isHopeless, unsettledWaitMs } from './mail-delay';
import type { MailFacts } from './order-mail';
import type { Buyer, Order } from './order';
import type { OwedMail } from './owed-mail';

/** A mail with all that it takes to write and address it. */
export interface ReadyMail {
  owed: OwedMail;
  order: MailFacts['order'];
  buyer: Buyer;
}

/** What to do about a page of owed mails; each of them is in exactly one place. */
export interface MailPlan {
  send: ReadyMail[];
  /** Their orders were cancelled, or never existed. */
  drop: { orderId: string; reason: string }[];
  /** There is nobody to send them to. */
  reject: { orderId: string; reason: string }[];
  /** Their orders have not come to their end. */
  wait: { orderId: string; delayMs: number }[];
}

/** Sorts owed mails by what the order service and the auth service say now. */
export function planMails(page: OwedMail[], orders: Order[], buyers: Buyer[]): MailPlan {
  const orderOf = new Map(orders.map((order) => [order.orderId, order]));
  const buyerOf = new Map(buyers.map((buyer) => [buyer.userId, buyer]));
  const plan: MailPlan = { send: [], drop: [], reject: [], wait: [] };
  for (const owed of page) {
    const order = orderOf.get(owed.orderId);
    place(plan, { owed, order, buyer: order && buyerOf.get(order.userId) });
  }
  return plan;
}

interface Known {
  owed: OwedMail;
  order: Order | undefined;
  buyer: Buyer | undefined;
}

function place(plan: MailPlan, known: Known): void {
  const { orderId, ageMs } = known.owed;
  switch (known.order?.status) {
    case 'Processed':
    case 'Failed':
      placeFinal(plan, known, { ...known.order, status: known.order.status });
      return;
    case 'Cancelled':
      plan.drop.push({ orderId, reason: 'the order was cancelled' });
      return;
    case 'Pending':
      plan.wait.push({ orderId, delayMs: unsettledWaitMs(ageMs) });
      return;
    case undefined:
      if (isHopeless(ageMs)) plan.drop.push({ orderId, reason: 'there is no such order' });
      else plan.wait.push({ orderId, delayMs: unsettledWaitMs(ageMs) });
  }
}

function placeFinal(plan: MailPlan, { owed, buyer }: Known, order: MailFacts['order']): void {
  if (buyer?.email) plan.send.push({ owed, order, buyer });
  else plan.reject.push({ orderId: owed.orderId, reason: 'the buyer has no account any more' });
}
