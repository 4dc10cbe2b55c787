import type { Item } from '../support/shop';
import type { Stored } from '../support/stored';
import type { Observations } from './buyers';

/** Stored work that is not finished. */
export const unfinished = ({ orders, reservations, mails, deliveries }: Stored): string[] => {
  const stored = new Set(orders.map(({ _id }) => _id));
  return [
    ...orders.filter(({ status }) => status === 'Pending').map(({ _id }) => `order ${_id} is Pending`),
    ...orders.filter(({ outbox }) => outbox.length > 0).map(({ _id }) => `order ${_id} has outbox entries`),
    ...mails.filter(({ state }) => state === 'owed').map(({ _id }) => `order ${_id} has a pending mail`),
    ...deliveries
      .filter(({ state }) => state !== 'delivered')
      .map(({ orderId, state }) => `a delivery of order ${orderId} is ${state}`),
    ...reservations
      .filter(({ _id, state }) => state === 'held' && !stored.has(_id))
      .map(({ _id }) => `reservation ${_id} holds stock without an order`),
  ];
};

/** Where the answers that buyers got and the stored data disagree, in a system at rest. */
export function judge(stored: Stored, observed: Observations): string[] {
  const orders = new Map(stored.orders.map((order) => [order._id, order]));
  const mails = new Map(stored.mails.map(({ _id, state }) => [_id, state]));
  const acknowledged = new Set([...observed.orderIds.values()].flatMap((orderIds) => [...orderIds]));
  return [
    ...observed.refusals,
    ...observed.abandoned.map((key) => `key ${key} was never answered`),
    ...[...observed.orderIds]
      .filter(([, orderIds]) => orderIds.size > 1)
      .map(([key, orderIds]) => `key ${key} has the orders ${[...orderIds].join(', ')}`),
    ...[...acknowledged]
      .filter((orderId) => !orders.has(orderId))
      .map((id) => `order ${id} was acknowledged and is lost`),
    ...unacknowledged(stored, observed, acknowledged),
    ...stored.orders.flatMap(({ _id, status }) => {
      const wanted = observed.cancelled.has(_id) ? 'Cancelled' : 'Processed';
      const wrong = status === wanted ? [] : [`order ${_id} is ${status} and should be ${wanted}`];
      const mail = mails.get(_id);
      const isMailed = status === 'Cancelled' ? mail === 'dropped' || mail === undefined : mail === 'sent';
      return isMailed ? wrong : [...wrong, `the mail of the ${status} order ${_id} is ${mail ?? 'not there'}`];
    }),
    ...unbalanced(stored),
    ...unfinished(stored),
  ];
}

/** Orders that were never acknowledged; each abandoned key may have one, and each unknown outcome. */
function unacknowledged(
  { orders }: Stored,
  { abandoned, unknownOutcomes }: Observations,
  acknowledged: Set<string>,
): string[] {
  const unknown = orders.filter(({ _id }) => !acknowledged.has(_id));
  return unknown.length <= abandoned.length + unknownOutcomes
    ? []
    : unknown.map(({ _id }) => `order ${_id} was never acknowledged`);
}

/** Products whose units do not add up. */
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
