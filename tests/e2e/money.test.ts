import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { mailsOf } from '../support/mails';
import { sharedSystem } from '../support/shared-system';
import { createShop, type User } from '../support/shop';

const shop = createShop(sharedSystem());
const euros = (amount: number) => ({ amount, currency: 'EUR' });
let buyer: User;

beforeAll(async () => {
  buyer = await shop.aUser();
});
afterAll(() => expectStockAddsUp(shop));

const change = async (productId: string, body: object) =>
  shop.rest(`/api/products/${productId}`, { method: 'PATCH', token: (await shop.admin()).token, body });

test('an order has the names and prices of its moment, in every answer and in its mail, whatever changes later', async () => {
  const [shirt, hat] = [await shop.aProduct({ stock: 5, price: 1_999 }), await shop.aProduct({ stock: 5, price: 2 })];
  const items = [
    { productId: shirt, quantity: 2 },
    { productId: hat, quantity: 1 },
  ];
  const key = randomUUID();

  const placed = await shop.place(buyer, items, { key, body: { total: euros(4_000) } });
  await change(shirt, { name: 'Another shirt', price: 5 });
  const repeated = await shop.place(buyer, items, { key });
  const final = await shop.untilFinal(buyer, placed.body.order.orderId);

  expect(placed.body.order).toMatchObject({
    items: expect.arrayContaining([
      { productId: shirt, name: 'Test product', quantity: 2, unitPrice: 1_999 },
      { productId: hat, name: 'Test product', quantity: 1, unitPrice: 2 },
    ]),
    totalAmount: 3,
    total: euros(4_000),
  });
  for (const { items: seen, total } of [repeated.body.order, final])
    expect({ items: seen, total }).toEqual({ items: placed.body.order.items, total: euros(4_000) });
  await eventually(async () => {
    const [mail] = await mailsOf(shop.layout, final.orderId);
    expect(mail?.Body.text_part).toMatch(/Test product +2 +€19\.99 +€39\.98\n[^]*Total +3 +€40\.00\n/);
  });
});

test('an order that would cost something else takes nothing, and is placed once its buyer agrees', async () => {
  const productId = await shop.aProduct({ stock: 3, price: 1_000 });
  const place = (total: object) =>
    shop.place(buyer, [{ productId, quantity: 2 }], { key: `agree ${productId}`, body: { total } });

  await change(productId, { price: 1_100 });
  const refused = [await place(euros(2_000)), await place({ amount: 2_200, currency: 'USD' })];

  for (const { status, body } of refused)
    expect({ status, body }).toMatchObject({
      status: 409,
      body: { code: 'PRICE_CHANGED', details: { total: euros(2_200) } },
    });
  expect(await shop.stockOf(productId)).toBe(3);
  expect((await place(euros(2_200))).body.order).toMatchObject({ total: euros(2_200) });
  expect(await place(euros(2_000))).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
});

test('a total that cannot be calculated exactly is refused, and nothing is taken', async () => {
  const productId = await shop.aProduct({ stock: 20_000_000, price: 1_000_000_000 });
  const items = Array.from({ length: 10 }, () => ({ productId, quantity: 1_000_000 }));

  const { status, body } = await shop.place(buyer, items);

  expect({ status, body }).toMatchObject({
    status: 400,
    body: {
      code: 'VALIDATION_FAILED',
      details: [{ path: 'items', message: expect.stringContaining('at most 9,007') }],
    },
  });
  expect(await shop.stockOf(productId)).toBe(20_000_000);
});

test('an archived product can no longer be ordered', async () => {
  const productId = await shop.aProduct({ stock: 3, price: 100 });
  await change(productId, { archived: true });

  const answer = await shop.place(buyer, [{ productId, quantity: 1 }]);

  expect(answer).toMatchObject({ status: 404, body: { code: 'UNKNOWN_PRODUCT', details: [{ productId }] } });
});

test('while prices change, each of many orders costs what it says', async () => {
  const productId = await shop.aProduct({ stock: 200, price: 1 });
  let isOver = false;
  const changePrices = async () => {
    for (let price = 2; !isOver; price += 1) await change(productId, { price });
  };
  const changing = changePrices();

  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => shop.place(buyer, [{ productId, quantity: 2 }], { gateway: index % 2 })),
  );
  isOver = true;
  await changing;

  for (const { status, body } of answers) {
    expect(status).toBe(201);
    expect(body.order.total.amount).toBe(2 * body.order.items[0].unitPrice);
  }
});
