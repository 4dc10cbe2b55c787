import { planMails } from './plan-mails';
import type { Order, OrderStatus } from './order';

const owed = (orderId: string, ageMs = 0) => ({ orderId, requestId: 'request', traceparent: 'trace', ageMs });
const order = (orderId: string, status: OrderStatus): Order => ({
  orderId,
  status,
  userId: 'buyer',
  items: [],
  totalAmount: 0,
});
const buyer = { userId: 'buyer', name: 'Ada', email: 'ada@example.com' };
const aDayMs = 86_400_000;

test.each<OrderStatus>(['Processed', 'Failed'])('the mail of a %s order is sent', (status) => {
  const plan = planMails([owed('a')], [order('a', status)], [buyer]);

  expect(plan).toMatchObject({ send: [{ owed: { orderId: 'a' }, buyer, order: { status } }], drop: [], wait: [] });
});

test('the mail of a cancelled order is dropped', () => {
  const plan = planMails([owed('a')], [order('a', 'Cancelled')], [buyer]);

  expect(plan).toEqual({ send: [], reject: [], wait: [], drop: [{ orderId: 'a', reason: 'the order was cancelled' }] });
});

test('a pending order is waited for, the longer it is owed the longer, ten seconds at most', () => {
  const ages = [0, 4_000, aDayMs * 2];
  const plan = planMails(
    ages.map((age, index) => owed(String(index), age)),
    ages.map((_, index) => order(String(index), 'Pending')),
    [buyer],
  );

  expect(plan.wait.map(({ delayMs }) => delayMs)).toEqual([500, 2_000, 10_000]);
  expect(plan).toMatchObject({ send: [], drop: [], reject: [] });
});

test('an order that nobody knows may still be stored; after a day it is given up', () => {
  const plan = planMails([owed('young', 60_000), owed('old', aDayMs + 1)], [], []);

  expect(plan.wait).toEqual([{ orderId: 'young', delayMs: 10_000 }]);
  expect(plan.drop).toEqual([{ orderId: 'old', reason: 'there is no such order' }]);
});

test.each([
  ['gone', []],
  ['without an address', [{ ...buyer, email: '' }]],
])('a buyer who is %s gets no mail, and that is final', (_, buyers) => {
  const plan = planMails([owed('a')], [order('a', 'Processed')], buyers);

  expect(plan.reject).toEqual([{ orderId: 'a', reason: 'the buyer has no account any more' }]);
  expect(plan.send).toEqual([]);
});
