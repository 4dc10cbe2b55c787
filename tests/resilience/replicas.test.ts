import { openEvents } from '../support/event-stream';
import type { Order } from '../support/shop';
import { breakUnderLoad, useSystem } from '../support/use-system';

const context = useSystem({ replicas: { order: 2, inventory: 2 } });

test('two replicas of inventory that update one product sell each unit once', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 100 });

  const answers = await Promise.all(Array.from({ length: 250 }, () => shop.place(buyer, [{ productId, quantity: 1 }])));

  expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(150);
});

test('an event stream continues when the replica that served it is killed', async () => {
  const { system, shop, buyer } = context;
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
  'while %s is down the other replica serves all requests',
  async (name) => {
    const { system } = context;

    await breakUnderLoad(context, async (load) => {
      await system.kill(name);
      await load.more(60);
      await system.start(name);
    });
  },
  120_000,
);
