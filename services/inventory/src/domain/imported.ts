import { maxStock, newProduct, type Product } from './product';
import type { Item } from './reservation';

/** A product as the original system stored it; nothing about it is certain. */
export interface SourceProduct {
  productId: unknown;
  name: unknown;
  stock: unknown;
  createdAt: Date;
}

const productIdForm = /^[A-Za-z0-9._-]{1,64}$/;

/** The product as it is kept here, or why it cannot be. */
export function takeOverProduct({ productId, name, stock, createdAt }: SourceProduct): Product | { reason: string } {
  if (typeof productId !== 'string' || !productIdForm.test(productId)) {
    return { reason: 'its id is not 1 to 64 of A-Z a-z 0-9 . _ -' };
  }
  if (!isStock(stock)) {
    return { reason: `its stock is no whole number from 0 to ${String(maxStock)}` };
  }
  const displayName = typeof name === 'string' && name !== '' ? name : productId;
  return newProduct({ productId, name: displayName, stock, at: createdAt });
}

const isStock = (stock: unknown): stock is number =>
  typeof stock === 'number' && Number.isInteger(stock) && stock >= 0 && stock <= maxStock;

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
