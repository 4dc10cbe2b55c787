import { bodyText, mergeItems, type Item, type PlacedOrder } from './order';
import type { OrderStatus } from './order-state';

/** An order as the original system stored it; nothing about it is certain. */
export interface SourceOrder {
  orderId: unknown;
  userId: unknown;
  items: unknown;
  totalAmount: unknown;
  status: unknown;
  createdAt: Date;
}

/** What inventory did for an order that was pending: `held`, or why it has no stock. */
export interface ImportedReservation {
  outcome: string;
  epoch: number;
}

export interface ImportFacts {
  /** Absent where the order was final when inventory looked. */
  reservation: ImportedReservation | undefined;
  hash: (text: string) => string;
  at: Date;
}

export type TakenOver =
  /** It has just got its stock, or been refused it: its buyer hears of its end. */
  | { outcome: 'open'; order: PlacedOrder }
  /** Its end lies in the original system, with stock and mail. */
  | { outcome: 'final'; order: PlacedOrder }
  | { outcome: 'refused'; reason: string }
  /** Inventory has not answered for it: the same may be tried again. */
  | { outcome: 'undecided' };

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const userIdForm = /^[0-9a-f]{24}$/i;
const maxTotal = 2_147_483_647;
const statuses: readonly unknown[] = ['Pending', 'Processed', 'Failed', 'Cancelled'] satisfies OrderStatus[];

/** The order as it is kept here, or why it cannot be. Where inventory has answered, that decides its status. */
export function takeOverOrder(source: SourceOrder, { reservation, hash, at }: ImportFacts): TakenOver {
  const problem = problemOf(source);
  if (problem !== undefined) return { outcome: 'refused', reason: problem };
  const order = asPlaced(source as SoundOrder, hash);
  if (reservation === undefined) {
    return order.status === 'Pending' ? { outcome: 'undecided' } : { outcome: 'final', order };
  }
  return decide(order, reservation, at);
}

/** The form in which ids of orders are compared and kept. */
export const orderIdOf = ({ orderId }: Pick<SourceOrder, 'orderId'>): string => String(orderId).toLowerCase();

type SoundOrder = SourceOrder & { orderId: string; userId: string; items: Item[]; status: OrderStatus };

function problemOf({ orderId, userId, items, status }: SourceOrder): string | undefined {
  if (!uuidForm.test(orderIdOf({ orderId }))) return 'its id is no uuid';
  if (typeof userId !== 'string' || !userIdForm.test(userId)) return 'its user id is not 24 hex digits';
  if (!Array.isArray(items) || items.length === 0) return 'it has no items';
  if (!items.every(isItem)) return 'an item has no product id or no quantity of at least 1';
  if (!statuses.includes(status)) return `its status "${String(status)}" is none that an order can have`;
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
    items,
    totalAmount: totalOf(source),
    status,
    createdAt,
    updatedAt: createdAt,
    revision: 1,
    bodyHash: hash(bodyText({ userId: userId.toLowerCase(), items })),
    epoch: 0,
  };
}

// A total that is no whole number, or is missing, could not be shown: then it is what totals are here.
function totalOf({ totalAmount, items }: SoundOrder): number {
  if (Number.isInteger(totalAmount) && Number(totalAmount) >= 0 && Number(totalAmount) <= maxTotal) {
    return Number(totalAmount);
  }
  return items.reduce((sum, { quantity }) => sum + quantity, 0);
}

const noStockForms = /^(?:out of stock|unknown product)\b/;

function decide(order: PlacedOrder, { outcome, epoch }: ImportedReservation, at: Date): TakenOver {
  if (outcome === 'held') return { outcome: 'open', order: { ...order, status: 'Pending', epoch } };
  if (noStockForms.test(outcome)) return failed(order, outcome, at);
  // An earlier run closed it for lack of stock, and ended before it was stored.
  if (outcome === 'closed') return failed(order, 'out of stock', at);
  if (outcome === 'differs') return { outcome: 'refused', reason: 'stock is reserved under its id for other items' };
  return { outcome: 'undecided' };
}

const failed = (order: PlacedOrder, reason: string, at: Date): TakenOver => ({
  outcome: 'open',
  order: { ...order, status: 'Failed', reason, updatedAt: at },
});
