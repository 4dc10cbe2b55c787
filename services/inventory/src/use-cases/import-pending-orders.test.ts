import type { ReserveAnswer } from '@orders/proto/reserve-answer';
import { createImportPendingOrders } from './import-pending-orders';
import type { ReservationRequest } from './change-reservations';

const userId = 'a1b2c3d4e5f6a1b2c3d4e5f6';
const idOf = (digit: number) => `4f3f0f6e-6f0c-4d5e-9b8e-${String(digit).repeat(12)}`;
const order = (digit: number) => ({ orderId: idOf(digit), userId, items: [{ productId: 'a', quantity: 2 }] });

async function* inBatches<T>(...batches: T[][]) {
  yield* await Promise.resolve(batches);
}

function importThat(...answers: ReserveAnswer[]) {
  const reserved: ReservationRequest[] = [];
  const released: string[] = [];
  const importPendingOrders = createImportPendingOrders({
    reserveStock: (requests) => Promise.resolve(requests.map(() => answers[reserved.push(...requests) - 1]!)),
    releaseReservations: (orderIds) => Promise.resolve(void released.push(...orderIds)),
    hash: (text) => `hash of ${text}`,
  });
  return { reserved, released, importPendingOrders };
}

test('a pending order reserves with the body hash that a repeated Place would have', async () => {
  const { reserved, importPendingOrders } = importThat({ outcome: 'held', epoch: 1 });

  const reservations = await importPendingOrders(inBatches([order(1)]));

  expect(reservations).toEqual([{ orderId: idOf(1), outcome: 'held', epoch: 1 }]);
  expect(reserved[0]).toMatchObject({ bodyHash: `hash of ["${userId}",["a",2]]`, deadline: Infinity });
});

test('an order that finds no stock is closed, so that a later run never takes stock for it', async () => {
  const { released, importPendingOrders } = importThat(
    { outcome: 'out of stock', shortages: [{ productId: 'a', requested: 2, available: 1 }] },
    { outcome: 'unknown product', productIds: ['a'] },
    { outcome: 'held', epoch: 1 },
    { outcome: 'closed' },
  );

  const reservations = await importPendingOrders(inBatches([order(1)], [order(2)], [order(3)], [order(4)]));

  expect(reservations.map(({ outcome }) => outcome)).toEqual([
    'out of stock: a (2 requested, 1 available)',
    'unknown product: a',
    'held',
    'closed',
  ]);
  expect(released).toEqual([idOf(1), idOf(2)]);
});

test('an order that cannot be imported is named with its reason and reserves nothing', async () => {
  const { reserved, importPendingOrders } = importThat();

  const reservations = await importPendingOrders(inBatches([{ ...order(1), orderId: 'order-1' }]));

  expect(reservations).toEqual([{ orderId: 'order-1', outcome: 'refused: its id must be a UUID', epoch: 0 }]);
  expect(reserved).toEqual([]);
});
