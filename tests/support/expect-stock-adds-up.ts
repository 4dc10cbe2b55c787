import { eventually } from './eventually';
import type { Item, Shop } from './shop';
import { readStored, type Stored } from './stored';

/**
 * Waits until a shop is at rest, then checks that every unit of its products is accounted for, that Processed
 * orders account for what is committed, and that each mail was sent. Returns what is stored.
 */
export async function expectStockAddsUp(
  { layout, productIds }: Pick<Shop, 'layout' | 'productIds'>,
  withinMs = 30_000,
): Promise<Stored> {
  const read = () => readStored(layout.prefix, [...productIds]);
  await eventually(async () => expect(unfinished(await read())).toEqual([]), withinMs);
  // Collections are read one after the other: what was read while the last unit came to rest may not fit together.
  const stored = await read();

  const { products, reservations, orders, mails } = stored;
  const held = quantities(reservations.filter(({ state }) => state === 'held'));
  const committed = quantities(reservations.filter(({ state }) => state === 'committed'));
  const sold = quantities(orders.filter(({ status }) => status === 'Processed'));
  const owners = orders.filter(({ status }) => status !== 'Cancelled').map(({ _id }) => _id);

  for (const { _id, available, initial, restocked, adjusted, ...product } of products) {
    const counted = { held: held.get(_id) ?? 0, committed: committed.get(_id) ?? 0 };
    expect({ _id, ...product }).toMatchObject({ _id, ...counted });
    expect([_id, available + counted.held + counted.committed]).toEqual([_id, initial + restocked + adjusted]);
    expect([_id, counted.committed]).toEqual([_id, sold.get(_id) ?? 0]);
    expect(Math.min(available, product.held, product.committed)).toBeGreaterThanOrEqual(0);
  }
  const sent = mails.filter(({ state }) => state === 'sent').map(({ _id }) => _id);
  expect(sent.sort()).toEqual(owners.sort());
  return stored;
}

/** Work that is not finished. */
function unfinished({ orders, reservations, mails }: Stored): string[] {
  const stored = new Set(orders.map(({ _id }) => _id));
  return [
    ...orders.filter(({ status }) => status === 'Pending').map(({ _id }) => `${_id} is pending`),
    ...orders.filter(({ outbox }) => outbox.length > 0).map(({ _id }) => `${_id} has outbox entries`),
    ...mails.filter(({ state }) => state === 'owed').map(({ _id }) => `${_id} has a pending mail`),
    ...reservations
      .filter(({ _id, state }) => state === 'held' && !stored.has(_id))
      .map(({ _id }) => `${_id} holds stock without an order`),
  ];
}

/** How many units of each product these take together. */
function quantities(takers: { items: Item[] }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { productId, quantity } of takers.flatMap(({ items }) => items)) {
    sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  }
  return sums;
}
