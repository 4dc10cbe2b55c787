import { unavailable } from '@orders/shared/errors';
import type { MailOutcome, PendingMail } from './ledger-entry';
import type { Order } from './order-mail';
import { planMails, type Buyer, type ReadyMail } from './plan-mails';
import type { SendResult } from './send-mail';

export interface SendPendingMailsNeeds {
  ledger: {
    dueMails: (limit: number) => Promise<PendingMail[]>;
    queueMails: (mails: { orderId: string; userId: string }[]) => Promise<void>;
    queuedMails: (limit: number) => Promise<PendingMail[]>;
    finish: (mails: { orderId: string; outcome: MailOutcome; reason: string }[]) => Promise<number>;
    postpone: (mails: { orderId: string; delayMs: number }[]) => Promise<void>;
  };
  orders: { find: (orderIds: string[]) => Promise<Order[]> };
  buyers: { find: (userIds: string[]) => Promise<Buyer[]> };
  /** Rejects while the mail service is known to be unavailable. */
  checkMailer: () => Promise<unknown>;
  sendMail: (mail: ReadyMail) => Promise<SendResult>;
  /** Called with each mail that ended without being sent. */
  onUnsent: (mail: { orderId: string; outcome: MailOutcome; reason: string }) => void;
  isStopping: () => boolean;
  /** How many mails are sent at once, which is how many may go out twice after a crash. */
  concurrency: number;
  pageSize: number;
}

/**
 * Sends pending mails page by page until none is due. After each page none of its mails is due, so mails that have to wait
 * never hide those that can be sent. Rejects when a service it needs is unavailable; the mails stay pending.
 */
export const createSendPendingMails = (needs: SendPendingMailsNeeds) => async (): Promise<void> => {
  const { ledger, orders, pageSize } = needs;
  const turns: TurnLedger<PendingMail> = {
    dueMails: (limit) => ledger.dueMails(limit),
    queueMails: async (arrived) =>
      ledger.queueMails(withOwners(arrived, await orders.find(arrived.map(({ orderId }) => orderId)))),
    queuedMails: (limit) => ledger.queuedMails(limit),
  };
  while (!needs.isStopping()) {
    const page = await nextPage(turns, pageSize);
    if (page.length === 0) return;
    await needs.checkMailer();
    await sendPage(needs, page);
  }
};

// As many as the order service answers for at once.
const arrivalsAtOnce = 500;
const arrivalRounds = 20;

/** A ledger whose mails get turns where more are due than go out at once. */
export interface TurnLedger<Mail> {
  dueMails: (limit: number) => Promise<Mail[]>;
  /** Gives a turn to each of these mails. */
  queueMails: (arrived: Mail[]) => Promise<void>;
  queuedMails: (limit: number) => Promise<Mail[]>;
}

/** What is due, where that is a page at most; otherwise what is next when users take turns. */
export async function nextPage<Mail>(ledger: TurnLedger<Mail>, pageSize: number): Promise<Mail[]> {
  const [due, queued] = await Promise.all([ledger.dueMails(arrivalsAtOnce), ledger.queuedMails(pageSize)]);
  let arrived = due;
  if (queued.length === 0 && arrived.length <= pageSize) return arrived;
  for (let round = 0; arrived.length > 0 && round < arrivalRounds; round += 1) {
    await ledger.queueMails(arrived);
    if (arrived.length < arrivalsAtOnce) break;
    arrived = await ledger.dueMails(arrivalsAtOnce);
  }
  return ledger.queuedMails(pageSize);
}

/** An order that is not stored yet has a turn of its own. */
function withOwners(mails: PendingMail[], orders: Order[]) {
  const userOf = new Map(orders.map(({ orderId, userId }) => [orderId, userId]));
  return mails.map(({ orderId }) => ({ orderId, userId: userOf.get(orderId) ?? orderId }));
}

async function sendPage(needs: SendPendingMailsNeeds, page: PendingMail[]): Promise<void> {
  const { ledger, onUnsent } = needs;
  const orders = await needs.orders.find(page.map(({ orderId }) => orderId));
  const buyers = await findBuyers(needs, orders);
  const plan = planMails(page, orders, buyers);
  const unsent = plan.drop.map((drop) => ({ ...drop, outcome: 'dropped' as const }));

  await Promise.all([ledger.finish(unsent), ledger.postpone(plan.wait)]);
  for (const mail of unsent) onUnsent(mail);
  await sendAll(needs, plan.send);
}

async function findBuyers({ buyers }: SendPendingMailsNeeds, orders: Order[]): Promise<Buyer[]> {
  const settled = orders.filter(({ status }) => status === 'Processed' || status === 'Failed');
  const userIds = [...new Set(settled.map(({ userId }) => userId))];
  return userIds.length > 0 ? buyers.find(userIds) : [];
}

interface SendAllNeeds<Mail> {
  sendMail: (mail: Mail) => Promise<SendResult>;
  isStopping: () => boolean;
  concurrency: number;
}

/** Sends a few at a time and stops at the first sign that the mail service is unavailable. */
export async function sendAll<Mail>(needs: SendAllNeeds<Mail>, mails: Mail[]): Promise<void> {
  const { sendMail, isStopping, concurrency } = needs;
  const waiting = mails.values();
  const mailer = { isUnavailable: false };
  const sendOneByOne = async () => {
    for (const mail of waiting) {
      if (mailer.isUnavailable || isStopping()) return;
      if ((await sendMail(mail)) === 'unavailable') mailer.isUnavailable = true;
    }
  };
  const senders = await Promise.allSettled(Array.from({ length: concurrency }, sendOneByOne));
  const failed = senders.find((sender) => sender.status === 'rejected');
  if (failed) throw failed.reason;
  if (mailer.isUnavailable) throw unavailable('the mail service is unavailable');
}
