import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { createShop, type Shop, type User } from '../support/shop';
import { startSystem, type System } from '../support/system';
import { startTcpProxy } from '../support/tcp-proxy';
import { requiredVariable } from '../support/test-database';

let redis: Awaited<ReturnType<typeof startTcpProxy>>;
let system: System;
let shop: Shop;
let buyer: User;

beforeAll(async () => {
  redis = await startTcpProxy({ host: requiredVariable('REDIS_HOST'), port: Number(requiredVariable('REDIS_PORT')) });
  const env = { REDIS_HOST: '127.0.0.1', REDIS_PORT: redis.port, RATE_LIMIT_ORDERS: '1000' };
  system = await startSystem({ env });
  shop = createShop(system.layout);
  buyer = await shop.aUser();
}, 60_000);
afterAll(async () => {
  await expectStockAddsUp(shop);
  await system.stop();
  await redis.stop();
}, 60_000);

const placeAndRead = async (productId: string) => {
  const startedAt = Date.now();
  const placed = await shop.place(buyer, [{ productId, quantity: 1 }]);
  const tookMs = Date.now() - startedAt;
  const order = await shop.untilFinal(buyer, placed.body.order.orderId);
  return { status: placed.status, tookMs, order };
};

test.each<[string, () => Promise<void> | void]>([
  ['gone', () => redis.cut()],
  ['hanging', () => redis.hang()],
])(
  'with Redis %s orders are placed, processed and read',
  async (_how, takeAway) => {
    const productId = await shop.aProduct({ stock: 10 });
    const before = await placeAndRead(productId);

    await takeAway();
    const during = await Promise.all(Array.from({ length: 5 }, () => placeAndRead(productId)));
    const known = await shop.orderOf(buyer, before.order.orderId);
    await redis.stop();
    await redis.restore();
    const after = await placeAndRead(productId);

    expect(known).toEqual(before.order);
    for (const { status, tookMs, order } of [...during, after]) {
      expect([status, order.status]).toEqual([201, 'Processed']);
      expect(tookMs).toBeLessThan(5_000);
    }
    expect(await shop.stockOf(productId)).toBe(3);
  },
  60_000,
);
