import { openEvents } from '../support/event-stream';
import { sharedSystem } from '../support/shared-system';
import { createShop, type Order, type User } from '../support/shop';

const shop = createShop(sharedSystem());
let buyer: User;

beforeAll(async () => {
  buyer = await shop.aUser();
});

const statusesOf = (orders: Order[]) => orders.map(({ status }) => status);

test('a stream sends each status once, in sequence, and ends after the final one', async () => {
  const productId = await shop.aProduct({ stock: 20 });

  const streams = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const { orderId } = (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order as Order;
      return { orderId, stream: await openEvents(shop.urls[index % 2]!, { orderId, token: buyer.token }) };
    }),
  );
  await Promise.all(streams.map(({ stream }) => stream.ended));

  for (const { orderId, stream } of streams) {
    expect(stream.contentType).toMatch(/^text\/event-stream/);
    expect([['Pending', 'Processed'], ['Processed']]).toContainEqual(statusesOf(stream.orders));
    expect(stream.orders.at(-1)).toEqual(await shop.orderOf(buyer, orderId));
  }
});

test('the stream of a final order sends its status and ends', async () => {
  const productId = await shop.aProduct({ stock: 1 });
  const { orderId } = (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order as Order;
  await shop.untilFinal(buyer, orderId);

  const stream = await openEvents(shop.urls[1]!, { orderId, token: buyer.token });
  await stream.ended;

  expect(statusesOf(stream.orders)).toEqual(['Processed']);
});
