import { orderIdOf, importOrder, type ImportedReservation, type SourceOrder } from './imported-order';

const createdAt = new Date('2020-01-01T00:00:00Z');
const at = new Date('2026-11-01T00:00:00Z');
const hash = (text: string) => `hash of ${text}`;
const source: SourceOrder = {
  orderId: '4f3f0f6e-6f0c-4d5e-9b8e-0123456789ab',
  userId: 'a1b2c3d4e5f6a1b2c3d4e5f6',
  items: [{ productId: 'a', quantity: 2 }],
  totalAmount: 2,
  status: 'Pending',
  createdAt,
};

const imported = (given: Partial<SourceOrder> = {}, reservation?: ImportedReservation) =>
  importOrder({ ...source, ...given }, { reservation, hash, at });
const reasonOf = (outcome: string) => imported({}, { outcome, epoch: 0 });

test('a pending order whose stock is held is kept with its id, age, epoch and the hash of its body', () => {
  expect(imported({}, { outcome: 'held', epoch: 3 })).toEqual({
    outcome: 'open',
    order: {
      ...source,
      items: [{ productId: 'a', name: 'a', quantity: 2, unitPrice: 0 }],
      status: 'Pending',
      updatedAt: createdAt,
      revision: 1,
      bodyHash: `hash of ["${String(source.userId)}",["a",2]]`,
      epoch: 3,
    },
  });
});

test.each([
  ['out of stock: a (2 requested, 1 available)', 'out of stock: a (2 requested, 1 available)'],
  ['unknown product: a', 'unknown product: a'],
  ['closed', 'out of stock'],
])('a pending order that inventory answered with "%s" fails because of "%s"', (outcome, reason) => {
  expect(reasonOf(outcome)).toMatchObject({
    outcome: 'open',
    order: { status: 'Failed', reason, createdAt, updatedAt: at },
  });
});

test('a pending order whose reservation is missing or was not decided is undecided', () => {
  expect(imported()).toEqual({ outcome: 'undecided' });
  expect(reasonOf('timed out')).toEqual({ outcome: 'undecided' });
});

test('an order under whose id stock is reserved for other items is refused', () => {
  expect(reasonOf('differs')).toMatchObject({ outcome: 'refused' });
});

test('an order that became final after its stock was held is pending here, so that the stock is accounted for', () => {
  expect(imported({ status: 'Processed' }, { outcome: 'held', epoch: 1 })).toMatchObject({
    outcome: 'open',
    order: { status: 'Pending', epoch: 1 },
  });
});

test.each(['Processed', 'Failed', 'Cancelled'])('a %s order is kept as it is', (status) => {
  expect(imported({ status })).toMatchObject({
    outcome: 'final',
    order: { orderId: source.orderId, status, totalAmount: 2, createdAt, updatedAt: createdAt },
  });
});

test('items of one product are added up, nothing but product and quantity is kept of them, and they cost nothing', () => {
  const items = [
    { _id: 1, productId: 'b', quantity: 1 },
    { _id: 2, productId: 'a', quantity: 2 },
    { _id: 3, productId: 'b', quantity: 3 },
  ];

  expect(imported({ status: 'Failed', items })).toMatchObject({
    order: {
      items: [
        { productId: 'a', name: 'a', quantity: 2, unitPrice: 0 },
        { productId: 'b', name: 'b', quantity: 4, unitPrice: 0 },
      ],
    },
  });
});

test.each([
  [7, 7],
  [undefined, 2],
  ['7', 2],
  [7.5, 2],
  [-1, 2],
  [2_147_483_648, 2],
])('the total %p is kept as %p', (totalAmount, kept) => {
  expect(imported({ status: 'Failed', totalAmount })).toMatchObject({ order: { totalAmount: kept } });
});

test('ids are kept in lower case, as they are looked up', () => {
  const orderId = String(source.orderId).toUpperCase();
  const userId = String(source.userId).toUpperCase();

  expect(imported({ status: 'Failed', orderId, userId })).toMatchObject({
    order: { orderId: source.orderId, userId: source.userId },
  });
  expect(orderIdOf({ orderId })).toBe(source.orderId);
});

test.each([
  [{ orderId: 'order-1' }, 'UUID'],
  [{ orderId: undefined }, 'UUID'],
  [{ userId: 'bob' }, 'user id'],
  [{ userId: 7 }, 'user id'],
  [{ items: undefined }, 'no items'],
  [{ items: [] }, 'no items'],
  [{ items: [null] }, 'an item'],
  [{ items: [{ productId: '', quantity: 1 }] }, 'an item'],
  [{ items: [{ productId: 'a', quantity: 0 }] }, 'an item'],
  [{ items: [{ productId: 'a', quantity: 1.5 }] }, 'an item'],
  [{ status: 'processed' }, 'status "processed"'],
  [{ status: undefined }, 'status "undefined"'],
])('an order with %j is refused, whatever inventory says', (given, what) => {
  const refused = { outcome: 'refused', reason: expect.stringContaining(what) as string };

  expect(imported(given)).toEqual(refused);
  expect(imported(given, { outcome: 'held', epoch: 1 })).toEqual(refused);
});
