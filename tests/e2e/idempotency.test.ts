import { randomUUID } from 'node:crypto';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { sharedSystem } from '../support/shared-system';
import { createShop, type Order, type User } from '../support/shop';

const shop = createShop(sharedSystem());
let buyer: User;

beforeAll(async () => {
  buyer = await shop.aUser();
});
afterAll(() => expectStockAddsUp(shop));

const ordersOf = async ({ token }: User) =>
  (await shop.rest('/api/orders?limit=100', { token })).body.orders as Order[];

test('25 parallel requests with one key on two gateways get one order, and stock is reserved once', async () => {
  const owner = await shop.aUser();
  const productId = await shop.aProduct({ stock: 10 });
  const key = randomUUID();

  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, index) =>
      shop.place(owner, [{ productId, quantity: 3 }], { key, gateway: index % 2 }),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual(Array(25).fill(201));
  expect(new Set(answers.map(({ body }) => body.order.orderId as string)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
  expect(await ordersOf(owner)).toHaveLength(1);
  expect(await shop.stockOf(productId)).toBe(7);
});

test('a key repeated after the order is final gets the current order, as a replay', async () => {
  const productId = await shop.aProduct({ stock: 5 });
  const key = randomUUID();

  const first = await shop.place(buyer, [{ productId, quantity: 1 }], { key });
  await shop.untilFinal(buyer, first.body.order.orderId);
  const again = await shop.place(buyer, [{ productId, quantity: 1 }], { key, gateway: 1 });

  expect(first.headers['idempotent-replayed']).toBeUndefined();
  expect(again.status).toBe(201);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(again.headers.location).toBe(first.headers.location);
  expect(again.body.order).toMatchObject({ orderId: first.body.order.orderId, status: 'Processed' });
  expect(await shop.stockOf(productId)).toBe(4);
});

test('the key of a cancelled order gets that order again and reserves no stock', async () => {
  const productId = await shop.aProduct({ stock: 5 });
  const key = randomUUID();
  const { orderId } = (await shop.place(buyer, [{ productId, quantity: 5 }], { key })).body.order;
  await shop.rest(`/api/order/${orderId}/cancel`, { method: 'POST', token: buyer.token });
  const { status } = await shop.untilFinal(buyer, orderId);

  const again = await shop.place(buyer, [{ productId, quantity: 5 }], { key });

  expect(again.status).toBe(201);
  expect(again.body.order).toMatchObject({ orderId, status });
  expect(await shop.stockOf(productId)).toBe(status === 'Cancelled' ? 5 : 0);
});

test('the same key with another body is refused with 422 and changes nothing', async () => {
  const productId = await shop.aProduct({ stock: 5 });
  const key = randomUUID();
  await shop.place(buyer, [{ productId, quantity: 1 }], { key });

  const other = await shop.place(buyer, [{ productId, quantity: 2 }], { key });

  expect(other.status).toBe(422);
  expect(other.body).toMatchObject({ success: false, code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await shop.stockOf(productId)).toBe(4);
});

test('two bodies that race for one key: one wins, the other gets 422', async () => {
  const productId = await shop.aProduct({ stock: 100 });
  const key = randomUUID();

  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      shop.place(buyer, [{ productId, quantity: 1 + (index % 2) }], { key, gateway: index % 2 }),
    ),
  );

  const statusesOf = (parity: number) => [
    ...new Set(answers.filter((_, index) => index % 2 === parity).map(({ status }) => status)),
  ];
  expect([statusesOf(0), statusesOf(1)].sort()).toEqual([[201], [422]]);
  expect(await shop.stockOf(productId)).toBe(statusesOf(0)[0] === 201 ? 99 : 98);
});

test('items in another sequence, or split into several, count as the same body', async () => {
  const [one, other] = [await shop.aProduct({ stock: 9 }), await shop.aProduct({ stock: 9 })];
  const key = randomUUID();

  const first = await shop.place(
    buyer,
    [
      { productId: one, quantity: 3 },
      { productId: other, quantity: 1 },
    ],
    { key },
  );
  const again = await shop.place(
    buyer,
    [
      { productId: other, quantity: 1 },
      { productId: one, quantity: 1 },
      { productId: one, quantity: 2 },
    ],
    { key },
  );

  expect(again.status).toBe(201);
  expect(again.body.order.orderId).toBe(first.body.order.orderId);
  expect(again.body.order.items).toHaveLength(2);
  expect(await Promise.all([shop.stockOf(one), shop.stockOf(other)])).toEqual([6, 8]);
});

test('a refusal is not remembered: after a restock the key places the order', async () => {
  const productId = await shop.aProduct({ stock: 0 });
  const key = randomUUID();

  const refused = await shop.place(buyer, [{ productId, quantity: 1 }], { key });
  const { token } = await shop.admin();
  await shop.rest(`/api/products/${productId}/restock`, { token, body: { quantity: 1 } });
  const placed = await shop.place(buyer, [{ productId, quantity: 1 }], { key });

  expect([refused.status, refused.body.code]).toEqual([409, 'OUT_OF_STOCK']);
  expect(placed.status).toBe(201);
  expect(placed.headers['idempotent-replayed']).toBeUndefined();
});

test('the same key of two users stands for two orders', async () => {
  const other = await shop.aUser();
  const productId = await shop.aProduct({ stock: 2 });
  const key = randomUUID();

  const answers = await Promise.all(
    [buyer, other].map((user) => shop.place(user, [{ productId, quantity: 1 }], { key })),
  );

  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(answers[0]!.body.order.orderId).not.toBe(answers[1]!.body.order.orderId);
});

test('without a key the same body sent twice places two orders', async () => {
  const productId = await shop.aProduct({ stock: 2 });

  const answers = await Promise.all([1, 2].map(() => shop.place(buyer, [{ productId, quantity: 1 }])));

  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await shop.stockOf(productId)).toBe(0);
});
