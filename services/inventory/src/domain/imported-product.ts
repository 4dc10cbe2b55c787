import { maxStock, newProduct, type Product } from './product';

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
