import { mergeItems, orderBodyText, productId as productIdSchema, wholeNumber, type Item } from '@orders/proto/items';
import { maxStock, newProduct, type Product } from './product';

/** A product as the original system stored it; nothing about it is certain. */
export interface SourceProduct {
  /** That of its document, which names one without an id of its own. */
  documentId?: unknown;
  productId: unknown;
  name: unknown;
  stock: unknown;
  createdAt: Date;
}

/** The product as it is stored here, or why it cannot be imported. */
export function importedProduct({ productId, name, stock, createdAt }: SourceProduct): Product | { reason: string } {
  const id = productIdSchema.safeParse(productId);
  if (!id.success) return { reason: 'its id must be 1 to 64 of the characters A-Z a-z 0-9 . _ -, and not . or ..' };
  const initial = wholeNumber(0, maxStock).safeParse(stock);
  if (!initial.success) {
    return { reason: `its stock must be a whole number from 0 to ${maxStock.toLocaleString('en-US')}` };
  }
  const displayName = typeof name === 'string' && name !== '' ? name : id.data;
  return newProduct({ productId: id.data, name: displayName, stock: initial.data, at: createdAt });
}

/** A pending order as the original system stored it; nothing about it is certain. */
export interface SourceOrder {
  orderId: unknown;
  userId: unknown;
  items: unknown;
}

/** What a pending order reserves; `bodyText` is what its body hash is made of. */
export interface ImportedOrder {
  orderId: string;
  items: Item[];
  bodyText: string;
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const userIdForm = /^[0-9a-f]{24}$/i;

/** What a pending order reserves, or why it cannot be imported. */
export function importedOrder({ orderId, userId, items }: SourceOrder): ImportedOrder | { reason: string } {
  const id = String(orderId).toLowerCase();
  if (!uuidForm.test(id)) return { reason: 'its id must be a UUID' };
  if (typeof userId !== 'string' || !userIdForm.test(userId)) return { reason: 'its user id must be 24 hex digits' };
  if (!Array.isArray(items) || items.length === 0) return { reason: 'it has no items' };
  if (!items.every(isItem)) return { reason: 'an item must have a product id and a quantity of at least 1' };
  const merged = mergeItems(items);
  return { orderId: id, items: merged, bodyText: orderBodyText({ userId, items: merged }) };
}

function isItem(item: unknown): item is Item {
  const { productId, quantity } = (item ?? {}) as Record<string, unknown>;
  return typeof productId === 'string' && productId !== '' && Number.isSafeInteger(quantity) && Number(quantity) >= 1;
}
