import { unavailable } from '@orders/shared/errors';
import { planMails, type ReadyMail } from './plan-mails';
import type { Buyer, Order } from './order';
import type { MailEnd, OwedMail } from './owed-mail';
import type { Try } from './send-mail';

export interface SendOwedMailsNeeds {
  ledger: {
    due: (limit: number) => Promise<OwedMail[]>;
    close: (closings: { orderId: string; end: MailEnd; reason: string }[]) => Promise<number>;
    postpone: (postponings: { orderId: string; delayMs: number }[]) => Promise<void>;
  };
  orders: { find: (orderIds: string[]) => Promise<Order[]> };
  buyers: { find: (userIds: string[]) => Promise<Buyer[]> };
  /** Rejects while the mail service is known not to answer. */
  mailerAnswers: () => Promise<unknown>;
  sendMail: (mail: ReadyMail) => Promise<Try>;
  onEnd: (orderId: string, end: MailEnd, reason: string) => void;
  isStopping: () => boolean;
  /** How many mails are in flight at once: as many may repeat after a crash. */
  concurrency: number;
  pageSize: number;
}

/**
 * Sends what is owed, page by page, until nothing is due. Each page leaves no mail due that it has seen, so what has to wait
 * never hides what could go. Rejects when a service that it needs is away; what is owed stays owed.
 */
export const createSendOwedMails = (needs: SendOwedMailsNeeds) => async (): Promise<void> => {
  while (!needs.isStopping()) {
    const page = await needs.ledger.due(needs.pageSize);
    if (page.length === 0) return;
    await needs.mailerAnswers();
    await sendPage(needs, page);
  }
};

async function sendPage(needs: SendOwedMailsNeeds, page: OwedMail[]): Promise<void> {
  const { ledger, onEnd } = needs;
  const orders = await needs.orders.find(page.map(({ orderId }) => orderId));
  const buyers = await findBuyers(needs, orders);
  const plan = planMails(page, orders, buyers);
  const drops = plan.drop.map((drop) => ({ ...drop, end: 'dropped' as const }));
  const rejects = plan.reject.map((reject) => ({ ...reject, end: 'rejected' as const }));

  await Promise.all([ledger.close([...drops, ...rejects]), ledger.postpone(plan.wait)]);
  for (const { orderId, end, reason } of [...drops, ...rejects]) onEnd(orderId, end, reason);
  await sendAll(needs, plan.send);
}

async function findBuyers({ buyers }: SendOwedMailsNeeds, orders: Order[]): Promise<Buyer[]> {
  const settled = orders.filter(({ status }) => status === 'Processed' || status === 'Failed');
  const userIds = [...new Set(settled.map(({ userId }) => userId))];
  return userIds.length > 0 ? buyers.find(userIds) : [];
}

/** A few at a time; with the mail service away the rest is left as it is. */
async function sendAll({ sendMail, isStopping, concurrency }: SendOwedMailsNeeds, mails: ReadyMail[]): Promise<void> {
  const waiting = mails.values();
  const mailer = { isAway: false };
  const sendInTurn = async () => {
    for (const mail of waiting) {
      if (mailer.isAway || isStopping()) return;
      if ((await sendMail(mail)) === 'away') mailer.isAway = true;
    }
  };
  const turns = await Promise.allSettled(Array.from({ length: concurrency }, sendInTurn));
  const failed = turns.find((turn) => turn.status === 'rejected');
  if (failed) throw failed.reason;
  if (mailer.isAway) throw unavailable('the mail service does not answer');
}
