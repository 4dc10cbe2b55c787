import { InventoryService } from '@orders/proto';
import { parse } from '@orders/shared/parse';
import { catalogued, newProduct } from '../domain/product';
import { requests, toBriefProductMessage, toHeldMessage, toProductMessage } from './inventory-messages';

const orderId = '4f3f0f6e-6f0c-4d5e-9b8e-0123456789AB';
const aReservation = (given: object = {}) => ({
  orderId,
  items: [{ productId: 'prod1', quantity: 1 }],
  bodyHash: 'hash',
  timeoutMs: 0,
  ...given,
});
const described = { price: 0, description: '', imageUrl: '' };
const problemOf = (work: () => unknown): unknown => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { details: { path: string }[] }).details.map(({ path }) => path);
  }
};

test('order ids are converted to lower case', () => {
  const { reservations } = parse(requests.reserve, { reservations: [aReservation()] });

  expect(reservations[0]?.orderId).toBe(orderId.toLowerCase());
});

test('a client that names no size gets the whole catalogue, as briefly as it fits into a message', () => {
  const page = { pageSize: 0, pageToken: '', query: '', includeArchived: false };
  const largest = { description: 'é'.repeat(2_000), imageUrl: '', archived: false, price: 1, revision: 1 };
  const product = { productId: 'p'.repeat(64), name: '名'.repeat(100), available: 1_000_000_000, ...largest };

  const { pageSize } = parse(requests.listProducts, page);
  const answer = { products: Array.from({ length: pageSize }, () => toBriefProductMessage(product)) };

  expect(pageSize).toBe(5_000);
  expect(InventoryService.service.ListProducts.responseSerialize(answer as never).length).toBeLessThan(4 * 1024 * 1024);
});

test('as many reservations are answered as the previous release asks for', () => {
  const orderIds = Array.from({ length: 500 }, (_, place) => `order ${String(place)}`);

  expect(parse(requests.getReservations, { orderIds, readAt: '' }).orderIds).toHaveLength(500);
});

test('text is counted in composed letters, and kept so', () => {
  const decomposed = (length: number) => 'e\u0301'.repeat(length);
  const product = {
    productId: 'prod1',
    name: decomposed(100),
    stock: 1,
    ...described,
    description: decomposed(2_000),
    operationId: 'an-operation',
  };
  const page = { pageSize: 1, pageToken: '', query: decomposed(100), includeArchived: false };

  expect(parse(requests.createProduct, product)).toMatchObject({
    name: 'é'.repeat(100),
    description: 'é'.repeat(2_000),
  });
  expect(parse(requests.listProducts, page).query).toBe('é'.repeat(100));
  expect(parse(requests.createProduct, { ...product, name: '👕'.repeat(100) }).name).toBe('👕'.repeat(100));
  expect(problemOf(() => parse(requests.createProduct, { ...product, name: decomposed(101) }))).toEqual(['name']);
});

test.each([
  ['an order id that is not a UUID', { orderId: 'order-1' }, 'orderId'],
  ['no items', { items: [] }, 'items'],
  ['101 items', { items: Array.from({ length: 101 }, (_, n) => ({ productId: `p${n}`, quantity: 1 })) }, 'items'],
  ['a quantity of 0', { items: [{ productId: 'a', quantity: 0 }] }, 'items.0.quantity'],
  [
    'a quantity past what 100 lines can hold',
    { items: [{ productId: 'a', quantity: 100_000_001 }] },
    'items.0.quantity',
  ],
  ['a negative quantity', { items: [{ productId: 'a', quantity: -1 }] }, 'items.0.quantity'],
  [
    'a product named twice',
    {
      items: [
        { productId: 'a', quantity: 1 },
        { productId: 'a', quantity: 1 },
      ],
    },
    'items',
  ],
  ['no body hash', { bodyHash: '' }, 'bodyHash'],
  ['a negative timeout', { timeoutMs: -1 }, 'timeoutMs'],
])('a reservation with %s is refused', (_, given, path) => {
  const problem = problemOf(() => parse(requests.reserve, { reservations: [aReservation(given)] }));

  expect(problem).toEqual([`reservations.0.${path}`]);
});

test.each([
  ['an id of 65 characters', { productId: 'a'.repeat(65) }, 'productId'],
  ['a space in its id', { productId: 'a b' }, 'productId'],
  ['no name', { name: '' }, 'name'],
  ['a name of 101 characters', { name: 'a'.repeat(101) }, 'name'],
  ['less than no stock', { stock: -1 }, 'stock'],
  ['stock past the limit', { stock: 1_000_000_001 }, 'stock'],
  ['no operation id', { operationId: '' }, 'operationId'],
  ['a price below 0', { price: -1 }, 'price'],
  ['a price past the limit', { price: 1_000_000_001 }, 'price'],
  ['half a cent', { price: 0.5 }, 'price'],
  ['a description of 2,001 characters', { description: 'a'.repeat(2_001) }, 'description'],
  ['an image URL of 2,049 characters', { imageUrl: `/${'a'.repeat(2_048)}` }, 'imageUrl'],
])('a new product with %s is refused', (_, given, path) => {
  const product = { ...described, productId: 'prod1', name: 'Shirt', stock: 0, operationId: 'operation', ...given };

  expect(problemOf(() => parse(requests.createProduct, product))).toEqual([path]);
});

test.each([
  ['no revision', [], undefined],
  ['several revisions', ['3', '9007199254740991'], [3, 9_007_199_254_740_991]],
])('a change of a product that names %s is read', (_, ifRevisions, read) => {
  const change = { productId: 'prod1', archived: true, ifRevisions, operationId: 'operation' };

  expect(parse(requests.updateProduct, change)).toEqual({ ...change, ifRevisions: read });
});

test('times keep their milliseconds', () => {
  const page = { heldBefore: { seconds: '1767225600', nanos: 250_000_000 }, pageSize: 1, pageToken: '', readAt: '' };

  expect(parse(requests.listHeld, page).heldBefore).toEqual(new Date('2026-01-01T00:00:00.250Z'));
});

test('a missing time is refused', () => {
  expect(
    problemOf(() => parse(requests.listHeld, { heldBefore: null, pageSize: 1, pageToken: '', readAt: '' })),
  ).toEqual(['heldBefore']);
});

test('the stock in a message never exceeds what the wire can hold', () => {
  const product = newProduct({ productId: 'a', name: 'A', stock: 3_000_000_000, at: new Date() });

  const message = toProductMessage(catalogued(product));

  expect(message.stock).toBe(1_000_000_000);
});

test('a time in a message keeps its milliseconds', () => {
  const message = toHeldMessage({ orderId: 'a', epoch: 1, heldAt: new Date(1_500) });

  expect(message.heldAt).toEqual({ seconds: 1, nanos: 500_000_000 });
});
