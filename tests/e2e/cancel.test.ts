import { eventually } from '../support/eventually';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { sharedSystem } from '../support/shared-system';
import { createShop, type Order, type User } from '../support/shop';

const shop = createShop(sharedSystem());
let buyer: User;

beforeAll(async () => {
  buyer = await shop.aUser();
});
afterAll(() => expectStockAddsUp(shop));

const cancel = (orderId: string, gateway = 0) =>
  shop.rest(`/api/order/${orderId}/cancel`, { method: 'POST', token: buyer.token, gateway });

const placeOne = async (productId: string) =>
  (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order as Order;

test('a processed order cannot be cancelled, and its stock stays committed', async () => {
  const productId = await shop.aProduct({ stock: 2 });
  const { orderId } = await placeOne(productId);
  await eventually(async () => expect((await shop.orderOf(buyer, orderId)).status).toBe('Processed'), 15_000);

  const answer = await cancel(orderId);

  expect([answer.status, answer.body.code]).toEqual([409, 'NOT_CANCELLABLE']);
  expect(await shop.stockOf(productId)).toBe(1);
});

test('a cancel that races with settlement has one outcome, for every caller and for the stock', async () => {
  const productId = await shop.aProduct({ stock: 40 });

  const outcomes = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const { orderId } = await placeOne(productId);
      const answers = await Promise.all([cancel(orderId), cancel(orderId, 1)]);
      return { answers, final: await shop.untilFinal(buyer, orderId) };
    }),
  );

  for (const { answers, final } of outcomes) {
    const wanted = final.status === 'Cancelled' ? [200, 'Cancelled'] : [409, 'NOT_CANCELLABLE'];
    for (const { status, body } of answers) expect([status, body.order?.status ?? body.code]).toEqual(wanted);
  }
  const processed = outcomes.filter(({ final }) => final.status === 'Processed').length;
  await eventually(async () => expect(await shop.stockOf(productId)).toBe(40 - processed));
});
