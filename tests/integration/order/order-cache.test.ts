import { Redis } from 'ioredis';
import { createOrderCache } from '@orders/order/store/order-cache';
import { createRedis } from '@orders/shared/redis';
import { requiredVariable, silentLog } from '../../support/test-database';
import { anOrder } from './an-order';

const redis = new Redis({ host: requiredVariable('REDIS_HOST'), port: Number(requiredVariable('REDIS_PORT')) });
const cache = createOrderCache({ redis, log: silentLog });
afterAll(() => redis.quit());

const settled = (given: Parameters<typeof anOrder>[0] = {}) => anOrder({ status: 'Processed', revision: 2, ...given });

test('a settled order is kept as JSON under its id for 600 seconds', async () => {
  const order = settled();

  await cache.keep([order]);

  expect(await cache.find(order.orderId)).toMatchObject({ orderId: order.orderId, createdAt: order.createdAt });
  const kept = JSON.parse((await redis.get(`order:${order.orderId}`))!);
  expect(kept).toMatchObject({ status: 'Processed' });
  expect(kept).not.toHaveProperty('bodyHash');
  expect(await redis.ttl(`order:${order.orderId}`)).toBeGreaterThan(590);
});

test('a pending order is neither kept nor answered, whoever wrote it', async () => {
  const order = anOrder();
  await cache.keep([order]);
  expect(await redis.exists(`order:${order.orderId}`)).toBe(0);

  await redis.set(`order:${order.orderId}`, JSON.stringify(order));

  expect(await cache.find(order.orderId)).toBeUndefined();
});

test('the total is kept, and an order that the version before kept without its total is a miss', async () => {
  const order = settled();
  const { total, ...withoutTotal } = order;
  await cache.keep([order]);
  expect(await cache.find(order.orderId)).toMatchObject({ total, items: order.items });

  await redis.set(`order:${order.orderId}`, JSON.stringify(withoutTotal));
  expect(await cache.find(order.orderId)).toBeUndefined();

  const items = [{ productId: 'prod1', quantity: 2 }];
  await redis.set(`order:${order.orderId}`, JSON.stringify({ ...withoutTotal, items }));
  expect((await cache.find(order.orderId))?.items).toEqual([
    { productId: 'prod1', name: 'prod1', quantity: 2, unitPrice: 0 },
  ]);
});

test('a slow writer never puts an older revision over a newer one', async () => {
  const order = settled({ revision: 3 });
  await cache.keep([order]);

  await cache.keep([{ ...order, status: 'Failed', revision: 2 }]);

  expect((await cache.find(order.orderId))?.status).toBe('Processed');
});

test('what is no order is a miss, and is written over', async () => {
  const order = settled();
  await redis.set(`order:${order.orderId}`, 'no JSON');
  expect(await cache.find(order.orderId)).toBeUndefined();

  await cache.keep([order]);

  expect((await cache.find(order.orderId))?.orderId).toBe(order.orderId);
});

test('with Redis away a read is a miss and a write is nothing', async () => {
  const away = createRedis({ host: '127.0.0.1', port: 1, log: silentLog });
  away.start();
  const order = settled();
  const helpless = createOrderCache({ redis: away.client, log: silentLog });

  await helpless.keep([order]);

  expect(await helpless.find(order.orderId)).toBeUndefined();
  away.stop();
});
