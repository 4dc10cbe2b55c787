import { randomUUID } from 'node:crypto';
import { answersWithinMs, statusAndCode, type HttpResponse } from '../support/request';
import { eventually } from '../support/eventually';
import { mailsOf } from '../support/mails';
import type { ServiceName } from '../support/service-process';
import { password, type Order } from '../support/shop';
import { useSystem } from '../support/use-system';

const context = useSystem();

/** Stops a service while the work runs. */
async function without<T>(service: ServiceName, work: () => Promise<T>): Promise<T> {
  const { system } = context;
  await system.terminate(service);
  try {
    return await work();
  } finally {
    await system.start(service);
    await system.untilReached(service);
  }
}

function expectUnavailable(answer: HttpResponse): void {
  expect(statusAndCode(answer)).toEqual([503, 'UNAVAILABLE']);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
}
const aPlacedOrder = async (productId: string) => {
  const { shop, buyer } = context;
  return (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order as Order;
};

test.each<ServiceName>(['inventory', 'order'])(
  'while %s is down an order gets 503 within 5 s, and its key places it later',
  async (service) => {
    const { shop, buyer } = context;
    const productId = await shop.aProduct({ stock: 5 });
    const key = randomUUID();
    const place = () => shop.place(buyer, [{ productId, quantity: 1 }], { key, timeoutMs: answersWithinMs });

    const refused = await without(service, place);
    await eventually(async () => expect((await place()).status).toBe(201), 10_000);

    expectUnavailable(refused);
    expect(await shop.stockOf(productId)).toBe(4);
  },
  60_000,
);

test('while inventory is down a key of a stored order gets that order', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 5 });
  const key = randomUUID();
  const place = () => shop.place(buyer, [{ productId, quantity: 1 }], { key, timeoutMs: answersWithinMs });

  const placed = await place();
  const again = await without('inventory', place);

  expect(again.status).toBe(201);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(again.body.order.orderId).toBe(placed.body.order.orderId);
}, 60_000);

test('while inventory is down orders can be read and cancelled; the stock is released later', async () => {
  const { shop, buyer } = context;
  const timeoutMs = answersWithinMs;
  const productId = await shop.aProduct({ stock: 5 });
  const pendingId = await without('processor', async () => {
    const { orderId } = await aPlacedOrder(productId);
    await without('inventory', async () => {
      const read = await shop.orderOf(buyer, orderId);
      const cancelled = await shop.rest(`/api/order/${orderId}/cancel`, {
        method: 'POST',
        token: buyer.token,
        timeoutMs,
      });
      expect(read.status).toBe('Pending');
      expect([cancelled.status, cancelled.body.order?.status]).toEqual([200, 'Cancelled']);
      expectUnavailable(await shop.rest('/api/products', { timeoutMs }));
    });
    return orderId;
  });

  await eventually(async () => expect(await shop.stockOf(productId)).toBe(5), 20_000);
  expect((await shop.orderOf(buyer, pendingId)).status).toBe('Cancelled');
}, 60_000);

test('while auth is down signed-in buyers place orders, signing in gets 503, and mails are sent later', async () => {
  const { system, shop, buyer } = context;
  const timeoutMs = answersWithinMs;
  const productId = await shop.aProduct({ stock: 5 });
  const order = await without('auth', async () => {
    const placed = await aPlacedOrder(productId);
    const final = await shop.untilFinal(buyer, placed.orderId);
    expectUnavailable(await shop.rest('/api/auth/login', { body: { email: buyer.email, password }, timeoutMs }));
    expectUnavailable(await shop.rest('/api/auth/refresh', { body: { refreshToken: buyer.refreshToken }, timeoutMs }));
    return final;
  });

  expect(order.status).toBe('Processed');
  await eventually(async () => expect(await mailsOf(system.layout, order.orderId)).toHaveLength(1), 45_000);
}, 90_000);
