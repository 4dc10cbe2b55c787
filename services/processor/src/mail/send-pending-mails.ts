import { unavailable } from '@orders/shared/errors';
import type { MailOutcome, PendingMail } from './ledger-entry';
import type { DueMail } from './mail-turns';
import type { Order } from './order-mail';
import { planMails, type Buyer, type ReadyMail } from './plan-mails';
import type { SendResult } from './send-mail';

export interface SendPendingMailsNeeds {
  ledger: {
    dueMails: (limit: number) => Promise<DueMail<PendingMail>[]>;
    queueMails: (mails: { orderId: string; userId: string }[]) => Promise<void>;
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
 * Sends pending mails page by page. After each page none of its mails is due, so mails that have to wait never hide those
 * that can be sent. Rejects when a service it needs is unavailable; the mails stay pending.
 */
export const createSendPendingMails = (needs: SendPendingMailsNeeds) => (): Promise<void> => {
  const { ledger, orders } = needs;
  const turns: TurnLedger<PendingMail> = {
    dueMails: (limit) => ledger.dueMails(limit),
    queueMails: async (arrived) =>
      ledger.queueMails(withOwners(arrived, await orders.find(arrived.map(({ orderId }) => orderId)))),
  };
  return sendByPages({ ...needs, ledger: turns, sendPage: (page) => sendPage(needs, page) });
};

/** A ledger whose mails get turns where more are due than go out at once. */
export interface TurnLedger<Mail> {
  /** Those without a turn come first. */
  dueMails: (limit: number) => Promise<DueMail<Mail>[]>;
  /** Gives a turn to each of these mails. */
  queueMails: (arrived: Mail[]) => Promise<void>;
}

interface SendByPagesNeeds<Mail> {
  ledger: TurnLedger<Mail>;
  /** Rejects while the mail service is known to be unavailable. */
  checkMailer: () => Promise<unknown>;
  /** After it none of these mails is due. */
  sendPage: (page: Mail[]) => Promise<void>;
  isStopping: () => boolean;
  pageSize: number;
}

/** Sends all that is due now: a page that is not full is the last one. What is recorded meanwhile wakes the sender again. */
export async function sendByPages<Mail>(needs: SendByPagesNeeds<Mail>): Promise<void> {
  const { checkMailer, isStopping, pageSize } = needs;
  for (let isMore = true; isMore && !isStopping();) {
    const page = await nextPage(needs);
    if (page.length === 0) return;
    await checkMailer();
    await needs.sendPage(page);
    isMore = page.length === pageSize;
  }
}

// As many as the order service answers for at once, and more than a page.
const dueAtOnce = 500;

/** What is due, where that is a page at most; otherwise what is next when users take turns. */
async function nextPage<Mail>({ ledger, isStopping, pageSize }: SendByPagesNeeds<Mail>): Promise<Mail[]> {
  let due = await readDue(ledger);
  const isBacklog = due.arrived.length > pageSize || due.queued.length > 0;
  for (let isMore = isBacklog; isMore && due.arrived.length > 0 && !isStopping();) {
    const { arrived } = due;
    await ledger.queueMails(arrived);
    due = await readDue(ledger);
    // A look that is full of arrivals shows none that has a turn.
    isMore = arrived.length === dueAtOnce;
  }
  // What arrived in the last moment gets its turn before the next page.
  return [...due.queued, ...due.arrived].slice(0, pageSize);
}

async function readDue<Mail>(ledger: TurnLedger<Mail>) {
  const due = await ledger.dueMails(dueAtOnce);
  const arrived = due.filter(({ turn }) => turn === undefined).map(({ mail }) => mail);
  const queued = due.filter(({ turn }) => turn !== undefined).map(({ mail }) => mail);
  return { arrived, queued };
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
