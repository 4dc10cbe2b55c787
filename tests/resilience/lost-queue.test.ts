import { queueOf } from '../support/queue';
import type { Order } from '../support/shop';
import { useSystem } from '../support/use-system';

const context = useSystem();

const placeFive = async (productId: string) => {
  const { shop, buyer } = context;
  const answers = await Promise.all(Array.from({ length: 5 }, () => shop.place(buyer, [{ productId, quantity: 1 }])));
  return answers.map(({ body }) => body.order as Order);
};
const finalStatusesOf = async (orders: Order[]) => {
  const { shop, buyer } = context;
  const finals = await Promise.all(orders.map(({ orderId }) => shop.untilFinal(buyer, orderId, 45_000)));
  return finals.map(({ status }) => status);
};

test('orders placed while the processor is down stay Pending, can be cancelled, and are processed later', async () => {
  const { system, shop, buyer } = context;
  const cancel = (orderId: string) => shop.rest(`/api/order/${orderId}/cancel`, { method: 'POST', token: buyer.token });
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
  expect(await finalStatusesOf(others)).toEqual(Array(4).fill('Processed'));
  expect((await shop.orderOf(buyer, first!.orderId)).status).toBe('Cancelled');
  expect(await shop.stockOf(productId)).toBe(6);
}, 90_000);

test('no order is lost with the whole queue', async () => {
  const { system, shop } = context;
  const productId = await shop.aProduct({ stock: 10 });
  await system.terminate('processor');

  const orders = await placeFive(productId);
  await queueOf(system.layout).remove();
  await system.start('processor');

  expect(await finalStatusesOf(orders)).toEqual(Array(5).fill('Processed'));
  expect(await shop.stockOf(productId)).toBe(5);
}, 90_000);

test('a queue that is deleted while everything runs is created again', async () => {
  const { system, shop } = context;
  const productId = await shop.aProduct({ stock: 10 });

  await queueOf(system.layout).remove();
  const orders = await placeFive(productId);

  expect(orders.map(({ status }) => status)).toEqual(Array(5).fill('Pending'));
  expect(await finalStatusesOf(orders)).toEqual(Array(5).fill('Processed'));
}, 90_000);
