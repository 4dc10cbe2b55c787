import type { OrderStatus } from '@orders/proto/order-status';
import type { Order } from './order-mail';
import { planMails } from './plan-mails';

const pending = (orderId: string, ageMs = 0) => ({ orderId, requestId: 'request', traceparent: 'trace', ageMs });
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
  const plan = planMails([pending('a')], [order('a', status)], [buyer]);

  expect(plan).toMatchObject({ send: [{ pending: { orderId: 'a' }, buyer, order: { status } }], drop: [], wait: [] });
});

test('the mail of a cancelled order is dropped', () => {
  const plan = planMails([pending('a')], [order('a', 'Cancelled')], [buyer]);

  expect(plan).toEqual({ send: [], wait: [], drop: [{ orderId: 'a', reason: 'the order was cancelled' }] });
});

test('the mail of a pending order waits, longer the older it is, at most ten seconds', () => {
  const ages = [0, 4_000, aDayMs * 2];
  const plan = planMails(
    ages.map((age, index) => pending(String(index), age)),
    ages.map((_, index) => order(String(index), 'Pending')),
    [buyer],
  );

  expect(plan.wait.map(({ delayMs }) => delayMs)).toEqual([500, 2_000, 10_000]);
  expect(plan).toMatchObject({ send: [], drop: [] });
});

test('the mail of an unknown order waits for a day, then it is dropped', () => {
  const plan = planMails([pending('young', 60_000), pending('old', aDayMs + 1)], [], []);

  expect(plan.wait).toEqual([{ orderId: 'young', delayMs: 10_000 }]);
  expect(plan.drop).toEqual([{ orderId: 'old', reason: 'there is no such order' }]);
});

test.each([
  ['gone', []],
  ['without an address', [{ ...buyer, email: '' }]],
])('a buyer who is %s gets no mail, and that is final', (_, buyers) => {
  const plan = planMails([pending('a')], [order('a', 'Processed')], buyers);

  expect(plan.drop).toEqual([{ orderId: 'a', reason: 'the buyer has no account any more' }]);
  expect(plan.send).toEqual([]);
});
