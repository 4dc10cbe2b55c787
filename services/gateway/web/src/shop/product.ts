import type { Money } from '../ui/money';

export interface Product {
  productId: string;
  name: string;
  description: string;
  imageUrl: string | null;
  price: Money;
  stock: number;
  archived: boolean;
  revision: number;
}

export const productPath = (productId: string) => `/api/products/${encodeURIComponent(productId)}`;
export const productHref = (productId: string) => `#/products/${encodeURIComponent(productId)}`;

const maxQuantity = 1_000_000;
const fewUnits = 5;

/** How many of a product one order can take. */
export const orderable = ({ stock }: Pick<Product, 'stock'>) => Math.min(stock, maxQuantity);

/** What was typed as a quantity within its bounds; undefined where it is no number. */
export function boundedQuantity(typed: string, max: number): number | undefined {
  if (!/^\s*\d+\s*$/.test(typed)) return undefined;
  return Math.min(Number(typed), max);
}

export interface StockNote {
  text: string;
  level: 'plenty' | 'few' | 'none';
}

export function stockNote(stock: number): StockNote {
  if (stock === 0) return { text: 'Sold out', level: 'none' };
  return stock <= fewUnits
    ? { text: `Only ${stock} left`, level: 'few' }
    : { text: `${stock.toLocaleString()} in stock`, level: 'plenty' };
}
