import type { Money } from '../ui/money';

export interface BasketItem {
  productId: string;
  quantity: number;
  /** Name and price when it was put in; baskets of an earlier version have none. */
  name?: string;
  unitPrice?: Money;
}

/** What is about to be ordered. The key belongs to exactly these items: sent again they stay one order. */
export interface Basket {
  items: BasketItem[];
  key: string;
}

export const emptyBasket = (newKey: () => string): Basket => ({ items: [], key: newKey() });

/** The basket with another quantity of a product; other items are another order, and need another key. */
export function withQuantity(basket: Basket, item: BasketItem, newKey: () => string): Basket {
  const { productId, quantity } = item;
  const present = basket.items.find((other) => other.productId === productId);
  if ((present?.quantity ?? 0) === quantity) return basket;
  const others = basket.items.filter((other) => other !== present);
  const items = quantity > 0 ? [...others, { ...item, ...present, quantity }] : others;
  return { items: items.sort((left, right) => left.productId.localeCompare(right.productId)), key: newKey() };
}

export const quantityOf = ({ items }: Basket, productId: string) =>
  items.find((item) => item.productId === productId)?.quantity ?? 0;

export const unitsIn = ({ items }: Basket) => items.reduce((sum, { quantity }) => sum + quantity, 0);
