import type { Item } from './order';

/** What is about to be ordered. The key belongs to exactly these items: sent again they stay one order. */
export interface Basket {
  items: Item[];
  key: string;
}

export const emptyBasket = (newKey: () => string): Basket => ({ items: [], key: newKey() });

/** The basket with another quantity of a product; other items are another order, and need another key. */
export function withQuantity(basket: Basket, { productId, quantity }: Item, newKey: () => string): Basket {
  if (quantityOf(basket, productId) === quantity) return basket;
  const others = basket.items.filter((item) => item.productId !== productId);
  const items = quantity > 0 ? [...others, { productId, quantity }] : others;
  return { items: items.sort((left, right) => left.productId.localeCompare(right.productId)), key: newKey() };
}

export const quantityOf = ({ items }: Basket, productId: string) =>
  items.find((item) => item.productId === productId)?.quantity ?? 0;
