import type { Item } from './reservation';

/** A pending order as the original system stored it; nothing about it is certain. */
export interface SourceOrder {
  orderId: unknown;
  userId: unknown;
  items: unknown;
}

/** What a pending order asks stock for; `bodyText` is what its body hash is made of. */
export interface TakenOverOrder {
  orderId: string;
  items: Item[];
  bodyText: string;
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const userIdForm = /^[0-9a-f]{24}$/i;

/** What a pending order reserves, or why it cannot be taken over. */
export function takeOverOrder({ orderId, userId, items }: SourceOrder): TakenOverOrder | { reason: string } {
  const id = String(orderId).toLowerCase();
  if (!uuidForm.test(id)) return { reason: 'its id is no uuid' };
  if (typeof userId !== 'string' || !userIdForm.test(userId)) return { reason: 'its user id is not 24 hex digits' };
  if (!Array.isArray(items) || items.length === 0) return { reason: 'it has no items' };
  if (!items.every(isItem)) return { reason: 'an item has no product id or no quantity of at least 1' };
  const merged = mergeItems(items);
  return { orderId: id, items: merged, bodyText: bodyTextOf(userId, merged) };
}

function isItem(item: unknown): item is Item {
  const { productId, quantity } = (item ?? {}) as Record<string, unknown>;
  return typeof productId === 'string' && productId !== '' && Number.isSafeInteger(quantity) && Number(quantity) >= 1;
}

function mergeItems(items: Item[]): Item[] {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of items) quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  return [...quantities]
    .map(([productId, quantity]) => ({ productId, quantity }))
    .sort((left, right) => (left.productId < right.productId ? -1 : 1));
}

// The twin of what the order service hashes when an order is placed: a repeated Place must find the same body.
const bodyTextOf = (userId: string, items: Item[]): string =>
  JSON.stringify([userId, ...items.map(({ productId, quantity }) => [productId, quantity])]);
