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

test.each(['gateway', 'auth', 'inventory', 'order', 'processor'])(
  'when %s is killed under load and started again, every acknowledged order ends and none is doubled',
  async (service) => {
    const productId = await shop.aProduct({ stock: 100_000 });
    const load = startLoad({ shop, buyer, productId });

    await load.more(20);
    await system.kill(service);
    await system.start(service);
    await load.more(20);
    const refusals = await load.stop();

    expect(refusals).toEqual([]);
    const { orders } = await expectStockAddsUp({ ...shop, productIds: new Set([productId]) }, 100_000);
    expect(orders.map(({ _id }) => _id).sort()).toEqual(load.placed.toSorted());
    expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['Processed']));
    expect(await shop.stockOf(productId)).toBe(100_000 - load.placed.length);
  },
  150_000,
);
