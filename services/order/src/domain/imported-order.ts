import { mergeItems, orderBodyText, totalQuantity, withoutPrices, type Item } from '@orders/proto/items';
import { orderStatuses, type OrderStatus } from '@orders/proto/order-status';
import type { PlacedOrder } from './order';

/** An order as the original system stored it; any field may be missing or wrong. */
export interface SourceOrder {
  /** That of its document, which names one without an id of its own. */
  documentId?: unknown;
  orderId: unknown;
  userId: unknown;
  items: unknown;
  totalAmount: unknown;
  status: unknown;
  createdAt: Date;
}

/** What inventory answered for an order that was pending: `held`, or why there is no stock for it. */
export interface ImportedReservation {
  outcome: string;
  epoch: number;
}

interface ImportFacts {
  /** Undefined if the order was final when inventory read it. */
  reservation: ImportedReservation | undefined;
  hash: (text: string) => string;
  at: Date;
}

export type ImportDecision =
  /** Its stock has just been reserved or refused: it is settled here, and its buyer gets a mail. */
  | { outcome: 'open'; order: PlacedOrder }
  /** It came to its end in the original system, which took its stock and sent its mail. */
  | { outcome: 'final'; order: PlacedOrder }
  | { outcome: 'refused'; reason: string }
  /** Inventory has not answered for it: the import may be run again. */
  | { outcome: 'undecided' };

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const userIdForm = /^[0-9a-f]{24}$/i;
const maxTotal = 2_147_483_647;
const statuses: readonly unknown[] = orderStatuses;

/** The order as it is stored here, or why it cannot be. The answer of inventory decides its status, if there is one. */
export function importOrder(source: SourceOrder, { reservation, hash, at }: ImportFacts): ImportDecision {
  const problem = problemOf(source);
  if (problem !== undefined) return { outcome: 'refused', reason: problem };
  const order = asPlaced(source as SoundOrder, hash);
  if (reservation === undefined) {
    return order.status === 'Pending' ? { outcome: 'undecided' } : { outcome: 'final', order };
  }
  return decide(order, reservation, at);
}

/** The form in which order ids are compared and stored. */
export const orderIdOf = ({ orderId }: Pick<SourceOrder, 'orderId'>): string => String(orderId).toLowerCase();

type SoundOrder = SourceOrder & { orderId: string; userId: string; items: Item[]; status: OrderStatus };

function problemOf({ orderId, userId, items, status }: SourceOrder): string | undefined {
  if (!uuidForm.test(orderIdOf({ orderId }))) return 'its id is not a UUID';
  if (typeof userId !== 'string' || !userIdForm.test(userId)) return 'its user id is not 24 hex digits';
  if (!Array.isArray(items) || items.length === 0) return 'it has no items';
  if (!items.every(isItem)) return 'an item has no product id or no quantity of at least 1';
  if (!statuses.includes(status)) return `its status "${String(status)}" is unknown`;
  return undefined;
}

function isItem(item: unknown): item is Item {
  const { productId, quantity } = (item ?? {}) as Record<string, unknown>;
  return typeof productId === 'string' && productId !== '' && Number.isSafeInteger(quantity) && Number(quantity) >= 1;
}

function asPlaced(source: SoundOrder, hash: (text: string) => string): PlacedOrder {
  const { userId, status, createdAt } = source;
  const items = mergeItems(source.items);
  return {
    orderId: orderIdOf(source),
    userId: userId.toLowerCase(),
    items: withoutPrices(items),
    totalAmount: totalOf(source),
    status,
    createdAt,
    updatedAt: createdAt,
    revision: 1,
    bodyHash: hash(orderBodyText({ userId: userId.toLowerCase(), items })),
    epoch: 0,
  };
}

// A total that is missing or not a whole number could not be answered: it becomes the sum, as for other orders.
function totalOf({ totalAmount, items }: SoundOrder): number {
  if (Number.isInteger(totalAmount) && Number(totalAmount) >= 0 && Number(totalAmount) <= maxTotal) {
    return Number(totalAmount);
  }
  return totalQuantity(items);
}

const noStockForms = /^(?:out of stock|unknown product|total too large)\b/;

function decide(order: PlacedOrder, { outcome, epoch }: ImportedReservation, at: Date): ImportDecision {
  if (outcome === 'held') return { outcome: 'open', order: { ...order, status: 'Pending', epoch } };
  if (noStockForms.test(outcome)) return failed(order, outcome, at);
  // An earlier import closed it for lack of stock, and stopped before it was stored.
  if (outcome === 'closed') return failed(order, 'out of stock', at);
  if (outcome === 'differs') return { outcome: 'refused', reason: 'stock is reserved under its id for other items' };
  return { outcome: 'undecided' };
}

const failed = (order: PlacedOrder, reason: string, at: Date): ImportDecision => ({
  outcome: 'open',
  order: { ...order, status: 'Failed', reason, updatedAt: at },
});
