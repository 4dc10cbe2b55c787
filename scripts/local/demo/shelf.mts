// Finds a product to order, and restocks when the shelf is empty.
import type { Variables } from '../system/env-file.mts';
import { Failure } from '../system/command.mts';
import { signInShopkeeper } from './accounts.mts';
import { expectStatus, type Rest } from './rest.mts';

export interface Product {
  productId: string;
  name: string;
  stock: number;
}

const restockQuantity = 10;

export async function findProduct(rest: Rest, env: Variables): Promise<Product> {
  const products = await catalogue(rest);
  const inStock = products.find(({ stock }) => stock > 0);
  if (inStock !== undefined) return inStock;
  const [first] = products;
  if (first === undefined) throw new Failure('The catalogue is empty: npm run seed:inventory:dev fills it.');
  return restock(rest, { product: first, env });
}

async function catalogue(rest: Rest): Promise<Product[]> {
  return expectStatus(await rest({ path: '/api/products' }), 200)['products'] as Product[];
}

async function restock(rest: Rest, { product, env }: { product: Product; env: Variables }): Promise<Product> {
  const { token } = await signInShopkeeper(rest, env);
  const path = `/api/products/${product.productId}/restock`;
  const answer = await rest({ method: 'POST', path, token, body: { quantity: restockQuantity } });
  console.log(`The shelf was empty; ${restockQuantity} more of ${product.name} (${product.productId}) were put on it.`);
  return expectStatus(answer, 200)['product'] as Product;
}
