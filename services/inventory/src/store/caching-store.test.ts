import type { Changes } from '../domain/draft';
import { newProduct, type Product } from '../domain/product';
import type { InventoryStore } from '../use-cases/run-batch';
import { createRememberingStore } from './caching-store';

const at = new Date('2026-01-01T00:00:00Z');
const shirt = (revision: number): Product => ({
  ...newProduct({ productId: 'shirt', name: 'Shirt', stock: 10, at }),
  revision,
});
const keys = { productIds: ['shirt'], orderIds: [], operationIds: [] };
const changeTo = (after: Product): Changes => ({
  products: [{ before: undefined, after }],
  reservations: [],
  operations: [],
});

/** A remembering store on one that notes which products it was really asked for. */
function aStore() {
  const stored = { product: shirt(1), fate: 'written' as 'written' | 'conflict' | 'failure' };
  const asked: string[] = [];
  const store: InventoryStore = {
    read: ({ productIds }, known) => {
      const products = productIds.map((productId) => {
        const product = known?.(productId);
        if (!product) asked.push(productId);
        return [productId, product ?? stored.product] as const;
      });
      return Promise.resolve({ products: new Map(products), reservations: new Map(), operations: new Map() });
    },
    write: ({ products }) => {
      if (stored.fate === 'failure') return Promise.reject(new Error('the database is away'));
      if (stored.fate === 'written') stored.product = products[0]!.after;
      return Promise.resolve(stored.fate);
    },
  };
  let nowMs = 0;
  const remembering = createRememberingStore({ store, monotonicMs: () => nowMs });
  const glimpsed = async () => (await remembering.glance(keys)).products.get('shirt')?.revision;
  return { remembering, stored, asked, glimpsed, pass: (milliseconds: number) => (nowMs += milliseconds) };
}

test('what was just written is not read again for a glance', async () => {
  const { remembering, asked, glimpsed } = aStore();

  await remembering.write(changeTo(shirt(2)));

  expect(await glimpsed()).toBe(2);
  expect(asked).toEqual([]);
});

test('a read is always a read, and a glance then knows what it brought', async () => {
  const { remembering, stored, asked, glimpsed } = aStore();
  await remembering.write(changeTo(shirt(2)));
  stored.product = shirt(3);

  expect((await remembering.read(keys)).products.get('shirt')?.revision).toBe(3);
  expect(asked).toEqual(['shirt']);
  expect(await glimpsed()).toBe(3);
});

test('what was seen long ago is read again', async () => {
  const { remembering, stored, glimpsed, pass } = aStore();
  await remembering.write(changeTo(shirt(2)));
  stored.product = shirt(3);

  pass(5_001);

  expect(await glimpsed()).toBe(3);
});

test('a product that others change too is read each time for a second', async () => {
  const { remembering, stored, asked, glimpsed, pass } = aStore();
  stored.fate = 'conflict';
  await remembering.write(changeTo(shirt(2)));

  await glimpsed();
  await glimpsed();
  expect(asked).toEqual(['shirt', 'shirt']);

  pass(1_001);
  await glimpsed();
  await glimpsed();
  expect(asked).toEqual(['shirt', 'shirt', 'shirt']);
});

test('after a write that failed nothing is sure', async () => {
  const { remembering, stored, glimpsed } = aStore();
  await remembering.write(changeTo(shirt(2)));
  stored.fate = 'failure';
  await remembering.write(changeTo(shirt(3))).catch(() => undefined);
  stored.product = shirt(3);

  expect(await glimpsed()).toBe(3);
});
