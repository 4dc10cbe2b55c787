import { eventually } from '../support/eventually';
import { openEvents } from '../support/event-stream';
import type { Order } from '../support/shop';
import { startTcpProxy } from '../support/tcp-proxy';
import { requiredVariable } from '../support/test-database';
import { useSystem } from '../support/use-system';

let redis: Awaited<ReturnType<typeof startTcpProxy>>;
const context = useSystem(async () => {
  redis = await startTcpProxy({ host: requiredVariable('REDIS_HOST'), port: Number(requiredVariable('REDIS_PORT')) });
  return { replicas: { gateway: 2 }, env: { REDIS_HOST: '127.0.0.1', REDIS_PORT: redis.port } };
});
afterAll(() => redis.stop());

/** Opens event streams of an order that stays pending; `closeAll` lets its client go away, and the order go on. */
async function aFollower() {
  const { system, shop } = context;
  await system.terminate('processor');
  const follower = await shop.aUser();
  const productId = await shop.aProduct({ stock: 1 });
  const { orderId } = (await shop.place(follower, [{ productId, quantity: 1 }])).body.order as Order;
  const leaving = new AbortController();
  const open = async (gateway: number) => {
    const url = shop.urls[gateway]!;
    const { ended } = await openEvents(url, { orderId, token: follower.token, signal: leaving.signal });
    ended.catch(() => undefined); // Its gateway is killed, or its client leaves.
  };
  return {
    open: (count: number, gateway: number) => Promise.all(Array.from({ length: count }, () => open(gateway))),
    closeAll: async () => {
      leaving.abort();
      await system.start('processor');
      await shop.untilFinal(follower, orderId);
    },
  };
}

const refused = 'the stream was refused: 429';

test('a user has 20 streams open at all gateways together; those of a gateway that is killed lapse', async () => {
  const { system } = context;
  const { open, closeAll } = await aFollower();

  await Promise.all([open(10, 0), open(10, 1)]);
  for (const gateway of [0, 1]) await expect(open(1, gateway)).rejects.toThrow(refused);
  await system.kill('gateway-2');
  await expect(open(1, 0)).rejects.toThrow(refused);
  // Each lapses by itself, so long after it was last renewed.
  for (let opened = 0; opened < 10; opened += 1) await eventually(() => open(1, 0), 60_000);
  await expect(open(1, 0)).rejects.toThrow(refused);

  await closeAll();
  await system.start('gateway-2');
}, 180_000);

test('while Redis is unavailable each gateway counts its own streams', async () => {
  const { open, closeAll } = await aFollower();
  await open(20, 0);
  await expect(open(1, 1)).rejects.toThrow(refused);

  await redis.cut();
  await expect(open(1, 0)).rejects.toThrow(refused);
  await open(20, 1);
  await expect(open(1, 1)).rejects.toThrow(refused);

  await redis.restore();
  await closeAll();
}, 60_000);
