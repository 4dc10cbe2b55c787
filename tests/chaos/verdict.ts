import type { Item } from '../support/shop';
import type { Stored } from '../support/stored';
import type { Known } from './buyers';

/** What is stored and still under way. */
export const unfinished = ({ orders, reservations, mails }: Stored): string[] => {
  const stored = new Set(orders.map(({ _id }) => _id));
  return [
    ...orders.filter(({ status }) => status === 'Pending').map(({ _id }) => `order ${_id} is Pending`),
    ...orders.filter(({ outbox }) => outbox.length > 0).map(({ _id }) => `order ${_id} owes an effect`),
    ...mails.filter(({ state }) => state === 'owed').map(({ _id }) => `order ${_id} owes a mail`),
    ...reservations
      .filter(({ _id, state }) => state === 'held' && !stored.has(_id))
      .map(({ _id }) => `reservation ${_id} holds stock without an order`),
  ];
};

/** What disagrees between the answers that buyers got and what is stored, on a system at rest. */
export function judge(stored: Stored, known: Known): string[] {
  const orders = new Map(stored.orders.map((order) => [order._id, order]));
  const mails = new Map(stored.mails.map(({ _id, state }) => [_id, state]));
  const acknowledged = new Set([...known.orderIds.values()].flatMap((orderIds) => [...orderIds]));
  return [
    ...known.refusals,
    ...known.givenUp.map((key) => `key ${key} was never answered`),
    ...[...known.orderIds]
      .filter(([, orderIds]) => orderIds.size > 1)
      .map(([key, orderIds]) => `key ${key} has the orders ${[...orderIds].join(', ')}`),
    ...[...acknowledged]
      .filter((orderId) => !orders.has(orderId))
      .map((id) => `order ${id} was acknowledged and is lost`),
    ...strangers(stored, known, acknowledged),
    ...stored.orders.flatMap(({ _id, status }) => {
      const wanted = known.cancelled.has(_id) ? 'Cancelled' : 'Processed';
      const wrong = status === wanted ? [] : [`order ${_id} is ${status} and should be ${wanted}`];
      const mail = mails.get(_id);
      const isMailed = status === 'Cancelled' ? mail === 'dropped' || mail === undefined : mail === 'sent';
      return isMailed ? wrong : [...wrong, `the mail of the ${status} order ${_id} is ${mail ?? 'not there'}`];
    }),
    ...unbalanced(stored),
    ...unfinished(stored),
  ];
}

/** Orders that nobody was told of; whoever gave up may have one. */
function strangers({ orders }: Stored, { givenUp }: Known, acknowledged: Set<string>): string[] {
  const unknown = orders.filter(({ _id }) => !acknowledged.has(_id));
  return unknown.length <= givenUp.length ? [] : unknown.map(({ _id }) => `order ${_id} was never acknowledged`);
}

/** Products whose pieces are not all accounted for. */
function unbalanced({ products, orders, reservations }: Stored): string[] {
  const sold = quantities(orders.filter(({ status }) => status === 'Processed'));
  const held = quantities(reservations.filter(({ state }) => state === 'held'));
  return products.flatMap(({ _id, available, initial, restocked, adjusted, ...product }) => {
    const sums = [
      available + product.held + product.committed === initial + restocked + adjusted,
      product.committed === (sold.get(_id) ?? 0),
      product.held === (held.get(_id) ?? 0),
      Math.min(available, product.held, product.committed) >= 0,
    ];
    if (sums.every(Boolean)) return [];
    const counted = { sold: sold.get(_id) ?? 0, held: held.get(_id) ?? 0 };
    return [`the stock of ${_id} does not add up: ${JSON.stringify({ available, ...product, initial, counted })}`];
  });
}

function quantities(takers: { items: Item[] }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { productId, quantity } of takers.flatMap(({ items }) => items)) {
    sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  }
  return sums;
}
