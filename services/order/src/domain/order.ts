import { totalQuantity, withoutPrices, type Item, type Money, type PricedItem } from '@orders/proto/items';
import type { OrderStatus } from '@orders/proto/order-status';
import type { Priced } from '@orders/proto/reserve-answer';

/** An order as its buyer sees it. */
export interface Order {
  /** A UUID. */
  orderId: string;
  userId: string;
  /** Each product once, sorted by product id. */
  items: PricedItem[];
  /** The sum of the quantities. */
  totalAmount: number;
  /** What the items cost together; absent where no prices were decided: in orders of earlier releases and of the original system. */
  total?: Money;
  status: OrderStatus;
  /** Why it failed, if it did. */
  reason?: string;
  createdAt: Date;
  updatedAt: Date;
  /** Grows by one with each change of the status. */
  revision: number;
}

/** A new order, with what its buyer never sees. */
export interface PlacedOrder extends Order {
  /** Equal for two requests that order the same. */
  bodyHash: string;
  /** The epoch of the reservation that holds its stock. */
  epoch: number;
}

/** An effect on another system that a change of an order causes; removed once it is acknowledged. */
export interface OutboxEntry {
  id: string;
  kind: 'publish' | 'release';
  at: Date;
  /** W3C trace context of the request that caused it. */
  traceparent?: string;
  requestId?: string;
}

/** An outbox entry with its order. */
export interface PendingDelivery {
  order: Order;
  entry: OutboxEntry;
}

/** An order with everything that is stored about it, for operators. */
export interface OrderStory {
  order: Order;
  /** What is not acknowledged yet. */
  outbox: OutboxEntry[];
  /** How often its message was sent again. */
  republishes: number;
  /** When it is sent again next; never where it is not given. */
  republishAt?: Date;
  epoch: number;
  /** Whether it was imported after it had come to its end in the original system. */
  isImported: boolean;
}

/** A reservation under an order id; the epoch tells it from earlier ones. */
export interface ReservationAttempt {
  orderId: string;
  epoch: number;
}

/** An order whose message is to be sent again: it was published long ago, and the processor has not settled it. */
export interface RepublishCandidate {
  order: Order;
  republishAt: Date;
  republishes: number;
}

export interface OrderBody {
  orderId: string;
  userId: string;
  items: Item[];
}

/** What inventory answered when it took the stock. */
export interface Reserved {
  epoch: number;
  priced?: Priced;
}

/** A new order, whose stock has just been reserved, with the prices that were decided with it. */
export const placedOrder = (
  body: OrderBody,
  { bodyHash, epoch, priced, at }: Reserved & { bodyHash: string; at: Date },
): PlacedOrder => ({
  orderId: body.orderId,
  userId: body.userId,
  items: priced?.items ?? withoutPrices(body.items),
  totalAmount: totalQuantity(body.items),
  ...(priced && { total: priced.total }),
  status: 'Pending',
  createdAt: at,
  updatedAt: at,
  revision: 1,
  bodyHash,
  epoch,
});

/** Past this age a pending order is published again even while the queue holds messages. */
export const veryOldMs = 900_000;

const firstRepublishMs = 10_000;
const longestRepublishMs = 3_600_000;

/** When the message of an order that was published again `times` times is sent next: after 10 s, 20 s, 40 s ... 1 h. */
export function nextRepublishAt(times: number, now: Date): Date {
  const delayMs = Math.min(firstRepublishMs * 2 ** Math.min(times, 20), longestRepublishMs);
  return new Date(now.getTime() + delayMs);
}
