import { parseOrderPlaced } from './parse-order-placed';

const orderId = '0c6f5e0a-6f0c-4f5e-9a53-5f1f2c3d4e5f';
const message = (changes: object) => JSON.stringify({ type: 'order.placed', version: 1, orderId, ...changes });

test('only the order id is taken of what a message says', () => {
  const parsed = parseOrderPlaced(message({ items: 'nonsense', totalAmount: -1, added: { later: true } }));

  expect(parsed).toEqual({ orderId });
});

test('an order id in capitals is the same order', () => {
  expect(parseOrderPlaced(message({ orderId: orderId.toUpperCase() }))).toEqual({ orderId });
});

test.each([
  ['no JSON', '{"type":'],
  ['nothing', ''],
  ['a JSON string', '"order.placed"'],
  ['null', 'null'],
  ['another type', message({ type: 'order.lost' })],
  ['a version of the future', message({ version: 2 })],
  ['no order id', message({ orderId: undefined })],
  ['an order id that is none', message({ orderId: '1 or 1' })],
  ['an order id that is an object', message({ orderId: { $ne: '' } })],
])('%s is not understood, and the problem says why', (_, body) => {
  const parsed = parseOrderPlaced(body);

  expect(parsed).toEqual({ problem: expect.stringContaining('not an order.placed message of version 1') });
});
