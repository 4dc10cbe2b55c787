import { pino } from 'pino';
import { createOrderPlacedHandler, parseOrderMessage } from './order-placed-handler';
import type { PlacedOrder, Settlement } from './settle-placed-orders';

const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
const orderIds = ['0c6f5e0a-6f0c-4f5e-9a53-5f1f2c3d4e50', '0c6f5e0a-6f0c-4f5e-9a53-5f1f2c3d4e51'];
const message = (body: string) => ({
  id: 'message',
  body,
  receiveCount: 1,
  context: { requestId: 'request', traceparent, deadline: Infinity },
  sentBy: traceparent,
});
const placed = (orderId = orderIds[0]) => message(JSON.stringify({ type: 'order.placed', version: 1, orderId }));

function handlerWith(settle: (placed: PlacedOrder) => Promise<Settlement>) {
  const alarms: string[] = [];
  const settled: string[] = [];
  const handle = createOrderPlacedHandler({
    settle,
    countSettled: (status) => settled.push(status),
    countAlarm: (kind) => alarms.push(kind),
    log: pino({ level: 'silent' }),
  });
  return { handle, alarms, settled };
}

test('an order is settled with the ids of the request that placed it, and its message is done', async () => {
  const asked: PlacedOrder[] = [];
  const { handle, settled } = handlerWith((order) => {
    asked.push(order);
    return Promise.resolve({ outcome: 'settled', status: 'Processed' });
  });

  expect(await handle([placed()])).toEqual([{ kind: 'done' }]);
  expect(asked).toEqual([{ orderId: orderIds[0], requestId: 'request', traceparent }]);
  expect(settled).toEqual(['Processed']);
});

test('a malformed message is rejected; the others in its batch are settled', async () => {
  const { handle, alarms } = handlerWith(() => Promise.resolve({ outcome: 'settled', status: 'Processed' }));

  const outcomes = await handle([placed(orderIds[0]), message('{'), placed(orderIds[1])]);

  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'reject', 'done']);
  expect(alarms).toEqual(['malformed_message']);
});

test.each([
  ['not held', 'stock_not_held'],
  ['no such order', 'no_such_order'],
] as const)('an order with the outcome "%s" raises an alarm, and its message is rejected', async (outcome, kind) => {
  const { handle, alarms } = handlerWith(() => Promise.resolve({ outcome }));

  expect(await handle([placed()])).toEqual([
    { kind: 'reject', reason: expect.stringContaining('names an order that does not exist') },
  ]);
  expect(alarms).toEqual([kind]);
});

test('an order that was not settled is tried again', async () => {
  const { handle, alarms, settled } = handlerWith(() => Promise.resolve({ outcome: 'unsettled' }));

  expect(await handle([placed()])).toEqual([{ kind: 'retry' }]);
  expect([...alarms, ...settled]).toEqual([]);
});

const [orderId = ''] = orderIds;
const body = (changes: object) => JSON.stringify({ type: 'order.placed', version: 1, orderId, ...changes });

test('only the order id is taken from a message', () => {
  const parsed = parseOrderMessage(body({ items: 'nonsense', totalAmount: -1, added: { later: true } }));

  expect(parsed).toEqual({ orderId });
});

test('an order id in capitals is the same order', () => {
  expect(parseOrderMessage(body({ orderId: orderId.toUpperCase() }))).toEqual({ orderId });
});

test.each([
  ['no JSON', '{"type":'],
  ['nothing', ''],
  ['a JSON string', '"order.placed"'],
  ['null', 'null'],
  ['another type', body({ type: 'order.lost' })],
  ['a version of the future', body({ version: 2 })],
  ['no order id', body({ orderId: undefined })],
  ['an order id that is not one', body({ orderId: '1 or 1' })],
  ['an order id that is an object', body({ orderId: { $ne: '' } })],
])('%s is rejected, and the problem says why', (_, text) => {
  const parsed = parseOrderMessage(text);

  expect(parsed).toEqual({
    problem: expect.stringContaining('not an order.placed or order.cancelled message of version 1'),
  });
});
