import { openEvents } from '../support/event-stream';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { startLoad } from '../support/load';
import { createShop, type Order, type Shop, type User } from '../support/shop';
import { startSystem, type System } from '../support/system';

let system: System;
let shop: Shop;
let buyer: User;

beforeAll(async () => {
  system = await startSystem({ replicas: { order: 2, inventory: 2 } });
  shop = createShop(system.layout);
  buyer = await shop.aUser();
}, 60_000);
afterAll(async () => {
  await expectStockAddsUp(shop);
  await system.stop();
}, 60_000);

test('two replicas of inventory that meet on one product sell each piece once', async () => {
  const productId = await shop.aProduct({ stock: 100 });

  const answers = await Promise.all(Array.from({ length: 250 }, () => shop.place(buyer, [{ productId, quantity: 1 }])));

  expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(150);
});

test('an event stream goes on when the replica that served it is killed', async () => {
  const productId = await shop.aProduct({ stock: 10 });
  await system.terminate('processor');
  const { orderId } = (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order as Order;
  const streams = await Promise.all(
    Array.from({ length: 4 }, () => openEvents(shop.urls[0]!, { orderId, token: buyer.token })),
  );

  await system.kill('order-2');
  await system.start('processor');
  await Promise.all(streams.map(({ ended }) => ended));
  await system.start('order-2');

  for (const { orders } of streams) {
    expect(orders.map(({ status }) => status)).toEqual(['Pending', 'Processed']);
  }
}, 60_000);

test.each(['order-2', 'inventory-2'])(
  'with %s killed the other replica goes on alone',
  async (name) => {
    const productId = await shop.aProduct({ stock: 100_000 });
    const load = startLoad({ shop, buyer, productId });

    await load.more(20);
    await system.kill(name);
    await load.more(60);
    const refusals = await load.stop();
    await system.start(name);

    expect(refusals).toEqual([]);
    const { orders } = await expectStockAddsUp({ ...shop, productIds: new Set([productId]) });
    expect(orders.map(({ _id }) => _id).sort()).toEqual(load.placed.toSorted());
  },
  60_000,
);
