import { productAfter, type Changes, type Snapshot } from '../domain/draft';
import { newProduct, type Product } from '../domain/product';
import type { Reservation } from '../domain/reservation';
import type { StockRequest } from '../domain/stock-request';
import { createRunBatch, type InventoryStore, type Keys } from './run-batch';

const at = new Date('2026-01-01T00:00:00Z');
const shirt = (facts: Partial<Product>): Product => ({
  ...newProduct({ productId: 'shirt', name: 'Shirt', stock: 2, at }),
  ...facts,
});
const reserve = (orderId: string): StockRequest => ({
  kind: 'reserve',
  orderId,
  items: [{ productId: 'shirt', quantity: 1 }],
  bodyHash: 'hash',
  currency: 'EUR',
});

/** A store of one product and guarded writes, whose cache may hold an older product. */
function aStore(product: Product, cached = product) {
  const stored = { product, reservations: new Map<string, Reservation>() };
  const asked: [string, Keys][] = [];
  const look = (how: string, keys: Keys, found: Product): Promise<Snapshot> => {
    asked.push([how, keys]);
    const reservations = new Map([...stored.reservations].filter(([orderId]) => keys.orderIds.includes(orderId)));
    return Promise.resolve({ products: new Map([['shirt', found]]), reservations, operations: new Map() });
  };
  const store: InventoryStore = {
    read: (keys) => look('read', keys, stored.product),
    readCached: (keys) => look('readCached', keys, asked.length === 0 ? cached : stored.product),
    write: ({ products, reservations }: Changes) => {
      if (products.some(({ before }) => before?.revision !== stored.product.revision))
        return Promise.resolve('conflict');
      for (const change of products) stored.product = productAfter(change);
      for (const { after } of reservations) stored.reservations.set(after.orderId, after);
      return Promise.resolve('written');
    },
  };
  const runBatch = createRunBatch({
    store,
    now: () => at,
    backOff: () => Promise.resolve(),
    onConflict: () => undefined,
  });
  const outcomes = async (...requests: StockRequest[]) =>
    (await runBatch(requests.map((request) => ({ request, deadline: Infinity })))).map(({ outcome }) => outcome);
  return { stored, asked, outcomes };
}

test('a cached product that others have changed meanwhile costs an attempt and nothing else', async () => {
  const { stored, asked, outcomes } = aStore(shirt({ available: 1, held: 1, revision: 2 }), shirt({ revision: 1 }));

  expect(await outcomes(reserve('a'), reserve('b'))).toEqual(['held', 'out of stock']);
  expect(stored.product).toMatchObject({ available: 0, held: 2 });
  expect(asked.map(([how]) => how)).toEqual(['readCached', 'read']);
});

test('a refusal is never decided on a cached product', async () => {
  const { outcomes } = aStore(shirt({ revision: 2 }), shirt({ available: 0, held: 2, revision: 1 }));

  expect(await outcomes(reserve('a'))).toEqual(['held']);
});

test('a batch of commits and new orders reads only the reservations of the commits', async () => {
  const { stored, asked, outcomes } = aStore(shirt({ revision: 1 }));
  await outcomes(reserve('a'));

  expect(await outcomes({ kind: 'commit', orderId: 'a' }, reserve('b'))).toEqual(['committed', 'held']);
  expect(asked.slice(1)).toEqual([['readCached', { productIds: ['shirt'], orderIds: ['a'], operationIds: [] }]]);
  expect(stored.product).toMatchObject({ available: 0, held: 1, committed: 1 });
});

test('requests that give stock back or change the catalogue are never decided on cached products', async () => {
  const { asked, outcomes } = aStore(shirt({ revision: 1 }));

  await outcomes(reserve('a'), { kind: 'release', orderId: 'b' });
  await outcomes(reserve('c'), { kind: 'restock product', operationId: 'one', productId: 'shirt', quantity: 1 });

  expect(asked.map(([how]) => how)).toEqual(['read', 'read']);
});
