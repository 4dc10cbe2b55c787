import type { ApiError } from '../api/api-error';
import type { Money } from '../ui/money';
import { sumOf } from '../ui/money';
import type { Basket, BasketItem } from './basket';
import { orderable, type Product } from './product';
import type { KnownProducts } from './products';

/** What is in the way of ordering a line, and what would clear it. */
export interface LineProblem {
  text: string;
  fix: { label: string; quantity: number };
}

export interface BasketLine {
  productId: string;
  name: string;
  imageUrl: string | null;
  quantity: number;
  /** How many can be ordered; undefined until the product is known. */
  max?: number;
  unitPrice?: Money;
  total?: Money;
  /** The price when it was put in, where that has changed. */
  previousPrice?: Money;
  problem?: LineProblem;
}

/** An order that was refused, and the key of the basket that it was for. */
export interface Refusal {
  key: string;
  error: ApiError;
}

export interface BasketFacts {
  basket: Basket;
  products: KnownProducts;
  refusal?: Refusal | undefined;
}

/** The lines of the basket with what the shop knows about each. */
export function basketLines({ basket, products, refusal }: BasketFacts): BasketLine[] {
  const refused = refusal?.key === basket.key ? limitsOf(refusal.error) : {};
  return basket.items.map((item) => lineOf(item, products[item.productId], refused[item.productId]));
}

/** What the lines cost together; undefined while that is not known. */
export const totalOf = (lines: BasketLine[]) => sumOf(lines.map(({ total }) => total));

/** Whether every line can be ordered as far as the page knows. */
export const canPlace = (lines: BasketLine[]) => lines.length > 0 && lines.every(({ problem }) => !problem);

function lineOf(item: BasketItem, product: KnownProducts[string] | undefined, limit = Infinity): BasketLine {
  const { productId, quantity, name: keptName = productId } = item;
  const line = { productId, name: keptName, imageUrl: null, quantity };
  if (product === undefined) return line;
  if (product === 'gone') return { ...line, problem: unknown };
  const { name, imageUrl } = product;
  if (limit === gone) return { ...line, name, imageUrl, problem: unknown };
  const max = Math.min(orderable(product), limit);
  return {
    ...line,
    name,
    imageUrl,
    max,
    ...pricesOf(item, product),
    ...(quantity > max && { problem: shortage(max) }),
  };
}

function pricesOf({ quantity, unitPrice }: BasketItem, { price }: Product) {
  const isChanged = unitPrice !== undefined && unitPrice.amount !== price.amount;
  return {
    unitPrice: price,
    total: { ...price, amount: price.amount * quantity },
    ...(isChanged && { previousPrice: unitPrice }),
  };
}

const gone = -1;

const unknown: LineProblem = { text: 'No longer in the shop', fix: { label: 'Remove', quantity: 0 } };

const shortage = (max: number): LineProblem =>
  max === 0
    ? { text: 'Sold out', fix: { label: 'Remove', quantity: 0 } }
    : { text: `Only ${max.toLocaleString()} left`, fix: { label: `Take ${max.toLocaleString()}`, quantity: max } };

/** How many of which product a refusal says there are; `gone` where it says that there is no such product. */
function limitsOf({ code, details }: ApiError): Record<string, number> {
  if (!Array.isArray(details)) return {};
  if (code === 'OUT_OF_STOCK')
    return Object.fromEntries(
      (details as { productId: string; available: number }[]).map(({ productId, available }) => [productId, available]),
    );
  if (code !== 'UNKNOWN_PRODUCT') return {};
  return Object.fromEntries((details as { productId: string }[]).map(({ productId }) => [productId, gone]));
}
