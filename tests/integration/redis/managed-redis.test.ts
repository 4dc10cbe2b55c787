import { randomUUID } from 'node:crypto';
import { createOrderCache } from '@orders/order/store/order-cache';
import { eventStreamPlaces } from '@orders/gateway/http/orders/order-events';
import { createStreamPlaces } from '@orders/gateway/http/server/stream-places';
import { createRateLimit } from '@orders/gateway/http/server/rate-limit';
import { createRedis, redisAddress, type RedisAddress } from '@orders/shared/redis';
import { eventually } from '../../support/eventually';
import { silentLog } from '../../support/test-database';
import { anOrder } from '../order/an-order';
import { hasRedisWithTls, password, startRedisServers, username } from './redis-servers';

const describeWithTls = hasRedisWithTls() ? describe : describe.skip;

const unset = { REDIS_HOST: '127.0.0.1', REDIS_PORT: 6_379, REDIS_TLS: false, REDIS_CLUSTER: false };

describeWithTls.each([
  ['one server', 1],
  ['a cluster of three', 3],
])('%s with TLS and a user', (_, count) => {
  let servers: Awaited<ReturnType<typeof startRedisServers>>;
  let address: RedisAddress;
  beforeAll(async () => {
    servers = await startRedisServers(count);
    address = redisAddress({
      ...unset,
      REDIS_URL: `rediss://${username}:${encodeURIComponent(password)}@localhost:${servers.port}`,
      REDIS_TLS_CA: servers.ca,
      REDIS_CLUSTER: count > 1,
    });
  }, 60_000);
  afterAll(() => servers.stop());

  const connected = async (to: RedisAddress, log = silentLog) => {
    const redis = createRedis({ ...to, log });
    redis.start();
    await eventually(() => redis.ping(), 5_000);
    return redis;
  };

  test('orders are cached, on every member', async () => {
    const redis = await connected(address);
    const cache = createOrderCache({ redis: redis.client, log: silentLog });
    const orders = Array.from({ length: 30 }, () => anOrder({ status: 'Processed', revision: 2 }));

    await cache.keep(orders);

    const found = await Promise.all(orders.map(({ orderId }) => cache.find(orderId)));
    expect(found.map((order) => order?.orderId)).toEqual(orders.map(({ orderId }) => orderId));
    const sizes = await Promise.all(servers.clients.map((client) => client.dbsize()));
    expect(sizes.every((size) => size > 0)).toBe(true);
    redis.stop();
  });

  test('replicas of the gateway count a limit together', async () => {
    const [one, other] = await Promise.all([connected(address), connected(address)]);
    const limitAt = ({ client }: typeof one) =>
      createRateLimit({ name: `test-${count}`, points: 2, redis: client, now: Date.now });

    await limitAt(one).consume('a caller');
    await limitAt(other).consume('a caller');

    await expect(limitAt(one).consume('a caller')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    one.stop();
    other.stop();
  });

  test('replicas of the gateway count the event streams of a user together', async () => {
    const [one, other] = await Promise.all([connected(address), connected(address)]);
    const [here, there] = [one, other].map(({ client }) =>
      createStreamPlaces({ redis: client, newId: randomUUID, ...eventStreamPlaces }),
    );
    const userId = randomUUID();
    const untilCounted = (count: number) =>
      eventually(async () => expect(await one.client.zcard(`streams:${userId}`)).toBe(count));
    const expectNoneLeft = async () => {
      await untilCounted(20);
      for (const places of [here!, there!])
        await expect(places.take(userId)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    };

    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index < 5 ? here! : there!).take(userId)),
    );
    await expectNoneLeft();
    taken.pop()!.free();
    await untilCounted(19);
    taken.push(await here!.take(userId));
    await expectNoneLeft();
    await one.client.del(`streams:${userId}`);
    for (const place of taken) place.renew();
    await expectNoneLeft();
    one.stop();
    other.stop();
  });

  test('places for event streams that nobody renews lapse', async () => {
    const [one, other] = await Promise.all([connected(address), connected(address)]);
    const [here, there] = [one, other].map(({ client }) =>
      createStreamPlaces({ redis: client, newId: randomUUID, ...eventStreamPlaces, leaseMs: 1_000 }),
    );
    const userId = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => there!.take(userId)));

    await eventually(() => here!.take(userId), 5_000);
    one.stop();
    other.stop();
  });

  test.each([
    ['a wrong password', { password: 'wrong' }],
    ['no user', { username: undefined, password: undefined }],
    ['an authority that did not sign its certificate', { tls: {} }],
  ])('%s is refused, and nothing of the password is logged', async (__, wrong) => {
    const lines: unknown[] = [];
    const log = { ...silentLog, warn: (...line: unknown[]) => lines.push(line) } as unknown as typeof silentLog;
    const redis = createRedis({ ...address, ...wrong, log });
    redis.start();

    await eventually(() => expect(lines).not.toEqual([]), 5_000);
    await expect(redis.ping()).rejects.toThrow();

    expect(JSON.stringify(lines)).not.toContain('wrong');
    expect(JSON.stringify(lines)).not.toContain(password);
    redis.stop();
  });
});
