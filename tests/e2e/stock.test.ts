import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { sharedSystem } from '../support/shared-system';
import { createShop, type Item, type User } from '../support/shop';

const shop = createShop(sharedSystem());
let buyers: User[];

beforeAll(async () => {
  buyers = await Promise.all(Array.from({ length: 4 }, () => shop.aUser()));
});
afterAll(() => expectStockAddsUp(shop));

const buy = (index: number, items: Item[]) => shop.place(buyers[index % buyers.length]!, items, { gateway: index % 2 });

const countByStatus = (answers: { status: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

test('the last unit goes to one of two buyers', async () => {
  const productId = await shop.aProduct({ stock: 1 });

  const answers = await Promise.all([0, 1].map((index) => buy(index, [{ productId, quantity: 1 }])));

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
    code: 'OUT_OF_STOCK',
    details: [{ productId, requested: 1, available: 0 }],
  });
});

test('of 400 buyers for 100 units exactly 100 get one', async () => {
  const productId = await shop.aProduct({ stock: 100 });

  const answers = await Promise.all(
    Array.from({ length: 400 }, (_, index) => buy(index, [{ productId, quantity: 1 }])),
  );

  expect(countByStatus(answers)).toEqual({ 201: 100, 409: 300 });
  expect(await shop.stockOf(productId)).toBe(0);
});

test('orders for two products in opposite sequence reserve both or neither', async () => {
  const [one, other] = [await shop.aProduct({ stock: 30 }), await shop.aProduct({ stock: 20 })];
  const pair = [
    { productId: one, quantity: 1 },
    { productId: other, quantity: 1 },
  ];

  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) => buy(index, index % 2 === 0 ? pair : pair.toReversed())),
  );

  expect(countByStatus(answers)).toEqual({ 201: 20, 409: 40 });
  expect(await Promise.all([shop.stockOf(one), shop.stockOf(other)])).toEqual([10, 0]);
});

test('a refused order names every short product and reserves nothing of the others', async () => {
  const [full, low, empty] = [
    await shop.aProduct({ stock: 9 }),
    await shop.aProduct({ stock: 2 }),
    await shop.aProduct({ stock: 0 }),
  ];

  const answer = await buy(0, [
    { productId: full, quantity: 3 },
    { productId: low, quantity: 3 },
    { productId: empty, quantity: 1 },
  ]);

  expect(answer.status).toBe(409);
  expect(answer.body.details).toHaveLength(2);
  expect(answer.body.details).toEqual(
    expect.arrayContaining([
      { productId: low, requested: 3, available: 2 },
      { productId: empty, requested: 1, available: 0 },
    ]),
  );
  expect(await shop.stockOf(full)).toBe(9);
});

test('quantities of one product are added up before they are compared with the stock', async () => {
  const productId = await shop.aProduct({ stock: 5 });
  const items = [
    { productId, quantity: 3 },
    { productId, quantity: 3 },
  ];

  const tooMany = await buy(0, items);
  const fitting = await buy(
    0,
    items.map((item) => ({ ...item, quantity: 2 })),
  );

  expect([tooMany.status, tooMany.body.details]).toEqual([409, [{ productId, requested: 6, available: 5 }]]);
  expect(fitting.body.order.items).toEqual([{ productId, name: 'Test product', quantity: 4, unitPrice: 0 }]);
  expect(await shop.stockOf(productId)).toBe(1);
});
