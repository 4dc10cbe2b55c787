import { decideRequests } from './decide-requests';
import { productAfter, type Snapshot } from './draft';
import { newProduct, type Product } from './product';
import type { Reservation } from './reservation';
import type { RequestOf, StockRequest } from './stock-request';

const at = new Date('2026-01-01T00:00:00Z');
const euros = (amount: number) => ({ amount, currency: 'EUR' });

const aProduct = (given: Partial<Product> = {}): Product => ({
  ...newProduct({ productId: 'shirt', name: 'Shirt', stock: 1_000_000_000, at }),
  price: 1_999,
  ...given,
});
const reserve = (given: Partial<RequestOf<'reserve'>> = {}): RequestOf<'reserve'> => ({
  kind: 'reserve',
  orderId: 'order',
  items: [{ productId: 'shirt', quantity: 2 }],
  bodyHash: 'hash',
  currency: 'EUR',
  ...given,
});
const stored = (products: Product[], reservations: Reservation[] = []): Snapshot => ({
  products: new Map(products.map((product) => [product.productId, product])),
  reservations: new Map(reservations.map((reservation) => [reservation.orderId, reservation])),
  operations: new Map(),
});
const answersOf = (snapshot: Snapshot, ...requests: StockRequest[]) => decideRequests(requests, snapshot, at).answers;

const jeans = aProduct({ productId: 'jeans', name: 'Jeans', price: 5_990 });
const both = [
  { productId: 'jeans', quantity: 1 },
  { productId: 'shirt', quantity: 2 },
];

test('names and prices are those of the products, and are kept with the stock', () => {
  const { answers, changes } = decideRequests([reserve({ items: both })], stored([aProduct(), jeans]), at);

  const items = [
    { productId: 'jeans', name: 'Jeans', quantity: 1, unitPrice: 5_990 },
    { productId: 'shirt', name: 'Shirt', quantity: 2, unitPrice: 1_999 },
  ];
  expect(answers).toEqual([{ outcome: 'held', epoch: 1, priced: { items, total: euros(9_988) } }]);
  expect(changes.reservations[0]?.after).toMatchObject({ items, currency: 'EUR' });
});

test.each(['held', 'committed'] as const)('a repeated request for a %s order gets the first prices', (state) => {
  const items = [{ productId: 'shirt', name: 'Old shirt', quantity: 2, unitPrice: 1_500 }];
  const reservation: Reservation = { ...aReservation(), items, state };

  const [repeated, withFirst, withPresent] = answersOf(
    stored([aProduct()], [reservation]),
    reserve(),
    reserve({ expectedTotal: euros(3_000) }),
    reserve({ expectedTotal: euros(3_998) }),
  );

  expect(repeated).toEqual({ outcome: 'held', epoch: 4, priced: { items, total: euros(3_000) } });
  expect(withFirst).toEqual(repeated);
  expect(withPresent).toEqual({ outcome: 'price changed', total: euros(3_000) });
});

test('stock that is taken again after an expiry gets the present prices', () => {
  const expired: Reservation = { ...aReservation(), state: 'expired' };

  expect(answersOf(stored([aProduct()], [expired]), reserve())).toMatchObject([
    { outcome: 'held', epoch: 5, priced: { total: euros(3_998) } },
  ]);
});

test.each([
  ['another amount', euros(3_997)],
  ['another currency', { amount: 3_998, currency: 'USD' }],
])('an order that would cost something else than expected takes nothing: %s', (_, expectedTotal) => {
  const { answers, changes } = decideRequests([reserve({ expectedTotal })], stored([aProduct()]), at);

  expect(answers).toEqual([{ outcome: 'price changed', total: euros(3_998) }]);
  expect(changes).toEqual({ products: [], reservations: [], operations: [] });
});

test('an order that costs what is expected is taken', () => {
  expect(answersOf(stored([aProduct()]), reserve({ expectedTotal: euros(3_998) }))).toMatchObject([
    { outcome: 'held' },
  ]);
});

test('a changed price is told before a shortage, and an unknown product before both', () => {
  const expectedTotal = euros(1);
  const soldOut = aProduct({ available: 0 });

  expect(answersOf(stored([soldOut]), reserve({ expectedTotal }))).toMatchObject([{ outcome: 'price changed' }]);
  expect(answersOf(stored([soldOut]), reserve({ expectedTotal, items: both }))).toEqual([
    { outcome: 'unknown product', productIds: ['jeans'] },
  ]);
});

test('an archived product is unknown, but an order that took its stock before is not', () => {
  const archived = aProduct({ archived: true });

  expect(answersOf(stored([archived]), reserve())).toEqual([{ outcome: 'unknown product', productIds: ['shirt'] }]);
  expect(answersOf(stored([archived], [aReservation()]), reserve())).toMatchObject([{ outcome: 'held' }]);
});

test.each([
  [[9_007_199, 991], 'held'],
  [[9_007_199, 992], 'total too large'],
  [[9_007_200, 0], 'total too large'],
  [[100_000_000, 0], 'total too large'],
])('a total is exact or refused: %j', ([billions = 0, rest = 0], outcome) => {
  const products = [aProduct({ price: 1_000_000_000 }), aProduct({ productId: 'hat', price: 254_740_000 + rest })];
  const items = [
    { productId: 'shirt', quantity: billions },
    { productId: 'hat', quantity: 1 },
  ];

  const [answer] = answersOf(stored(products), reserve({ items }));

  expect(answer?.outcome).toBe(outcome);
  if (answer && 'priced' in answer) expect(answer.priced.total).toEqual(euros(Number.MAX_SAFE_INTEGER));
});

test('a price in the middle of a batch is that of the requests before it', () => {
  const reprice: StockRequest = { kind: 'update product', operationId: 'o', productId: 'shirt', price: 5 };
  const totals = answersOf(stored([aProduct()]), reserve({ orderId: 'a' }), reprice, reserve({ orderId: 'b' })).flatMap(
    (answer) => ('priced' in answer ? answer.priced.total.amount : []),
  );

  expect(totals).toEqual([3_998, 10]);
});

test('a move that a price was decided with says so, one that only settles does not', () => {
  const commit: StockRequest = { kind: 'commit', orderId: 'order' };
  const movesOf = (...requests: StockRequest[]) =>
    decideRequests(requests, stored([aProduct({ held: 2 })], [aReservation()]), at).changes.products;

  expect(movesOf(commit)).toEqual([expect.not.objectContaining({ isPriced: true })]);
  expect(movesOf(commit, reserve({ orderId: 'other' }))).toMatchObject([{ isPriced: true }]);
  expect(movesOf(reserve({ orderId: 'other' }), commit)).toMatchObject([{ isPriced: true }]);
  expect(productAfter(movesOf(commit)[0]!)).toMatchObject({ price: 1_999, committed: 2 });
});

const aReservation = (): Reservation => ({
  orderId: 'order',
  items: [{ productId: 'shirt', name: 'Shirt', quantity: 2, unitPrice: 1_999 }],
  currency: 'EUR',
  bodyHash: 'hash',
  state: 'held',
  epoch: 4,
  heldAt: at,
  updatedAt: at,
});
