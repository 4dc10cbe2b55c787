import { answersWithinMs } from '../support/request';
import { startTcpProxy } from '../support/tcp-proxy';
import { requiredVariable } from '../support/test-database';
import { useSystem } from '../support/use-system';

let redis: Awaited<ReturnType<typeof startTcpProxy>>;
const context = useSystem(async () => {
  redis = await startTcpProxy({ host: requiredVariable('REDIS_HOST'), port: Number(requiredVariable('REDIS_PORT')) });
  return { env: { REDIS_HOST: '127.0.0.1', REDIS_PORT: redis.port, RATE_LIMIT_ORDERS: '1000' } };
});
afterAll(() => redis.stop());

const placeAndRead = async (productId: string) => {
  const { shop, buyer } = context;
  const placed = await shop.place(buyer, [{ productId, quantity: 1 }], { timeoutMs: answersWithinMs });
  const order = await shop.untilFinal(buyer, placed.body.order.orderId);
  return { status: placed.status, order };
};

test.each<[string, () => Promise<void> | void]>([
  ['unreachable', () => redis.cut()],
  ['hanging', () => redis.hang()],
])(
  'with Redis %s orders are placed within 5 s, processed and read',
  async (_how, breakRedis) => {
    const { shop, buyer } = context;
    const productId = await shop.aProduct({ stock: 10 });
    const before = await placeAndRead(productId);

    await breakRedis();
    const during = await Promise.all(Array.from({ length: 5 }, () => placeAndRead(productId)));
    const known = await shop.orderOf(buyer, before.order.orderId);
    await redis.stop();
    await redis.restore();
    const after = await placeAndRead(productId);

    expect(known).toEqual(before.order);
    for (const { status, order } of [...during, after]) expect([status, order.status]).toEqual([201, 'Processed']);
    expect(await shop.stockOf(productId)).toBe(3);
  },
  60_000,
);
