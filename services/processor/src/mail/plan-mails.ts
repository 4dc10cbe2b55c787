import { buyerIsGone, type PendingMail } from './ledger-entry';
import type { MailFacts, Order } from './order-mail';

/** The recipient of an order's mail. */
export interface Buyer {
  userId: string;
  name: string;
  email: string;
}

/** A mail with everything that is needed to write and address it. */
export interface ReadyMail {
  pending: PendingMail;
  order: MailFacts['order'];
  buyer: Buyer;
}

/** What to do with a page of pending mails; each of them is in exactly one list. */
export interface MailPlan {
  send: ReadyMail[];
  /** Their orders were cancelled or do not exist, or their buyers have no account any more. */
  drop: { orderId: string; reason: string }[];
  /** Their orders are not final yet. */
  wait: { orderId: string; delayMs: number }[];
}

/** Sorts pending mails by what the order service and the auth service know about them now. */
export function planMails(page: PendingMail[], orders: Order[], buyers: Buyer[]): MailPlan {
  const orderOf = new Map(orders.map((order) => [order.orderId, order]));
  const buyerOf = new Map(buyers.map((buyer) => [buyer.userId, buyer]));
  const plan: MailPlan = { send: [], drop: [], wait: [] };
  for (const pending of page) {
    const order = orderOf.get(pending.orderId);
    addToPlan(plan, { pending, order, buyer: order && buyerOf.get(order.userId) });
  }
  return plan;
}

interface MailContext {
  pending: PendingMail;
  order: Order | undefined;
  buyer: Buyer | undefined;
}

function addToPlan(plan: MailPlan, context: MailContext): void {
  const { orderId, ageMs } = context.pending;
  switch (context.order?.status) {
    case 'Processed':
    case 'Failed':
      addFinal(plan, context, { ...context.order, status: context.order.status });
      return;
    case 'Cancelled':
      plan.drop.push({ orderId, reason: 'the order was cancelled' });
      return;
    case 'Pending':
      plan.wait.push({ orderId, delayMs: unsettledWaitMs(ageMs) });
      return;
    case undefined:
      if (isAbandoned(ageMs)) plan.drop.push({ orderId, reason: 'there is no such order' });
      else plan.wait.push({ orderId, delayMs: unsettledWaitMs(ageMs) });
  }
}

function addFinal(plan: MailPlan, { pending, buyer }: MailContext, order: MailFacts['order']): void {
  if (buyer?.email) plan.send.push({ pending, order, buyer });
  else plan.drop.push({ orderId: pending.orderId, reason: buyerIsGone });
}

const shortestWaitMs = 500;
const longestWaitMs = 10_000;
const dayMs = 86_400_000;

/** When to look again at a mail or a delivery whose order is not final: the longer it is pending, the later. */
export const unsettledWaitMs = (ageMs: number): number =>
  Math.round(Math.min(longestWaitMs, Math.max(shortestWaitMs, ageMs / 2)));

/** Whether an unknown order will never be stored: stock may be committed a moment before its order is stored. */
export const isAbandoned = (ageMs: number): boolean => ageMs > dayMs;
