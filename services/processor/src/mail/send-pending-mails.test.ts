import type { Order } from './order';
import { createSendOwedMails, type SendOwedMailsNeeds } from './send-pending-mails';
import type { Try } from './send-mail';

const order = (orderId: string, status: Order['status'] = 'Processed'): Order => ({
  orderId,
  userId: 'buyer',
  items: [],
  totalAmount: 0,
  status,
});

/** A ledger in memory: what is tried, ended or put off is not due any more. */
function setting(orders: Order[], changes: Partial<SendOwedMailsNeeds> = {}, outcome: Try = 'sent') {
  const due = new Set(orders.map(({ orderId }) => orderId));
  const tried: string[] = [];
  const ended: string[] = [];
  const flight = { now: 0, most: 0 };
  const needs: SendOwedMailsNeeds = {
    ledger: {
      due: (limit) =>
        Promise.resolve(
          [...due].slice(0, limit).map((orderId) => ({ orderId, requestId: '', traceparent: '', ageMs: 0 })),
        ),
      close: (closings) => {
        for (const { orderId } of closings) due.delete(orderId);
        return Promise.resolve(closings.length);
      },
      postpone: (postponings) => {
        for (const { orderId } of postponings) due.delete(orderId);
        return Promise.resolve();
      },
    },
    orders: { find: (ids) => Promise.resolve(orders.filter(({ orderId }) => ids.includes(orderId))) },
    buyers: { find: () => Promise.resolve([{ userId: 'buyer', name: 'Ada', email: 'ada@example.com' }]) },
    mailerAnswers: () => Promise.resolve(),
    sendMail: async ({ owed: { orderId } }) => {
      flight.now += 1;
      flight.most = Math.max(flight.most, flight.now);
      await new Promise((resolve) => setImmediate(resolve));
      flight.now -= 1;
      due.delete(orderId);
      tried.push(orderId);
      return outcome;
    },
    onEnd: (orderId, end) => ended.push(`${orderId} ${end}`),
    isStopping: () => false,
    concurrency: 10,
    pageSize: 50,
    ...changes,
  };
  return { sendOwedMails: createSendOwedMails(needs), tried, ended, flight };
}

test('a backlog of many pages is sent, each mail once, never more than ten at a time', async () => {
  const orders = Array.from({ length: 175 }, (_, index) => order(String(index)));
  const { sendOwedMails, tried, flight } = setting(orders);

  await sendOwedMails();

  expect(new Set(tried).size).toBe(175);
  expect(tried).toHaveLength(175);
  expect(flight.most).toBe(10);
});

test('entries that have to wait do not hide those behind them', async () => {
  const waiting = Array.from({ length: 120 }, (_, index) => order(`pending ${String(index)}`, 'Pending'));
  const { sendOwedMails, tried } = setting([...waiting, order('ready')]);

  await sendOwedMails();

  expect(tried).toEqual(['ready']);
});

test('the mail of a cancelled order is dropped, not tried', async () => {
  const { sendOwedMails, tried, ended } = setting([order('a', 'Cancelled')]);

  await sendOwedMails();

  expect(ended).toEqual(['a dropped']);
  expect(tried).toEqual([]);
});

test('when the mail service goes away the rest is left as it is, and the run fails', async () => {
  const orders = Array.from({ length: 50 }, (_, index) => order(String(index)));
  const { sendOwedMails, tried } = setting(orders, {}, 'away');

  await expect(sendOwedMails()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(tried).toHaveLength(10);
});

test('while the mail service is known not to answer nothing is tried', async () => {
  const { sendOwedMails, tried } = setting([order('a')], { mailerAnswers: () => Promise.reject(new Error('hangs')) });

  await expect(sendOwedMails()).rejects.toThrow('hangs');
  expect(tried).toEqual([]);
});

test('a process that is stopping begins nothing', async () => {
  const { sendOwedMails, tried } = setting([order('a')], { isStopping: () => true });

  await sendOwedMails();

  expect(tried).toEqual([]);
});
