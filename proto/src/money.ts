import { z } from 'zod';
import type { Item } from './items';

/** A whole number of the minor unit of a currency, such as cents. */
export interface Money {
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** An item with the name and the price that its product had when its stock was taken. */
export interface PricedItem extends Item {
  name: string;
  unitPrice: number;
}

/**
 * What the items cost together. A sum past `Number.MAX_SAFE_INTEGER` may be rounded, but never to a number below: whether
 * it is safe says whether it is exact.
 */
export const sumOfPrices = (items: PricedItem[]): number =>
  items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);

/** The items of an order for which no prices were decided: they cost nothing, and their products' ids are their names. */
export const withoutPrices = (items: (Item & Partial<PricedItem>)[]): PricedItem[] =>
  items.map(({ productId, quantity, name = productId, unitPrice = 0 }) => ({ productId, name, quantity, unitPrice }));

export const isSameMoney = (left: Money, right: Money): boolean =>
  left.amount === right.amount && left.currency === right.currency;

/** The money that a message carries, if it carries any: 64-bit numbers are strings there. */
export const fromWireMoney = (money: { amount: string; currency: string } | null | undefined): Money | undefined =>
  money ? { amount: Number(money.amount), currency: money.currency } : undefined;

/** The same, as a field of a request. */
export const wireMoney = z
  .object({ amount: z.string().regex(/^\d{1,16}$/, 'must be a whole number'), currency: z.string().max(3) })
  .nullish()
  .transform(fromWireMoney);
