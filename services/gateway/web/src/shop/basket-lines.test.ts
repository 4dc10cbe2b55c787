import { ApiError } from '../api/api-error';
import type { Basket } from './basket';
import { basketLines, canPlace, totalOf, type Refusal } from './basket-lines';
import type { Product } from './product';
import type { KnownProducts } from './products';

const euro = (amount: number) => ({ amount, currency: 'EUR' });
const aProduct = (productId: string, facts: Partial<Product> = {}): Product => ({
  productId,
  name: productId.toUpperCase(),
  description: '',
  imageUrl: null,
  price: euro(1_000),
  stock: 10,
  archived: false,
  revision: 1,
  ...facts,
});
const aBasket = (quantity: number, unitPrice = euro(1_000)): Basket => ({
  items: [{ productId: 'shirt', quantity, unitPrice }],
  key: 'the-key',
});
const refused = (code: string, details: unknown, key = 'the-key'): Refusal => ({
  key,
  error: new ApiError({ code, message: code, details }),
});
const lineOf = (basket: Basket, product: KnownProducts[string], refusal?: Refusal) =>
  basketLines({ basket, products: { shirt: product }, refusal })[0]!;

test('a line costs its quantity times the present price', () => {
  const lines = basketLines({ basket: aBasket(3), products: { shirt: aProduct('shirt') } });

  expect(lines).toMatchObject([{ name: 'SHIRT', quantity: 3, max: 10, total: euro(3_000) }]);
  expect(totalOf(lines)).toEqual(euro(3_000));
  expect(canPlace(lines)).toBe(true);
});

test('what it costs is not known before its product is', () => {
  expect(totalOf(basketLines({ basket: aBasket(3), products: {} }))).toBeUndefined();
});

test('a line whose price has changed says what it was', () => {
  const line = lineOf(aBasket(1), aProduct('shirt', { price: euro(1_200) }));

  expect(line).toMatchObject({ unitPrice: euro(1_200), previousPrice: euro(1_000) });
  expect(lineOf(aBasket(1), aProduct('shirt')).previousPrice).toBeUndefined();
});

test.each([
  [0, { text: 'Sold out', fix: { label: 'Remove', quantity: 0 } }],
  [2, { text: 'Only 2 left', fix: { label: 'Take 2', quantity: 2 } }],
  [3, undefined],
])('with %d left, three cannot be ordered without a change: %p', (stock, problem) => {
  const lines = basketLines({ basket: aBasket(3), products: { shirt: aProduct('shirt', { stock }) } });

  expect(lines[0]!.problem).toEqual(problem);
  expect(canPlace(lines)).toBe(problem === undefined);
});

test('what a refusal says is newer than what the page knows', () => {
  const short = refused('OUT_OF_STOCK', [{ productId: 'shirt', requested: 3, available: 1 }]);
  const unknown = refused('UNKNOWN_PRODUCT', [{ productId: 'shirt' }]);

  expect(lineOf(aBasket(3), aProduct('shirt'), short).problem?.text).toBe('Only 1 left');
  expect(lineOf(aBasket(3), aProduct('shirt'), unknown).problem?.text).toBe('No longer in the shop');
});

test('a refusal says nothing about another basket', () => {
  const short = refused('OUT_OF_STOCK', [{ productId: 'shirt', requested: 9, available: 1 }], 'the-key-before');

  expect(lineOf(aBasket(3), aProduct('shirt'), short).problem).toBeUndefined();
});

test('a product that is gone can only be removed', () => {
  expect(lineOf(aBasket(3), 'gone').problem?.fix).toEqual({ label: 'Remove', quantity: 0 });
});
