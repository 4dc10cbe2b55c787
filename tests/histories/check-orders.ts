import { ofKind, type Call, type SeenOrder, type StreamOrder, type Violation } from './call';
import { historiesOfOrders, rankOf, type OrderHistory, type Sighting } from './sightings';

/**
 * Whether the history of each order is possible. The states of an order follow each other in one sequence, so comparing
 * pairs of answers decides whether all of them fit to one sequence of moments: no search is needed.
 */
export function checkOrders(calls: Call[]): Violation[] {
  return [
    ...historiesOfOrders(calls).flatMap((history) => rules.flatMap((rule) => rule(history))),
    ...ofKind(calls, 'stream').flatMap(checkStream),
    ...checkKeys(calls),
    ...checkUnexpected(calls),
  ];
}

type Rule = (history: OrderHistory) => Violation[];

/** Answers older than what another call, which had ended before, has shown. */
const goesBack: Rule = ({ orderId, places, sightings }) => {
  const byEnd = sightings.toSorted((left, right) => left.end - right.end);
  for (const later of byEnd) {
    const earlier = byEnd.find((sighting) => sighting.end < later.start && rankOf(sighting) > rankOf(later));
    if (!earlier) continue;
    const what = `${earlier.state} was shown before a ${later.call.kind} began that shows it as ${later.state}`;
    const placed = places.filter(({ outcome, start }) => outcome === 'done' && start <= earlier.start).slice(0, 1);
    const shown = [...new Set([...placed, earlier.call, later.call])];
    return [{ rule: nameOf(later), subject: orderId, what, calls: shown }];
  }
  return [];
};

function nameOf({ call: { kind }, state }: Sighting): string {
  if (state !== 'absent') return `a ${kind} shows an older state`;
  return kind === 'list' ? 'a list lacks an acknowledged order' : 'an acknowledged order is not found';
}

const endsTwice: Rule = ({ orderId, sightings }) => {
  const ends = sightings.filter((sighting) => rankOf(sighting) === 2);
  for (const one of ends) {
    const other = ends.find(({ state }) => !isSameEnd(state, one.state));
    if (!other) continue;
    const what = `it is ${one.state}, and it is ${other.state}`;
    return [{ rule: 'an order has two ends', subject: orderId, what, calls: [one.call, other.call] }];
  }
  return [];
};

const isSameEnd = (one: Sighting['state'], other: Sighting['state']) =>
  one === other || (one === 'ended' && other !== 'Cancelled') || (other === 'ended' && one !== 'Cancelled');

const existsTooEarly: Rule = ({ orderId, sightings, places }) => {
  const first = Math.min(...places.map(({ start }) => start));
  const early = sightings.find((sighting) => rankOf(sighting) > 0 && sighting.end < first);
  if (!early || places.length === 0) return [];
  const what = `it was ${early.state} before a request to place it began`;
  return [{ rule: 'an order exists before it is placed', subject: orderId, what, calls: [early.call, ...places] }];
};

/** UNAVAILABLE without a key promises that nothing was done, and nothing else may cancel or fail an order. */
const endsUnasked: Rule = ({ orderId, sightings, ends }) => {
  for (const [status, kind] of [['Cancelled', 'cancel'] as const, ['Failed', 'fail'] as const]) {
    const end = sightings.find(({ state }) => state === status);
    if (!end || ends.some((call) => call.kind === kind && mayBeDone(call) && call.start <= end.end)) continue;
    const what = `it is ${status}, and no ${kind} of it may have been done`;
    return [{ rule: 'an order ends without a request', subject: orderId, what, calls: [...ends, end.call] }];
  }
  return [];
};

const mayBeDone = ({ outcome }: Call) => outcome === 'done' || outcome === 'unknown';

const wasNotDone: Rule = ({ orderId, places, sightings }) => {
  const shown = sightings.find((sighting) => rankOf(sighting) > 0);
  if (!shown || places.length === 0 || places.some(mayBeDone)) return [];
  const what = `it is ${shown.state}, and no request to place it may have been done`;
  return [
    { rule: 'an order is placed although nothing was done', subject: orderId, what, calls: [...places, shown.call] },
  ];
};

const changesItems: Rule = ({ orderId, sightings }) => {
  const [first, ...others] = sightings.filter(({ order }) => order);
  const other = others.find(({ order }) => itemsOf(order) !== itemsOf(first?.order));
  if (!first || !other) return [];
  const what = `it has ${itemsOf(first.order)} and ${itemsOf(other.order)}`;
  return [{ rule: 'items or prices change', subject: orderId, what, calls: [first.call, other.call] }];
};

const itemsOf = (order: SeenOrder | undefined) =>
  (order?.items ?? [])
    .map(({ productId, quantity, unitPrice }) => `${String(quantity)} ${productId} at ${String(unitPrice)}`)
    .sort()
    .join(', ');

const rules: Rule[] = [goesBack, endsTwice, existsTooEarly, endsUnasked, wasNotDone, changesItems];

/** One stream shows each state once, in order; it may begin late and break off. */
function checkStream(call: StreamOrder): Violation[] {
  const revisions = call.events.map(({ revision }) => revision);
  const isInOrder = revisions.every((revision, place) => place === 0 || revision === (revisions[place - 1] ?? 0) + 1);
  if (isInOrder) return [];
  const what = `its events have the revisions ${revisions.join(', ')}`;
  return [{ rule: 'a stream repeats or skips a state', subject: call.orderId, what, calls: [call] }];
}

/** One key is one order. */
function checkKeys(calls: Call[]): Violation[] {
  const acknowledged = ofKind(calls, 'place').filter(({ order, key }) => order && key !== undefined);
  const byKey = Map.groupBy(acknowledged, ({ userId, key }) => JSON.stringify([userId, key]));
  return [...byKey.values()].flatMap(([first, ...others]) => {
    const other = others.find(({ order }) => order?.orderId !== first?.order?.orderId);
    if (!first || !other) return [];
    const what = `the key ${String(first.key)} has two orders`;
    return [{ rule: 'a key has two orders', subject: first.userId, what, calls: [first, other] }];
  });
}

/** Each order in a list was asked for: by a request that was acknowledged, or by one whose outcome is unknown. */
function checkUnexpected(calls: Call[]): Violation[] {
  const places = ofKind(calls, 'place');
  const acknowledged = new Set(places.map(({ order, orderId }) => order?.orderId ?? orderId));
  const asked = Map.groupBy(places.filter(isOpen(places)), ({ userId, items }) => basketOf(userId, items));
  const found = new Map<string, { order: SeenOrder; call: Call }>();
  for (const call of ofKind(calls, 'list')) {
    for (const order of call.orders) {
      if (acknowledged.has(order.orderId) || found.has(order.orderId)) continue;
      found.set(order.orderId, { order, call });
      if (asked.get(basketOf(call.userId, order.items))?.pop()) continue;
      const what = 'no request that may have placed it is left over';
      const refused = places.filter(({ userId, outcome }) => userId === call.userId && outcome === 'not done');
      const rule = 'an order is placed although nothing was done';
      return [{ rule, subject: order.orderId, what, calls: [...refused.slice(-2), call] }];
    }
  }
  return [];
}

/** Requests that may each have placed an order of their own that nobody was told about. */
const isOpen = (places: Call[]) => {
  const known = new Set<string>();
  for (const { userId, key, order } of ofKind(places, 'place')) if (order && key) known.add(`${userId} ${key}`);
  return ({ userId, key, outcome }: Extract<Call, { kind: 'place' }>) => {
    if (outcome !== 'unknown' || (key !== undefined && known.has(`${userId} ${key}`))) return false;
    if (key !== undefined) known.add(`${userId} ${key}`);
    return true;
  };
};

export const basketOf = (userId: string, items: { productId: string; quantity: number }[]) =>
  `${userId}: ${items
    .map(({ productId, quantity }) => `${String(quantity)} ${productId}`)
    .sort()
    .join(', ')}`;
