import { sharedSystem } from '../support/shared-system';
import { createShop, type Order, type User } from '../support/shop';

const shop = createShop(sharedSystem());
interface Page {
  orders: Order[];
  nextCursor: string | null;
}

let buyer: User;
let orderIds: string[];

beforeAll(async () => {
  buyer = await shop.aUser();
  const productId = await shop.aProduct({ stock: 100 });
  orderIds = [];
  for (let count = 0; count < 7; count += 1) {
    orderIds.unshift((await shop.place(buyer, [{ productId, quantity: 1 }])).body.order.orderId);
  }
  await Promise.all(orderIds.map((orderId) => shop.untilFinal(buyer, orderId)));
});

const page = async (query: string, user = buyer): Promise<Page> =>
  (await shop.rest(`/api/orders${query}`, { token: user.token, gateway: 1 })).body as Page;

const idsOf = (orders: Order[]) => orders.map(({ orderId }) => orderId);

test('a buyer sees their own orders, newest first', async () => {
  const { orders, nextCursor } = await page('');

  expect(idsOf(orders)).toEqual(orderIds);
  expect(nextCursor).toBeNull();
});

test('each order is on one page, and the last page has no cursor', async () => {
  const pages: Order[][] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { orders, nextCursor } = await page(`?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    pages.push(orders);
    cursor = nextCursor;
  }

  expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
  expect(idsOf(pages.flat())).toEqual(orderIds);
});

test('an order placed between two pages does not shift the second page', async () => {
  const owner = await shop.aUser();
  const productId = await shop.aProduct({ stock: 10 });
  const placeOne = async () => (await shop.place(owner, [{ productId, quantity: 1 }])).body.order.orderId as string;
  const placed = [await placeOne(), await placeOne(), await placeOne()];

  const first = await page('?limit=2', owner);
  await placeOne();
  const second = await page(`?limit=2&cursor=${encodeURIComponent(first.nextCursor!)}`, owner);

  expect([...idsOf(first.orders), ...idsOf(second.orders)]).toEqual(placed.toReversed());
});

test('a status filters the list', async () => {
  const processed = await page('?status=Processed&limit=100');
  const cancelled = await page('?status=Cancelled');

  expect(idsOf(processed.orders)).toEqual(orderIds);
  expect(cancelled).toMatchObject({ orders: [], nextCursor: null });
});

test("a stranger sees none of a buyer's orders, not even with the buyer's cursor", async () => {
  const stranger = await shop.aUser();
  const { nextCursor } = await page('?limit=3');

  const plain = await page('', stranger);
  const withCursor = await page(`?cursor=${encodeURIComponent(nextCursor!)}`, stranger);

  expect(plain.orders).toEqual([]);
  expect(withCursor.orders).toEqual([]);
});
