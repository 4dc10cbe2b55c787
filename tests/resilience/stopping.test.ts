import { randomUUID } from 'node:crypto';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { breakUnderLoad, useSystem } from '../support/use-system';

const context = useSystem();

test.each(['auth', 'inventory', 'order', 'processor'])(
  '%s exits with 0 within 10 s of SIGTERM under load, and no order is lost',
  async (service) => {
    const { system } = context;

    const end = await breakUnderLoad(context, async () => {
      const ended = await system.terminate(service);
      await system.start(service);
      return ended;
    });

    expect(end.exitCode).toBe(0);
    expect(end.tookMs).toBeLessThan(10_000);
  },
  150_000,
);

test('a gateway that is stopping answers every request that it has begun', async () => {
  const { system, shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 1_000 });
  await shop.place(buyer, [{ productId, quantity: 1 }]);

  const answers = Promise.allSettled(
    Array.from({ length: 40 }, () => shop.place(buyer, [{ productId, quantity: 1 }], { key: randomUUID() })),
  );
  // One more answer means that the requests before it have begun.
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
