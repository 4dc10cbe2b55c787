import type { Order } from './order-mail';
import type { SendResult } from './send-mail';
import { createSendPendingMails, type SendPendingMailsNeeds } from './send-pending-mails';

const order = (orderId: string, status: Order['status'] = 'Processed'): Order => ({
  orderId,
  userId: 'buyer',
  items: [],
  totalAmount: 0,
  status,
});

/** A ledger in memory: what is tried, unsent or put off is not due any more. */
function setting(orders: Order[], changes: Partial<SendPendingMailsNeeds> = {}, result: SendResult = 'sent') {
  const due = new Set(orders.map(({ orderId }) => orderId));
  const turns = new Map<string, number>();
  const pendingMail = (orderId: string) => ({ orderId, requestId: '', traceparent: '', ageMs: 0 });
  const tried: string[] = [];
  const unsent: string[] = [];
  const looks: number[] = [];
  const flight = { now: 0, most: 0 };
  const needs: SendPendingMailsNeeds = {
    ledger: {
      dueMails: (limit) => {
        looks.push(limit);
        return Promise.resolve(
          [...due]
            .map((orderId) => ({ mail: pendingMail(orderId), turn: turns.get(orderId) }))
            .sort((left, right) => (left.turn ?? 0) - (right.turn ?? 0))
            .slice(0, limit),
        );
      },
      queueMails: (mails) => {
        for (const { orderId } of mails) turns.set(orderId, turns.size + 1);
        return Promise.resolve();
      },
      finish: (finished) => {
        for (const { orderId } of finished) due.delete(orderId);
        return Promise.resolve(finished.length);
      },
      postpone: (postponed) => {
        for (const { orderId } of postponed) due.delete(orderId);
        return Promise.resolve();
      },
    },
    orders: { find: (ids) => Promise.resolve(orders.filter(({ orderId }) => ids.includes(orderId))) },
    buyers: { find: () => Promise.resolve([{ userId: 'buyer', name: 'Ada', email: 'ada@example.com' }]) },
    checkMailer: () => Promise.resolve(),
    sendMail: async ({ pending: { orderId } }) => {
      flight.now += 1;
      flight.most = Math.max(flight.most, flight.now);
      await new Promise((resolve) => setImmediate(resolve));
      flight.now -= 1;
      due.delete(orderId);
      tried.push(orderId);
      return result;
    },
    onUnsent: ({ orderId, outcome }) => unsent.push(`${orderId} ${outcome}`),
    isStopping: () => false,
    concurrency: 10,
    pageSize: 50,
    ...changes,
  };
  return {
    sendPendingMails: createSendPendingMails(needs),
    ledger: needs.ledger,
    due,
    turns,
    tried,
    unsent,
    looks,
    flight,
  };
}

test('a backlog of many pages is sent, each mail once, never more than ten at a time', async () => {
  const orders = Array.from({ length: 175 }, (_, index) => order(String(index)));
  const { sendPendingMails, tried, flight } = setting(orders);

  await sendPendingMails();

  expect(new Set(tried).size).toBe(175);
  expect(tried).toHaveLength(175);
  expect(flight.most).toBe(10);
});

test('a page that is not full is the last one: it takes one look', async () => {
  const { sendPendingMails, tried, looks } = setting([order('a'), order('b')]);

  await sendPendingMails();

  expect(tried).toEqual(['a', 'b']);
  expect(looks).toHaveLength(1);
});

test('mails that waited for their turn go before those that arrive meanwhile', async () => {
  const orders = Array.from({ length: 60 }, (_, index) => order(String(index)));
  const late = order('late');
  const { sendPendingMails, tried, ledger, due } = setting([...orders, late]);
  due.delete('late');
  const queueMails = ledger.queueMails;
  ledger.queueMails = async (mails) => {
    await queueMails(mails);
    due.add('late');
  };

  await sendPendingMails();

  expect(tried).toHaveLength(61);
  expect(tried.indexOf('late')).toBeGreaterThanOrEqual(50);
});

test('every mail of a large backlog has a turn before the first goes out', async () => {
  const orders = Array.from({ length: 11_000 }, (_, index) => order(String(index)));
  const { sendPendingMails, tried, turns } = setting(orders, { isStopping: () => tried.length >= 1 });

  await sendPendingMails();

  expect(tried.length).toBeGreaterThan(0);
  expect(turns.size).toBe(11_000);
});

test('mails that have to wait do not hide those behind them', async () => {
  const waiting = Array.from({ length: 120 }, (_, index) => order(`pending ${String(index)}`, 'Pending'));
  const { sendPendingMails, tried } = setting([...waiting, order('ready')]);

  await sendPendingMails();

  expect(tried).toEqual(['ready']);
});

test('the mail of a cancelled order is dropped, not tried', async () => {
  const { sendPendingMails, tried, unsent } = setting([order('a', 'Cancelled')]);

  await sendPendingMails();

  expect(unsent).toEqual(['a dropped']);
  expect(tried).toEqual([]);
});

test('once the mail service is unavailable the rest stays pending, and the run fails', async () => {
  const orders = Array.from({ length: 50 }, (_, index) => order(String(index)));
  const { sendPendingMails, tried } = setting(orders, {}, 'unavailable');

  await expect(sendPendingMails()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(tried).toHaveLength(10);
});

test('while the mail service is known to be unavailable nothing is tried', async () => {
  const { sendPendingMails, tried } = setting([order('a')], { checkMailer: () => Promise.reject(new Error('hangs')) });

  await expect(sendPendingMails()).rejects.toThrow('hangs');
  expect(tried).toEqual([]);
});

test('a process that is stopping sends nothing', async () => {
  const { sendPendingMails, tried } = setting([order('a')], { isStopping: () => true });

  await sendPendingMails();

  expect(tried).toEqual([]);
});
