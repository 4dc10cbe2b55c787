import { randomUUID } from 'node:crypto';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { sharedSystem } from '../support/shared-system';
import { createShop, type Item, type Order, type User } from '../support/shop';

const shop = createShop(sharedSystem());

interface Outcome {
  /** Orders that were answered under one key. */
  placed: Order[];
  /** The status of the order, where a cancel was answered. */
  ends: string[];
  isCertain: boolean;
}

const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(Math.random() * choices.length)]!;
const sorted = (items: Item[]) => items.toSorted((left, right) => (left.productId < right.productId ? -1 : 1));

/** One attempt at an order, through any gateway; it may be cancelled right after. What is refused may be tried again. */
async function attempt(buyer: User, { key, items, outcome }: { key: string; items: Item[]; outcome: Outcome }) {
  const answer = await shop.place(buyer, oneOf([items, items.toReversed()]), { key, gateway: oneOf([0, 1]) });
  expect([201, 409, 422, 503]).toContain(answer.status);
  if (answer.status !== 201) return;

  const order = answer.body.order as Order;
  expect(sorted(order.items)).toMatchObject(sorted(items));
  outcome.placed.push(order);
  if (oneOf([true, false, false])) await cancel(buyer, order, outcome);
}

async function cancel({ token }: User, { orderId }: Order, outcome: Outcome) {
  const how = { method: 'POST', token, gateway: oneOf([0, 1]) };
  const { status, body } = await shop.rest(`/api/order/${orderId}/cancel`, how);
  expect([200, 409, 503]).toContain(status);
  if (status === 200) outcome.ends.push(body.order.status as string);
  if (status === 409) outcome.ends.push('Processed');
  if (status === 503) outcome.isCertain = false;
}

/** Many attempts under one key, most with the same body, some with another; returns their outcome. */
async function storm(buyer: User, bodies: [Item[], Item[]]): Promise<Outcome> {
  const outcome: Outcome = { placed: [], ends: [], isCertain: true };
  const key = randomUUID();
  for (let wave = 0; wave < 3; wave += 1) {
    const attempts = Array.from({ length: 4 }, () => {
      const items = oneOf([bodies[0], bodies[0], bodies[1]]);
      return attempt(buyer, { key, items, outcome });
    });
    await Promise.all(attempts);
  }
  return outcome;
}

test('under concurrent requests to two gateways a key has one order, with the outcome that was answered', async () => {
  const buyer = await shop.aUser();
  const products = await Promise.all([2, 8, 30].map((stock) => shop.aProduct({ stock })));
  const aBody = () => [
    { productId: oneOf(products.slice(0, 2)), quantity: oneOf([1, 2]) },
    { productId: products[2]!, quantity: 1 },
  ];

  const all = await Promise.all(Array.from({ length: 12 }, () => storm(buyer, [aBody(), aBody()])));

  for (const { placed, ends, isCertain } of all) {
    const orderIds = [...new Set(placed.map(({ orderId }) => orderId))];
    expect(orderIds.length).toBeLessThanOrEqual(1);
    for (const orderId of orderIds) {
      const { status } = await shop.untilFinal(buyer, orderId);
      // A cancel that was not answered may have been done.
      const expected = isCertain ? (ends[0] ?? 'Processed') : status;
      expect([status, ...new Set(ends)]).toEqual([expected, ...ends.slice(0, 1)]);
    }
  }
  expect(all.some(({ placed }) => placed.length > 1)).toBe(true);
  await expectStockAddsUp(shop);
});
