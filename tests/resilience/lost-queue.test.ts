import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { queueOf } from '../support/queue';
import { createShop, type Order, type Shop, type User } from '../support/shop';
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
  await expectStockAddsUp(shop);
  await system.stop();
}, 60_000);

const placeFive = async (productId: string) => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => shop.place(buyer, [{ productId, quantity: 1 }])));
  return answers.map(({ body }) => body.order as Order);
};
const endsOf = async (orders: Order[]) =>
  (await Promise.all(orders.map(({ orderId }) => shop.untilFinal(buyer, orderId, 45_000)))).map(({ status }) => status);
const cancel = (orderId: string) => shop.rest(`/api/order/${orderId}/cancel`, { method: 'POST', token: buyer.token });

test('orders placed while the processor is away wait as Pending, can be cancelled, and end when it comes', async () => {
  const productId = await shop.aProduct({ stock: 10 });
  await system.terminate('processor');

  const orders = await placeFive(productId);
  const pending = await Promise.all(orders.map(({ orderId }) => shop.orderOf(buyer, orderId)));
  const [first, ...others] = orders;
  const cancelled = await cancel(first!.orderId);
  const stockAfterCancel = await shop.stockOf(productId);
  const again = await cancel(first!.orderId);
  await system.start('processor');

  expect(pending.map(({ status }) => status)).toEqual(Array(5).fill('Pending'));
  expect([cancelled.status, cancelled.body.order.status, stockAfterCancel]).toEqual([200, 'Cancelled', 6]);
  expect([again.status, again.body]).toEqual([200, cancelled.body]);
  expect(await endsOf(others)).toEqual(Array(4).fill('Processed'));
  expect((await shop.orderOf(buyer, first!.orderId)).status).toBe('Cancelled');
  expect(await shop.stockOf(productId)).toBe(6);
}, 90_000);

test('a queue that is lost whole costs time, not orders', async () => {
  const productId = await shop.aProduct({ stock: 10 });
  await system.terminate('processor');

  const orders = await placeFive(productId);
  await queueOf(system.layout).remove();
  await system.start('processor');

  expect(await endsOf(orders)).toEqual(Array(5).fill('Processed'));
  expect(await shop.stockOf(productId)).toBe(5);
}, 90_000);

test('a queue that is deleted while everything runs is made again', async () => {
  const productId = await shop.aProduct({ stock: 10 });

  await queueOf(system.layout).remove();
  const orders = await placeFive(productId);

  expect(orders.map(({ status }) => status)).toEqual(Array(5).fill('Pending'));
  expect(await endsOf(orders)).toEqual(Array(5).fill('Processed'));
}, 90_000);
