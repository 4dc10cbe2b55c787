import type { OrderStatus } from '@orders/proto/order-status';
import { ofKind, type Call, type ListOrders, type Place, type SeenOrder } from './call';

/** The state of one order as a call showed it: at some moment between `start` and `end`. */
export interface Sighting {
  /** `ended` is Processed or Failed, where the answer does not say which. */
  state: 'absent' | 'ended' | OrderStatus;
  start: number;
  end: number;
  call: Call;
  order?: SeenOrder;
}

/** An order has three states in a fixed sequence: absent, Pending, one of the final ones. */
export const rankOf = ({ state }: Sighting): number => (state === 'absent' ? 0 : state === 'Pending' ? 1 : 2);

/** What is known about one order. */
export interface OrderHistory {
  orderId: string;
  sightings: Sighting[];
  /** The requests that may have placed it. */
  places: Place[];
  /** The requests that may have ended it. */
  ends: Extract<Call, { kind: 'cancel' | 'fail' }>[];
}

/** Sorts a history by orders. */
export function historiesOfOrders(calls: Call[]): OrderHistory[] {
  const histories = new Map<string, OrderHistory>();
  const of = (orderId: string): OrderHistory => {
    const known = histories.get(orderId) ?? { orderId, sightings: [], places: [], ends: [] };
    histories.set(orderId, known);
    return known;
  };
  addPlaces(ofKind(calls, 'place'), of);
  for (const call of ofKind(calls, 'cancel', 'fail')) of(call.orderId).ends.push(call);
  for (const call of ofKind(calls, 'read', 'cancel', 'fail')) of(call.orderId).sightings.push(...answered(call));
  for (const call of ofKind(calls, 'stream')) {
    const events = call.events.map(({ at, order }, place) => {
      const start = call.events[place - 1]?.at ?? call.start;
      return { state: order.status, start, end: at, call, order };
    });
    of(call.orderId).sightings.push(...events);
  }
  for (const call of ofKind(calls, 'list').filter(({ outcome }) => outcome === 'done')) {
    for (const order of call.orders) of(order.orderId).sightings.push(seen(call, order));
  }
  addMissing(ofKind(calls, 'list'), [...histories.values()]);
  return [...histories.values()];
}

const seen = (call: Call, order: SeenOrder): Sighting => ({
  state: order.status,
  start: call.start,
  end: call.end,
  call,
  order,
});

function answered(call: Extract<Call, { kind: 'read' | 'cancel' | 'fail' }>): Sighting[] {
  if (call.order) return [seen(call, call.order)];
  const { start, end, code } = call;
  if (code === 'ORDER_NOT_FOUND') return [{ state: 'absent', start, end, call }];
  if (code === 'NOT_CANCELLABLE') return [{ state: 'ended', start, end, call }];
  return [];
}

/** All requests under one key are about one order, whichever of them was answered. */
function addPlaces(places: Place[], of: (orderId: string) => OrderHistory): void {
  const orderOfKey = new Map<string, string>();
  for (const place of places) {
    const orderId = ownOrderId(place);
    if (orderId !== undefined) orderOfKey.set(nameOf(place), orderId);
  }
  for (const place of places) {
    const orderId = ownOrderId(place) ?? (place.key === undefined ? undefined : orderOfKey.get(nameOf(place)));
    if (orderId === undefined) continue;
    of(orderId).places.push(place);
    if (place.order) of(orderId).sightings.push(seen(place, place.order));
  }
}

const ownOrderId = ({ order, orderId }: Place) => order?.orderId ?? orderId;

const nameOf = ({ userId, key }: Place) => JSON.stringify([userId, key]);

/** A page that has a place for an order, and does not show it, shows that it is absent. */
function addMissing(lists: ListOrders[], histories: OrderHistory[]): void {
  const ordersOf = Map.groupBy(histories.flatMap(placedOrder), ({ userId }) => userId);
  for (const call of lists.filter(({ outcome }) => outcome === 'done')) {
    const shown = new Set(call.orders.map(({ orderId }) => orderId));
    for (const { order, history } of ordersOf.get(call.userId) ?? []) {
      if (shown.has(order.orderId) || !isWithin(call, order)) continue;
      history.sightings.push({ state: 'absent', start: call.start, end: call.end, call });
    }
  }
}

function placedOrder(history: OrderHistory) {
  const order = history.sightings.find((sighting) => sighting.order)?.order;
  const userId = history.places[0]?.userId;
  return order && userId !== undefined ? [{ userId, order, history }] : [];
}

function isWithin({ after, orders, isLastPage }: ListOrders, order: SeenOrder): boolean {
  const last = orders.at(-1);
  if (after && !isBefore(after, order)) return false;
  return isLastPage || (last !== undefined && isBefore(order, last));
}

/** Whether one order stands before another in a list, newest first. */
const isBefore = (left: SeenOrder, right: SeenOrder) =>
  left.createdAt > right.createdAt || (left.createdAt === right.createdAt && left.orderId > right.orderId);
