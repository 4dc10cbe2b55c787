import { changeProduct } from './change-product';
import { createDraft, type Snapshot } from './draft';
import { isSound, maxStock, newProduct, type Product } from './product';
import type { ProductRequest } from './stock-request';

const at = new Date('2026-01-01T00:00:00Z');
const operationId = 'operation';
const shirt = (given: Partial<Product> = {}): Product => ({
  ...newProduct({ productId: 'shirt', name: 'Shirt', stock: 10, at }),
  revision: 1,
  ...given,
});
const stored = (...products: Product[]): Snapshot => ({
  products: new Map(products.map((product) => [product.productId, product])),
  reservations: new Map(),
  operations: new Map(),
});

function change(snapshot: Snapshot, ...requests: ProductRequest[]) {
  const draft = createDraft(snapshot);
  const answers = requests.map((request) => changeProduct(draft, request, at));
  return { answers, product: draft.product('shirt'), operations: draft.changes().operations };
}

test('a new product begins with its stock', () => {
  const request = { kind: 'create product', productId: 'shirt', name: 'Shirt', stock: 3, operationId } as const;

  const { answers, product } = change(stored(), request);

  const described = { name: 'Shirt', price: 0, description: '', imageUrl: '', archived: false };
  expect(answers).toEqual([
    { outcome: 'done', product: { productId: 'shirt', ...described, available: 3, revision: 1 } },
  ]);
  expect(product).toMatchObject({ available: 3, initial: 3, held: 0, committed: 0, restocked: 0, adjusted: 0 });
});

test('a product id is taken once', () => {
  const request = { kind: 'create product', productId: 'shirt', name: 'Other', stock: 3, operationId } as const;

  const { answers, product, operations } = change(stored(shirt()), request);

  expect(answers).toEqual([{ outcome: 'product exists' }]);
  expect(product?.name).toBe('Shirt');
  expect(operations).toEqual([]);
});

test('a restock adds to what can be ordered and is recorded', () => {
  const request = { kind: 'restock product', productId: 'shirt', quantity: 5, operationId } as const;

  const { product } = change(stored(shirt({ available: 7, held: 3 })), request);

  expect(product).toMatchObject({ available: 12, held: 3, initial: 10, restocked: 5 });
});

test.each([
  [maxStock - 10, 'done'],
  [maxStock - 9, 'stock limit exceeded'],
])('a restock of %i on 10 is answered: %s', (quantity, outcome) => {
  const { answers } = change(stored(shirt()), { kind: 'restock product', productId: 'shirt', quantity, operationId });

  expect(answers[0]?.outcome).toBe(outcome);
});

test.each([
  [25, 18],
  [0, -7],
])('setting the stock to %i records the difference of %i', (stock, adjusted) => {
  const before = shirt({ available: 7, held: 2, committed: 1 });

  const { product } = change(stored(before), { kind: 'update product', productId: 'shirt', stock, operationId });

  expect(product).toMatchObject({ available: stock, held: 2, committed: 1, adjusted, name: 'Shirt' });
  expect(isSound(product!)).toBe(true);
});

test('a new name does not change the stock', () => {
  const { product } = change(stored(shirt()), { kind: 'update product', productId: 'shirt', name: 'Tee', operationId });

  expect(product).toMatchObject({ name: 'Tee', available: 10, adjusted: 0 });
});

test.each<ProductRequest>([
  { kind: 'update product', productId: 'shirt', name: 'Tee', operationId },
  { kind: 'restock product', productId: 'shirt', quantity: 1, operationId },
])('$kind of an unknown product is refused and not remembered', (request) => {
  const { answers, operations } = change(stored(), request);

  expect(answers).toEqual([{ outcome: 'unknown product' }]);
  expect(operations).toEqual([]);
});

test.each<[ProductRequest, Product[]]>([
  [{ kind: 'create product', productId: 'shirt', name: 'Shirt', stock: 3, operationId }, []],
  [{ kind: 'update product', productId: 'shirt', stock: 3, operationId }, [shirt()]],
  [{ kind: 'restock product', productId: 'shirt', quantity: 3, operationId }, [shirt()]],
])('$kind is done once for an operation id, in one batch and over batches', (request, products) => {
  const first = change(stored(...products), request, request);
  const remembered = new Map(first.operations.map((operation) => [operation.operationId, operation]));
  const later = change({ ...stored(first.product!), operations: remembered }, request);

  expect(first.answers[1]).toEqual(first.answers[0]);
  expect(later.answers[0]).toEqual(first.answers[0]);
  expect(later.product).toEqual(first.product);
});

test.each([
  ['of another request is refused', 'one', 'other', 'operation differs'],
  ['of the same request is answered again', 'one', 'one', 'done'],
  ['that was stored without a hash is answered again', undefined, 'one', 'done'],
])('an operation id %s', (_, first, repeated, outcome) => {
  const restock = { kind: 'restock product', productId: 'shirt', quantity: 5, operationId } as const;
  const withHash = (requestHash: string | undefined) => ({
    ...restock,
    ...(requestHash !== undefined && { requestHash }),
  });

  const { answers, product } = change(stored(shirt()), withHash(first), withHash(repeated));

  expect(answers.map((answer) => answer.outcome)).toEqual(['done', outcome]);
  expect(product).toMatchObject({ available: 15, restocked: 5 });
});

test('a new product has what was described', () => {
  const described = { name: 'Shirt', price: 1_999, description: 'Cotton', imageUrl: '/shirt.svg' };

  const { product } = change(stored(), {
    kind: 'create product',
    productId: 'shirt',
    stock: 3,
    operationId,
    ...described,
  });

  expect(product).toMatchObject({ ...described, archived: false });
});

test.each<Partial<Product>>([{ name: 'Tee' }, { price: 0 }, { description: '' }, { imageUrl: '' }, { archived: true }])(
  'a change of %j leaves all else as it is',
  (described) => {
    const before = shirt({ price: 1_999, description: 'Cotton', imageUrl: '/shirt.svg', held: 2, adjusted: 2 });

    const { product } = change(stored(before), {
      kind: 'update product',
      productId: 'shirt',
      operationId,
      ...described,
    });

    expect(product).toEqual({ ...before, ...described, revision: before.revision + 1 });
  },
);

describe('a condition', () => {
  const rename = (ifRevisions: number[], id = operationId) =>
    ({ kind: 'update product', productId: 'shirt', name: 'Tee', ifRevisions, operationId: id }) as const;

  test.each([
    ['the revision of the product', [7], 'done'],
    ['its revision among others', [5, 7], 'done'],
    ['an earlier revision', [6], 'revision differs'],
  ])('that names %s is answered', (_, ifRevisions, outcome) => {
    const { answers, operations } = change(stored(shirt({ revision: 7 })), rename(ifRevisions));

    expect(answers[0]?.outcome).toBe(outcome);
    expect(operations).toHaveLength(outcome === 'done' ? 1 : 0);
  });

  test('no longer counts for a request that was done', () => {
    const { answers } = change(stored(shirt({ revision: 7 })), rename([7]), rename([7]));

    expect(answers[1]).toEqual(answers[0]);
  });

  test('of two changes at once on one revision lets one pass', () => {
    const { answers } = change(stored(shirt({ revision: 7 })), rename([7], 'first'), rename([7], 'second'));

    expect(answers.map(({ outcome }) => outcome)).toEqual(['done', 'revision differs']);
  });

  test('on a revision that stock has moved from is not met', () => {
    const draft = createDraft(stored(shirt({ revision: 7 })));
    draft.moveUnits({ productId: 'shirt', quantity: 1 }, { from: 'available', to: 'held' });

    expect(changeProduct(draft, rename([7]), at)).toEqual({ outcome: 'revision differs' });
  });
});
