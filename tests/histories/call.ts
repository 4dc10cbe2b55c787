import type { OrderStatus } from '@orders/proto/order-status';
import type { Item } from '@orders/proto/items';

/** How a call ended, as far as its caller can know. */
export type Outcome =
  /** It was answered with what it asked for. */
  | 'done'
  /** It was refused for a reason of its own, such as OUT_OF_STOCK. */
  | 'refused'
  /** UNAVAILABLE without a key: no part of it may ever take effect. */
  | 'not done'
  /** No answer, OUTCOME_UNKNOWN, or UNAVAILABLE under a key: it may take effect, also after the call. */
  | 'unknown';

export interface SeenOrder {
  orderId: string;
  status: OrderStatus;
  items: (Item & { unitPrice: number })[];
  /** The place in lists; in milliseconds. */
  createdAt: number;
}

export interface SeenProduct {
  stock: number;
  price: number;
  revision?: number | undefined;
}

interface Timed {
  client: string;
  /** Milliseconds on one monotonic clock of all clients. */
  start: number;
  /** Infinity where there was no answer. */
  end: number;
  outcome: Outcome;
  /** The error code of a call that was not done. */
  code?: string | undefined;
}

export interface Place extends Timed {
  kind: 'place';
  userId: string;
  key?: string | undefined;
  /** Where it is known without an answer. */
  orderId?: string | undefined;
  items: Item[];
  order?: SeenOrder | undefined;
  /** What OUT_OF_STOCK said is there. */
  available?: { productId: string; available: number }[] | undefined;
}

/** `fail` is an operator's. */
export interface EndOrder extends Timed {
  kind: 'cancel' | 'fail';
  orderId: string;
  order?: SeenOrder | undefined;
}

export interface ReadOrder extends Timed {
  kind: 'read';
  orderId: string;
  order?: SeenOrder | undefined;
}

/** A page of a user's orders, newest first. */
export interface ListOrders extends Timed {
  kind: 'list';
  userId: string;
  orders: SeenOrder[];
  /** The last order of the page before. */
  after?: SeenOrder | undefined;
  isLastPage: boolean;
}

export interface StreamOrder extends Timed {
  kind: 'stream';
  orderId: string;
  events: { at: number; revision: number; order: SeenOrder }[];
}

export interface ChangeProduct extends Timed {
  kind: 'create' | 'restock' | 'set';
  productId: string;
  key?: string | undefined;
  /** Units that a restock adds. */
  quantity?: number | undefined;
  stock?: number | undefined;
  price?: number | undefined;
  product?: SeenProduct | undefined;
}

export interface ReadProduct extends Timed {
  kind: 'look';
  productId: string;
  /** How old the answer may be: that of a gateway's cache. */
  staleMs: number;
  /** Whether nothing was in progress any more, and all orders had been listed. */
  isAtRest: boolean;
  product?: SeenProduct | undefined;
}

/** One call of a buyer or an admin, with what was asked and answered. */
export type Call = Place | EndOrder | ReadOrder | ListOrders | StreamOrder | ChangeProduct | ReadProduct;

/** Calls of one kind, or of some. */
export const ofKind = <Kind extends Call['kind']>(calls: Call[], ...kinds: Kind[]) =>
  calls.filter((call): call is Extract<Call, { kind: Kind }> => (kinds as string[]).includes(call.kind));

export interface Violation {
  /** The promise that was broken. */
  rule: string;
  /** The order, the product or the user that it is about. */
  subject: string;
  what: string;
  /** The fewest calls that show it. */
  calls: Call[];
}
