import { productAfter, type Changes } from '../domain/draft';
import { newProduct, type Product } from '../domain/product';
import type { InventoryStore } from '../use-cases/run-batch';
import { createCachingStore } from './caching-store';

const at = new Date('2026-01-01T00:00:00Z');
const shirt = (revision: number): Product => ({
  ...newProduct({ productId: 'shirt', name: 'Shirt', stock: 10, at }),
  revision,
});
const keys = { productIds: ['shirt'], orderIds: [], operationIds: [] };
const changeTo = (after: Product): Changes => ({
  products: [{ productId: 'shirt', before: undefined, replace: after }],
  reservations: [],
  operations: [],
});

/** A caching store on one that records which products it was really asked for. */
function aStore() {
  const stored = { product: shirt(1), fate: 'written' as 'written' | 'conflict' | 'failure' };
  const asked: string[] = [];
  const store: InventoryStore = {
    read: ({ productIds }, cachedProduct) => {
      const products = productIds.map((productId) => {
        const product = cachedProduct?.(productId);
        if (!product) asked.push(productId);
        return [productId, product ?? stored.product] as const;
      });
      return Promise.resolve({ products: new Map(products), reservations: new Map(), operations: new Map() });
    },
    write: ({ products }) => {
      if (stored.fate === 'failure') return Promise.reject(new Error('the database is unavailable'));
      if (stored.fate === 'written') stored.product = productAfter(products[0]!);
      return Promise.resolve(stored.fate);
    },
  };
  let nowMs = 0;
  const caching = createCachingStore({ store, monotonicMs: () => nowMs });
  const cachedRevision = async () => (await caching.readCached(keys)).products.get('shirt')?.revision;
  return { caching, stored, asked, cachedRevision, pass: (milliseconds: number) => (nowMs += milliseconds) };
}

test('a product that was just written is not read again', async () => {
  const { caching, asked, cachedRevision } = aStore();

  await caching.write(changeTo(shirt(2)));

  expect(await cachedRevision()).toBe(2);
  expect(asked).toEqual([]);
});

test('a read always asks the store, and caches what it returned', async () => {
  const { caching, stored, asked, cachedRevision } = aStore();
  await caching.write(changeTo(shirt(2)));
  stored.product = shirt(3);

  expect((await caching.read(keys)).products.get('shirt')?.revision).toBe(3);
  expect(asked).toEqual(['shirt']);
  expect(await cachedRevision()).toBe(3);
});

test('a cached product expires after five seconds', async () => {
  const { caching, stored, cachedRevision, pass } = aStore();
  await caching.write(changeTo(shirt(2)));
  stored.product = shirt(3);

  pass(5_001);

  expect(await cachedRevision()).toBe(3);
});

test('a product whose write met another one is read each time for a second', async () => {
  const { caching, stored, asked, cachedRevision, pass } = aStore();
  stored.fate = 'conflict';
  await caching.write(changeTo(shirt(2)));

  await cachedRevision();
  await cachedRevision();
  expect(asked).toEqual(['shirt', 'shirt']);

  pass(1_001);
  await cachedRevision();
  await cachedRevision();
  expect(asked).toEqual(['shirt', 'shirt', 'shirt']);
});

test('a failed write removes its products from the cache', async () => {
  const { caching, stored, cachedRevision } = aStore();
  await caching.write(changeTo(shirt(2)));
  stored.fate = 'failure';
  await caching.write(changeTo(shirt(3))).catch(() => undefined);
  stored.product = shirt(3);

  expect(await cachedRevision()).toBe(3);
});
