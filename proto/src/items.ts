import { z } from 'zod';

/** How many items an order may have. */
export const maxItems = 100;
/** How much of a product one item may order. */
export const maxItemQuantity = 1_000_000;
/** How much of a product an order may take: all of its items may name the same one. */
export const maxProductQuantity = maxItems * maxItemQuantity;

/** As many of the largest orders, or of their reservations, as fit into one message of gRPC. */
export const maxOrdersInMessage = 100;

/** Splits order ids into groups for which one message can carry the orders. */
export const groupsOf = (orderIds: string[]): string[][] =>
  Array.from({ length: Math.ceil(orderIds.length / maxOrdersInMessage) }, (_, group) =>
    orderIds.slice(group * maxOrdersInMessage, (group + 1) * maxOrdersInMessage),
  );

/** A whole number within bounds that its error message names. */
export function wholeNumber(from: number, to: number) {
  const message = `must be a whole number from ${from.toLocaleString('en-US')} to ${to.toLocaleString('en-US')}`;
  // What is missing altogether is reported as such by whoever parses.
  return z
    .int({ error: ({ input }) => (input === undefined ? undefined : message) })
    .min(from, message)
    .max(to, message);
}

export const productId = z
  .string()
  // A path of `.` or `..` is resolved by clients and never arrives.
  .regex(/^(?!\.{1,2}$)[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 of the characters A-Z a-z 0-9 . _ -, and not . or ..')
  .meta({ examples: ['prod1'] });

export const itemQuantity = wholeNumber(1, maxItemQuantity).meta({ examples: [2] });

/** A quantity of one product, as a buyer orders it. */
export const item = z.strictObject({ productId, quantity: itemQuantity }).meta({ id: 'Item' });

/** The items of an order as a buyer sends them: several may name the same product. */
export const items = z
  .array(item)
  .min(1, 'must have at least 1 item')
  .max(maxItems, `must have at most ${maxItems} items`);

/** The items of an order as services exchange them, with each product at most once. */
export const mergedItems = z
  .array(z.object({ productId, quantity: wholeNumber(1, maxProductQuantity) }))
  .min(1, 'must have at least 1 item')
  .max(maxItems, `must have at most ${maxItems} items`)
  .refine((all) => new Set(all.map((each) => each.productId)).size === all.length, 'must name each product once');

/** A quantity of one product. */
export interface Item {
  productId: string;
  quantity: number;
}

/** Each product once, with its quantities added up, sorted by product id: equal orders look equal. */
export function mergeItems(all: Item[]): Item[] {
  const quantities = new Map<string, number>();
  for (const { productId: id, quantity } of all) quantities.set(id, (quantities.get(id) ?? 0) + quantity);
  return [...quantities]
    .map(([id, quantity]) => ({ productId: id, quantity }))
    .sort((left, right) => (left.productId < right.productId ? -1 : 1));
}

/** The sum of the quantities: an order's total amount. */
export const totalQuantity = (all: Item[]): number => all.reduce((sum, { quantity }) => sum + quantity, 0);

/** The text whose hash says whether two requests order the same; `items` are merged. */
export const orderBodyText = (order: { userId: string; items: Item[] }): string =>
  JSON.stringify([order.userId, ...order.items.map((each) => [each.productId, each.quantity])]);

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
