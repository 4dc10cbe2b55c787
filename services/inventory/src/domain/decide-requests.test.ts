import { decideRequests } from './decide-requests';
import { productAfter, type Snapshot } from './draft';
import { newProduct, type MovedUnits, type Product } from './product';
import type { Reservation } from './reservation';
import type { RequestOf, StockRequest } from './stock-request';

const at = new Date('2026-01-01T00:00:00Z');
const earlier = new Date('2025-12-01T00:00:00Z');
const dayMs = 86_400_000;

const reserve = (
  orderId: string,
  quantity: number,
  given: Partial<RequestOf<'reserve'>> = {},
): RequestOf<'reserve'> => ({
  kind: 'reserve',
  orderId,
  items: [{ productId: 'shirt', quantity }],
  bodyHash: 'hash',
  currency: 'EUR',
  ...given,
});
const other = { bodyHash: 'other' };

const priced = (quantity: number, unitPrice = 0, name = 'Shirt') => ({
  items: [{ productId: 'shirt', name, quantity, unitPrice }],
  total: { amount: quantity * unitPrice, currency: 'EUR' },
});

const aProduct = (given: Partial<Product> = {}): Product => ({
  ...newProduct({ productId: 'shirt', name: 'Shirt', stock: 10, at: earlier }),
  revision: 7,
  ...given,
});

const aReservation = (given: Partial<Reservation>): Reservation => ({
  orderId: 'order',
  items: [{ productId: 'shirt', name: 'Shirt', quantity: 2, unitPrice: 0 }],
  bodyHash: 'hash',
  state: 'held',
  epoch: 3,
  heldAt: earlier,
  updatedAt: earlier,
  ...given,
});

const stored = (products: Product[], reservations: Reservation[] = []): Snapshot => ({
  products: new Map(products.map((product) => [product.productId, product])),
  reservations: new Map(reservations.map((reservation) => [reservation.orderId, reservation])),
  operations: new Map(),
});

const places = (product: Product | undefined) => product && [product.available, product.held, product.committed];

/** Where the units of the one product are afterwards. */
function decideOn(snapshot: Snapshot, requests: StockRequest[]) {
  const { answers, changes } = decideRequests(requests, snapshot, at);
  const change = changes.products.find(({ productId }) => productId === 'shirt');
  return {
    answers,
    changes,
    places: places(change ? productAfter(change) : snapshot.products.get('shirt')),
    reservation: changes.reservations.find(({ after }) => after.orderId === 'order')?.after,
  };
}

describe('reserve', () => {
  test('takes stock for a new order id in epoch 1', () => {
    const { answers, places, reservation } = decideOn(stored([aProduct()]), [reserve('order', 4)]);

    expect(answers).toEqual([{ outcome: 'held', epoch: 1, priced: priced(4) }]);
    expect(places).toEqual([6, 4, 0]);
    expect(reservation).toMatchObject({ state: 'held', epoch: 1, heldAt: at, items: [{ quantity: 4 }] });
  });

  test('takes stock again after an expiry, in the next epoch, with the new body and no day to purge it', () => {
    const expired = aReservation({ state: 'expired', purgeAt: at });

    const { answers, places, reservation } = decideOn(stored([aProduct()], [expired]), [reserve('order', 5, other)]);

    expect(answers).toEqual([{ outcome: 'held', epoch: 4, priced: priced(5) }]);
    expect(places).toEqual([5, 5, 0]);
    expect(reservation).toMatchObject({ bodyHash: 'other', items: [{ quantity: 5 }], heldAt: at });
    expect(reservation).not.toHaveProperty('purgeAt');
  });

  test.each(['held', 'committed'] as const)('answers a %s reservation by its body and takes nothing', (state) => {
    const { answers, changes } = decideOn(stored([aProduct()], [aReservation({ state })]), [
      reserve('order', 2),
      reserve('order', 2, other),
    ]);

    expect(answers).toEqual([{ outcome: 'held', epoch: 3, priced: priced(2) }, { outcome: 'differs' }]);
    expect(changes).toEqual({ products: [], reservations: [], operations: [] });
  });

  test('finds a released id closed', () => {
    const { answers, changes } = decideOn(stored([aProduct()], [aReservation({ state: 'released' })]), [
      reserve('order', 2),
    ]);

    expect(answers).toEqual([{ outcome: 'closed' }]);
    expect(changes.products).toEqual([]);
  });

  test('takes the stock of all items or of none, and names every short product', () => {
    const items = [
      { productId: 'shirt', quantity: 1 },
      { productId: 'jeans', quantity: 5 },
      { productId: 'hat', quantity: 9 },
    ];
    const request = reserve('order', 1, { items });
    const jeans = aProduct({ productId: 'jeans', available: 4 });
    const hat = aProduct({ productId: 'hat', available: 0 });

    const { answers, changes } = decideOn(stored([aProduct(), jeans, hat]), [request]);

    expect(answers).toEqual([
      {
        outcome: 'out of stock',
        shortages: [
          { productId: 'jeans', requested: 5, available: 4 },
          { productId: 'hat', requested: 9, available: 0 },
        ],
      },
    ]);
    expect(changes).toEqual({ products: [], reservations: [], operations: [] });
  });

  test('names the unknown products', () => {
    const { answers, changes } = decideOn(stored([]), [reserve('order', 1)]);

    expect(answers).toEqual([{ outcome: 'unknown product', productIds: ['shirt'] }]);
    expect(changes.reservations).toEqual([]);
  });

  test('an order without enough stock does not affect the others of its batch', () => {
    const { answers, places } = decideOn(stored([aProduct()]), [
      reserve('first', 6),
      reserve('short', 5),
      reserve('last', 4),
    ]);

    expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'out of stock', 'held']);
    expect(places).toEqual([0, 10, 0]);
  });

  test('a refusal is not remembered: the same id gets stock once there is some', () => {
    const { answers } = decideOn(stored([aProduct({ available: 1, initial: 1 })]), [
      reserve('order', 2),
      { kind: 'restock product', productId: 'shirt', quantity: 1, operationId: 'restock' },
      reserve('order', 2),
    ]);

    expect(answers.map(({ outcome }) => outcome)).toEqual(['out of stock', 'done', 'held']);
  });

  test('one batch may hold the same order id twice, and takes its stock once', () => {
    const { answers, places, changes } = decideOn(stored([aProduct()]), [reserve('order', 4), reserve('order', 4)]);

    expect(answers).toEqual([
      { outcome: 'held', epoch: 1, priced: priced(4) },
      { outcome: 'held', epoch: 1, priced: priced(4) },
    ]);
    expect(places).toEqual([6, 4, 0]);
    expect(changes.reservations).toHaveLength(1);
  });

  test('one batch may reserve, release and reserve the same id, and finds it closed', () => {
    const { answers, places, reservation } = decideOn(stored([aProduct()]), [
      reserve('order', 4),
      { kind: 'release', orderId: 'order' },
      reserve('order', 4),
    ]);

    expect(answers.map(({ outcome }) => outcome)).toEqual(['held', 'released', 'closed']);
    expect(places).toEqual([10, 0, 0]);
    expect(reservation?.state).toBe('released');
  });
});

describe('commit', () => {
  test('makes a held reservation final by its own items', () => {
    const { answers, places, reservation } = decideOn(
      stored([aProduct({ available: 8, held: 2 })], [aReservation({})]),
      [{ kind: 'commit', orderId: 'order' }],
    );

    expect(answers).toEqual([{ outcome: 'committed' }]);
    expect(places).toEqual([8, 0, 2]);
    expect(reservation).toMatchObject({ state: 'committed', epoch: 3, updatedAt: at });
  });

  test.each<[Reservation['state'], string]>([
    ['committed', 'committed'],
    ['released', 'released'],
    ['expired', 'not held'],
  ])('of a %s reservation answers %s and changes nothing', (state, outcome) => {
    const { answers, changes } = decideOn(stored([aProduct()], [aReservation({ state })]), [
      { kind: 'commit', orderId: 'order' },
    ]);

    expect(answers).toEqual([{ outcome }]);
    expect(changes).toEqual({ products: [], reservations: [], operations: [] });
  });

  test('of an unknown id answers not held and takes nothing', () => {
    const { answers, changes } = decideOn(stored([aProduct()]), [{ kind: 'commit', orderId: 'order' }]);

    expect(answers).toEqual([{ outcome: 'not held' }]);
    expect(changes).toEqual({ products: [], reservations: [], operations: [] });
  });

  test('goes on where a product was deleted by hand', () => {
    const { answers, reservation } = decideOn(stored([], [aReservation({})]), [{ kind: 'commit', orderId: 'order' }]);

    expect(answers).toEqual([{ outcome: 'committed' }]);
    expect(reservation?.state).toBe('committed');
  });
});

describe('release', () => {
  test.each<[Reservation['state'], number[]]>([
    ['held', [10, 1, 3]],
    ['committed', [10, 3, 1]],
    ['expired', [8, 3, 3]],
    ['released', [8, 3, 3]],
  ])('of a %s reservation leaves the stock at %j and the id closed', (state, expected) => {
    const product = aProduct({ available: 8, held: 3, committed: 3 });

    const { answers, places, changes } = decideOn(stored([product], [aReservation({ state })]), [
      { kind: 'release', orderId: 'order' },
    ]);

    expect(answers).toEqual([{ outcome: 'released' }]);
    expect(places).toEqual(expected);
    expect(changes.reservations.map(({ after }) => after.state)).toEqual(state === 'released' ? [] : ['released']);
  });

  test('closes an id that never held anything', () => {
    const { places, reservation } = decideOn(stored([aProduct()]), [{ kind: 'release', orderId: 'order' }]);

    expect(places).toEqual([10, 0, 0]);
    expect(reservation).toMatchObject({ state: 'released', epoch: 0, items: [] });
  });
});

describe('expire', () => {
  const product = aProduct({ available: 8, held: 2 });

  test('gives back the stock of exactly the named epoch', () => {
    const { answers, places, reservation } = decideOn(stored([product], [aReservation({})]), [
      { kind: 'expire', orderId: 'order', epoch: 3 },
    ]);

    expect(answers).toEqual([{ outcome: 'expired' }]);
    expect(places).toEqual([10, 0, 0]);
    expect(reservation?.state).toBe('expired');
  });

  test.each([2, 4])('does not change another epoch (%i)', (epoch) => {
    const { answers, changes } = decideOn(stored([product], [aReservation({})]), [
      { kind: 'expire', orderId: 'order', epoch },
    ]);

    expect(answers).toEqual([{ outcome: 'unchanged' }]);
    expect(changes).toEqual({ products: [], reservations: [], operations: [] });
  });

  test.each(['committed', 'released', 'expired'] as const)('does not change a %s reservation', (state) => {
    const { answers, changes } = decideOn(stored([product], [aReservation({ state })]), [
      { kind: 'expire', orderId: 'order', epoch: 3 },
    ]);

    expect(answers).toEqual([{ outcome: 'unchanged' }]);
    expect(changes).toEqual({ products: [], reservations: [], operations: [] });
  });
});

test.each<StockRequest>([
  { kind: 'commit', orderId: 'order' },
  { kind: 'release', orderId: 'order' },
  { kind: 'expire', orderId: 'order', epoch: 3 },
])('after $kind the reservation is kept longer than a late message (44 days) and a fence (45) can come', (request) => {
  const { reservation } = decideOn(stored([aProduct()], [aReservation({})]), [request]);

  expect(reservation?.purgeAt?.getTime()).toBeGreaterThan(at.getTime() + 45 * dayMs);
});

describe('changes of products', () => {
  const release: StockRequest = { kind: 'release', orderId: 'order' };
  const restock: StockRequest = { kind: 'restock product', productId: 'shirt', quantity: 5, operationId: 'restock' };
  const setStock = (stock: number): StockRequest => ({
    kind: 'update product',
    productId: 'shirt',
    stock,
    operationId: 'set stock',
  });

  test.each<[StockRequest, Reservation['state'], MovedUnits]>([
    [reserve('order', 2), 'expired', { available: -2, held: 2, committed: 0 }],
    [{ kind: 'commit', orderId: 'order' }, 'held', { available: 0, held: -2, committed: 2 }],
    [release, 'held', { available: 2, held: -2, committed: 0 }],
    [release, 'committed', { available: 2, held: 0, committed: -2 }],
    [{ kind: 'expire', orderId: 'order', epoch: 3 }, 'held', { available: 2, held: -2, committed: 0 }],
  ])('$kind moves the units of its items and decides nothing else of the product', (request, state, move) => {
    const before = aProduct({ held: 4, committed: 4 });

    const { changes } = decideOn(stored([before], [aReservation({ state })]), [request]);

    expect(changes.products).toMatchObject([{ productId: 'shirt', before, move }]);
    expect(changes.products[0]).not.toHaveProperty('replace');
  });

  test('moves of one product in one batch add up', () => {
    const before = aProduct({ available: 8, held: 2 });

    const { changes } = decideOn(stored([before], [aReservation({})]), [
      reserve('first', 1),
      { kind: 'commit', orderId: 'order' },
      reserve('second', 3),
    ]);

    expect(changes.products).toMatchObject([{ before, move: { available: -4, held: 2, committed: 2 } }]);
  });

  test('moves that cancel each other out are a move of nothing', () => {
    const { changes } = decideOn(stored([aProduct()]), [reserve('order', 1), release]);

    expect(changes.products).toMatchObject([{ move: { available: 0, held: 0, committed: 0 } }]);
  });

  test.each([
    ['a restock before a move', [restock, reserve('order', 1)], 9],
    ['a restock after a move', [reserve('order', 1), restock], 9],
    ['a restock between moves', [reserve('other', 1), restock, reserve('order', 1), release], 11],
    ['a stock that is set to what it was read as', [setStock(10)], 8],
  ])('%s replaces the product as it was read', (_, requests, revision) => {
    const before = aProduct();

    const { changes } = decideOn(stored([before]), requests);

    expect(changes.products).toEqual([{ productId: 'shirt', before, replace: expect.objectContaining({ revision }) }]);
  });

  test('a product that was created in the batch is stored as the batch leaves it', () => {
    const { changes } = decideOn(stored([]), [
      { kind: 'create product', productId: 'shirt', name: 'Shirt', stock: 3, operationId: 'create' },
      reserve('order', 1),
    ]);

    expect(changes.products).toMatchObject([
      { before: undefined, replace: { productId: 'shirt', available: 2, held: 1, initial: 3, revision: 2 } },
    ]);
  });

  test('a moved product is known with the next revision', () => {
    const { changes } = decideOn(stored([aProduct()]), [reserve('first', 1), reserve('second', 1)]);

    expect(changes.products.map(productAfter)).toMatchObject([{ available: 8, held: 2, revision: 8 }]);
  });
});
