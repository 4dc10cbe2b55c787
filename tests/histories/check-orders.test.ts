import { cancel, list, place, read, rulesOf, shown, stream } from './a-history';
import type { Call } from './call';
import { checkOrders } from './check-orders';

test.each<[string, Call[]]>([
  ['an order is placed, processed and read', [place([0, 10]), read([20, 30], 'Pending'), read([40, 50], 'Processed')]],
  ['two reads at the same time differ', [place([0, 10]), read([20, 50], 'Processed'), read([30, 60], 'Pending')]],
  ['a read at the same time as the place finds nothing', [place([0, 10]), read([5, 30])]],
  [
    'a place without an answer took effect later',
    [place([0, Infinity], { outcome: 'unknown' }), read([20, 30]), place([40, 50])],
  ],
  [
    'a request that is repeated gets the order as it is now',
    [place([0, 10]), place([20, 30], { order: shown('Processed') })],
  ],
  [
    'a cancel without an answer took effect',
    [place([0, 10]), cancel([20, 30], { outcome: 'unknown' }), read([40, 50], 'Cancelled')],
  ],
  [
    'a cancel is too late',
    [place([0, 10]), cancel([20, 30], { outcome: 'refused', code: 'NOT_CANCELLABLE' }), read([40, 50], 'Processed')],
  ],
  ['a list at the same time as the place lacks the order', [place([0, 10]), list([5, 20], [])]],
  [
    'a page ends before an older order',
    [
      place([0, 10]),
      list([20, 30], [shown('Pending', { orderId: 'order 2', createdAt: 2 })], { isLastPage: false }),
      place([15, 16], { key: 'key 2', order: shown('Pending', { orderId: 'order 2', createdAt: 2 }) }),
    ],
  ],
  [
    'a stream shows each state',
    [
      place([0, 10]),
      stream(20, [
        [30, 'Pending', 1],
        [40, 'Processed', 2],
      ]),
    ],
  ],
  ['a stream begins at the end', [place([0, 10]), stream(20, [[30, 'Processed', 2]])]],
  [
    'a key without an answer has an order',
    [
      place([0, 10], { outcome: 'unknown' }),
      place([20, 30], { outcome: 'unknown' }),
      list([40, 50], [shown('Processed')]),
    ],
  ],
])('possible: %s', (_, calls) => {
  expect(checkOrders(calls)).toEqual([]);
});

test.each<[string, string, Call[]]>([
  [
    'a read shows an older state',
    'a read after another',
    [place([0, 10]), read([20, 30], 'Processed'), read([40, 50], 'Pending')],
  ],
  [
    'a list shows an older state',
    'a list after a read',
    [place([0, 10]), read([20, 30], 'Processed'), list([40, 50], [shown('Pending')])],
  ],
  [
    'a stream shows an older state',
    'a stream that begins after a read',
    [place([0, 10]), read([20, 30], 'Processed'), stream(40, [[50, 'Pending', 1]])],
  ],
  ['an acknowledged order is not found', 'a read after the place', [place([0, 10]), read([20, 30])]],
  [
    'an acknowledged order is not found',
    'a cancel after the place',
    [place([0, 10]), cancel([20, 30], { outcome: 'refused', code: 'ORDER_NOT_FOUND' })],
  ],
  ['a list lacks an acknowledged order', 'the whole list after the place', [place([0, 10]), list([20, 30], [])]],
  [
    'a list lacks an acknowledged order',
    'a page that ends with an older order',
    [
      place([0, 10]),
      list([20, 30], [shown('Pending', { orderId: 'order 0', createdAt: 0 })], { isLastPage: false }),
      place([11, 12], { key: 'key 0', order: shown('Pending', { orderId: 'order 0', createdAt: 0 }) }),
    ],
  ],
  ['an order has two ends', 'processed and cancelled', [place([0, 10]), cancel([20, 30]), read([20, 50], 'Processed')]],
  [
    'an order has two ends',
    'too late to cancel and cancelled',
    [place([0, 10]), cancel([20, 30], { outcome: 'refused', code: 'NOT_CANCELLABLE' }), cancel([20, 30])],
  ],
  ['an order exists before it is placed', 'a read before the place', [read([0, 10], 'Pending'), place([20, 30])]],
  [
    'an order ends without a request',
    'a cancel that was not done',
    [place([0, 10]), cancel([20, 30], { outcome: 'not done' }), read([40, 50], 'Cancelled')],
  ],
  ['an order ends without a request', 'nobody failed it', [place([0, 10]), read([40, 50], 'Failed')]],
  [
    'an order is placed although nothing was done',
    'in the list',
    [place([0, 10], { outcome: 'not done', key: undefined }), list([20, 30], [shown('Pending')])],
  ],
  [
    'an order is placed although nothing was done',
    'two orders of one unknown outcome',
    [
      place([0, 10], { outcome: 'unknown', key: undefined }),
      list([20, 30], [shown('Pending'), shown('Pending', { orderId: 'order 2' })]),
    ],
  ],
  [
    'items or prices change',
    'another price',
    [
      place([0, 10]),
      place([20, 30], { order: shown('Pending', { items: [{ productId: 'shirt', quantity: 2, unitPrice: 6 }] }) }),
    ],
  ],
  [
    'a stream repeats or skips a state',
    'a revision twice',
    [
      place([0, 10]),
      stream(20, [
        [30, 'Pending', 1],
        [40, 'Pending', 1],
      ]),
    ],
  ],
  [
    'a key has two orders',
    'another id',
    [place([0, 10]), place([20, 30], { order: shown('Pending', { orderId: 'order 2' }) })],
  ],
])('finds: %s (%s)', (rule, _, calls) => {
  expect(rulesOf(checkOrders(calls))).toContain(rule);
});

test('shows the fewest calls that contradict each other', () => {
  const [violation] = checkOrders([
    place([0, 10]),
    read([12, 14], 'Pending'),
    read([20, 30], 'Processed'),
    read([32, 34], 'Processed'),
    read([40, 50], 'Pending'),
  ]);

  expect(violation?.calls.map(({ kind, start }) => [kind, start])).toEqual([
    ['place', 0],
    ['read', 20],
    ['read', 40],
  ]);
});
