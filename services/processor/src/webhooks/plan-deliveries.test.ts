import type { OrderJson } from '@orders/proto/order-json';
import type { DueDelivery } from './delivery';
import { planDeliveries } from './plan-deliveries';

const order = (status: OrderJson['status'], facts: Partial<OrderJson> = {}): OrderJson => ({
  orderId: 'o',
  userId: 'u',
  items: [],
  totalAmount: 0,
  total: { amount: 0, currency: 'EUR' },
  status,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:05.000Z',
  ...facts,
});
const due = (facts: Partial<DueDelivery>): DueDelivery => ({
  deliveryId: 'd',
  webhookId: 'w',
  orderId: 'o',
  kind: 'outcome',
  requestId: '',
  traceparent: '',
  failures: 0,
  ageMs: 0,
  ...facts,
});
const all = { events: ['order.placed', 'order.processed', 'order.failed', 'order.cancelled'] as const };
const plan = (delivery: DueDelivery, orders: OrderJson[], events: readonly string[] = all.events) =>
  planDeliveries({ events: events as never }, [delivery], orders);

test.each([
  ['Processed', 'order.processed'],
  ['Failed', 'order.failed'],
  ['Cancelled', 'order.cancelled'],
] as const)('the outcome of a %s order is reported as %s, with the order as it is', (status, type) => {
  const { send, wait, drop } = plan(due({}), [order(status, { reason: 'a reason' })]);

  expect([wait, drop]).toEqual([[], []]);
  expect(send).toMatchObject([{ event: type }]);
  expect(JSON.parse(send[0]!.body)).toEqual({
    type,
    timestamp: '2026-01-01T00:00:05.000Z',
    data: { order: order(status, { reason: 'a reason' }) },
  });
});

test('a placed order is reported as it was when it was placed, whatever it is now', () => {
  const placed = due({ kind: 'placed', event: 'order.placed' });

  const bodies = [
    order('Pending', { updatedAt: '2026-01-01T00:00:00.000Z' }),
    order('Failed', { reason: 'a reason' }),
  ].map((stored) => plan(placed, [stored]).send[0]!.body);

  expect(bodies[1]).toBe(bodies[0]);
  expect(JSON.parse(bodies[0]!)).toMatchObject({ data: { order: { status: 'Pending' } } });
});

test('an outcome waits while its order is pending', () => {
  expect(plan(due({ ageMs: 4_000 }), [order('Pending')])).toEqual({
    send: [],
    wait: [{ deliveryId: 'd', delayMs: 2_000 }],
    drop: [],
  });
});

test('an outcome that the webhook does not name is dropped, but not one that was sent before', () => {
  const events = ['order.failed'];

  expect(plan(due({}), [order('Processed')], events).drop).toEqual(['d']);
  expect(plan(due({ event: 'order.processed' }), [order('Processed')], events).send).toHaveLength(1);
});

test.each(['placed', 'outcome'] as const)(
  'a delivery (%s) of an unknown order waits, and is dropped after a day',
  (kind) => {
    const facts = { kind, ...(kind === 'placed' && { event: 'order.placed' as const }) };

    expect(plan(due({ ...facts, ageMs: 1_000 }), []).wait).toHaveLength(1);
    expect(plan(due({ ...facts, ageMs: 90_000_000 }), []).drop).toEqual(['d']);
  },
);

test('a test needs no order', () => {
  const { send } = plan(due({ kind: 'test', event: 'webhook.test', orderId: 'any' }), []);

  expect(JSON.parse(send[0]!.body)).toMatchObject({ type: 'webhook.test', data: { order: { status: 'Pending' } } });
});
