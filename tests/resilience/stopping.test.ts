import { randomUUID } from 'node:crypto';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { startLoad } from '../support/load';
import { createShop, type Shop, type User } from '../support/shop';
import { startSystem, type System } from '../support/system';

let system: System;
let shop: Shop;
let buyer: User;

beforeAll(async () => {
  system = await startSystem();
  shop = createShop(system.layout);
  buyer = await shop.aUser();
}, 60_000);
afterAll(async () => {
  await system.stop();
}, 60_000);

test.each(['auth', 'inventory', 'order', 'processor'])(
  '%s ends with 0 within 10 s of SIGTERM under load, and nothing is lost',
  async (service) => {
    const productId = await shop.aProduct({ stock: 100_000 });
    const load = startLoad({ shop, buyer, productId });

    await load.more(20);
    const end = await system.terminate(service);
    await system.start(service);
    await load.more(20);
    const refusals = await load.stop();

    expect(end.exitCode).toBe(0);
    expect(end.tookMs).toBeLessThan(10_000);
    expect(refusals).toEqual([]);
    const { orders } = await expectStockAddsUp({ ...shop, productIds: new Set([productId]) }, 20_000);
    expect(orders.map(({ _id }) => _id).sort()).toEqual(load.placed.toSorted());
  },
  90_000,
);

test('a gateway that is told to stop answers every request that it has begun', async () => {
  const productId = await shop.aProduct({ stock: 1_000 });
  await shop.place(buyer, [{ productId, quantity: 1 }]);

  const answers = Promise.allSettled(
    Array.from({ length: 40 }, () => shop.place(buyer, [{ productId, quantity: 1 }], { key: randomUUID() })),
  );
  // One more answer means that its neighbours have been begun too.
  await shop.rest('/api/products');
  const end = await system.terminate('gateway');

  const statuses = (await answers).map((one) => (one.status === 'fulfilled' ? one.value.status : String(one.reason)));
  expect(statuses).toEqual(Array(40).fill(201));
  expect(end.exitCode).toBe(0);
  expect(end.tookMs).toBeLessThan(10_000);
  await system.start('gateway');
  await expectStockAddsUp({ ...shop, productIds: new Set([productId]) });
  expect(await shop.stockOf(productId)).toBe(959);
}, 60_000);
