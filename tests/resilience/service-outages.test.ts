import { randomUUID } from 'node:crypto';
import { failureOf, type Answered } from '../support/request';
import { eventually } from '../support/eventually';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { mailsOf } from '../support/mails';
import type { ServiceName } from '../support/service-process';
import { createShop, password, type Order, type Shop, type User } from '../support/shop';
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
  await expectStockAddsUp(shop, 60_000);
  await system.stop();
}, 90_000);

/** Without a service for as long as the work takes. */
async function without<T>(service: ServiceName, work: () => Promise<T>): Promise<T> {
  await system.terminate(service);
  try {
    return await work();
  } finally {
    await system.start(service);
    await system.untilReached(service);
  }
}

const timed = async (asked: Promise<Answered>) => {
  const startedAt = Date.now();
  return { answer: await asked, tookMs: Date.now() - startedAt };
};
function expectUnavailable({ answer, tookMs }: { answer: Answered; tookMs: number }): void {
  expect(failureOf(answer)).toEqual([503, 'UNAVAILABLE']);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  expect(tookMs).toBeLessThan(5_000);
}
const aPlacedOrder = async (productId: string) =>
  (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order as Order;

test.each<ServiceName>(['inventory', 'order'])(
  'with %s away an order is refused with 503 in time, and its key places it later',
  async (service) => {
    const productId = await shop.aProduct({ stock: 5 });
    const key = randomUUID();
    const place = () => shop.place(buyer, [{ productId, quantity: 1 }], { key });

    const refused = await without(service, () => timed(place()));
    await eventually(async () => expect((await place()).status).toBe(201), 10_000);

    expectUnavailable(refused);
    expect(await shop.stockOf(productId)).toBe(4);
  },
  60_000,
);

test('with inventory away a key whose order is stored is answered with that order', async () => {
  const productId = await shop.aProduct({ stock: 5 });
  const key = randomUUID();
  const place = () => shop.place(buyer, [{ productId, quantity: 1 }], { key });

  const placed = await place();
  const again = await without('inventory', place);

  expect(again.status).toBe(201);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(again.body.order.orderId).toBe(placed.body.order.orderId);
}, 60_000);

test('with inventory away orders can be read, and cancelled; the stock follows', async () => {
  const productId = await shop.aProduct({ stock: 5 });
  const pendingId = await without('processor', async () => {
    const { orderId } = await aPlacedOrder(productId);
    await without('inventory', async () => {
      const read = await shop.orderOf(buyer, orderId);
      const cancelled = await timed(shop.rest(`/api/order/${orderId}/cancel`, { method: 'POST', token: buyer.token }));
      expect(read.status).toBe('Pending');
      expect([cancelled.answer.status, cancelled.answer.body.order?.status]).toEqual([200, 'Cancelled']);
      expect(cancelled.tookMs).toBeLessThan(5_000);
      expectUnavailable(await timed(shop.rest('/api/products')));
    });
    return orderId;
  });

  await eventually(async () => expect(await shop.stockOf(productId)).toBe(5), 20_000);
  expect((await shop.orderOf(buyer, pendingId)).status).toBe('Cancelled');
}, 60_000);

test('with auth away those who are signed in place orders, others get 503, and the mail waits', async () => {
  const productId = await shop.aProduct({ stock: 5 });
  const order = await without('auth', async () => {
    const placed = await aPlacedOrder(productId);
    const final = await shop.untilFinal(buyer, placed.orderId);
    expectUnavailable(await timed(shop.rest('/api/auth/login', { body: { email: buyer.email, password } })));
    expectUnavailable(await timed(shop.rest('/api/auth/refresh', { body: { refreshToken: buyer.refreshToken } })));
    return final;
  });

  expect(order.status).toBe('Processed');
  await eventually(async () => expect(await mailsOf(system.layout, order.orderId)).toHaveLength(1), 45_000);
}, 90_000);
