import { eventually } from '../support/eventually';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { mailsOf } from '../support/mails';
import { sharedSystem } from '../support/shared-system';
import { createShop } from '../support/shop';

const shop = createShop(sharedSystem());

afterAll(() => expectStockAddsUp(shop));

test('an order is placed, processed, and confirmed by one mail in text and HTML to its buyer', async () => {
  const buyer = await shop.aUser({ name: 'Grace <b>Hopper</b>' });
  const productId = await shop.aProduct({ stock: 5 });

  const placed = await shop.place(buyer, [{ productId, quantity: 2 }]);
  const { order } = placed.body;
  const final = await shop.untilFinal(buyer, order.orderId);

  expect(placed.status).toBe(201);
  expect(placed.headers.location).toBe(`/api/order/${order.orderId}`);
  expect(order).toMatchObject({
    userId: buyer.userId,
    items: [{ productId, quantity: 2 }],
    totalAmount: 2,
    status: 'Pending',
  });
  expect(final).toMatchObject({ ...order, status: 'Processed', updatedAt: expect.any(String) });
  expect(await shop.stockOf(productId)).toBe(3);
  await eventually(async () => expect(await mailsOf(shop.layout, order.orderId)).toHaveLength(1));
  const [mail] = await mailsOf(shop.layout, order.orderId);
  expect(mail!.Destination.ToAddresses).toEqual([buyer.email]);
  expect(mail!.Body.text_part).toContain(order.orderId);
  expect(mail!.Body.html_part).toContain(order.orderId);
  expect(mail!.Body.html_part).not.toContain('<b>Hopper</b>');
});
