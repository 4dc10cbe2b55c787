import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { mailsOf } from '../support/mails';
import { queueOf } from '../support/queue';
import { sharedSystem } from '../support/shared-system';
import { createShop, type Order, type User } from '../support/shop';

const shop = createShop(sharedSystem());
const queue = queueOf(shop.layout);
let buyer: User;

beforeAll(async () => {
  buyer = await shop.aUser();
});
afterAll(() => expectStockAddsUp(shop));

const aProcessedOrder = async (productId: string, quantity = 1) => {
  const { orderId } = (await shop.place(buyer, [{ productId, quantity }])).body.order as Order;
  return shop.untilFinal(buyer, orderId);
};
const message = ({ orderId, userId, items, totalAmount, createdAt }: Order, changes: object = {}) =>
  JSON.stringify({ type: 'order.placed', version: 1, orderId, userId, items, totalAmount, createdAt, ...changes });

/** Waits until all earlier messages are handled: an order placed after them is final. */
const untilHandled = async (productId: string) => {
  await aProcessedOrder(productId);
  await eventually(async () => expect(await queue.depth()).toEqual({ visible: 0, inFlight: 0, delayed: 0 }), 10_000);
};

test('three more copies of a message change nothing: one mail, the stock committed once', async () => {
  const productId = await shop.aProduct({ stock: 10 });
  const order = await aProcessedOrder(productId, 3);
  await eventually(async () => expect(await mailsOf(shop.layout, order.orderId)).toHaveLength(1), 10_000);

  await queue.send([message(order), message(order), message(order)]);
  await untilHandled(productId);

  expect(await shop.orderOf(buyer, order.orderId)).toEqual(order);
  expect(await mailsOf(shop.layout, order.orderId)).toHaveLength(1);
  expect(await shop.stockOf(productId)).toBe(6);
});

test('what a message says about an order is not trusted', async () => {
  const productId = await shop.aProduct({ stock: 10 });
  const stranger = await shop.aUser();
  const order = await aProcessedOrder(productId);
  const lies = { items: [{ productId, quantity: 5 }], totalAmount: 5, userId: stranger.userId, status: 'Failed' };

  await queue.send([message(order, lies)]);
  await untilHandled(productId);

  expect(await shop.orderOf(buyer, order.orderId)).toEqual(order);
  expect(await shop.stockOf(productId)).toBe(8);
  const mails = await mailsOf(shop.layout, order.orderId);
  expect(mails.map(({ Destination }) => Destination.ToAddresses)).toEqual([[buyer.email]]);
});

test('invalid messages end on the dead-letter queue with the reason, and delay no others', async () => {
  const productId = await shop.aProduct({ stock: 10 });
  const unknownId = randomUUID();
  const unknown = JSON.stringify({ type: 'order.placed', version: 1, orderId: unknownId });
  const poison = [
    `no JSON ${randomUUID()}`,
    unknown,
    JSON.stringify({ type: 'order.eaten', version: 1, orderId: randomUUID() }),
    JSON.stringify({ type: 'order.placed', version: 99, orderId: randomUUID() }),
    JSON.stringify({ type: 'order.placed', version: 1, orderId: { $gt: '' }, note: randomUUID() }),
  ];

  await queue.send(poison);
  const order = await aProcessedOrder(productId);

  expect(order.status).toBe('Processed');
  await eventually(async () => {
    const bodies = (await queue.deadLetters()).map(({ Body }) => Body);
    expect(bodies).toEqual(expect.arrayContaining(poison));
  }, 10_000);
  const letters = await queue.deadLetters();
  const reason = letters.find(({ Body }) => Body === unknown)?.MessageAttributes?.['reason']?.StringValue;
  expect(reason).toMatch(/order that does not exist/);
});
