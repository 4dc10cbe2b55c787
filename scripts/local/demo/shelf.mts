// Finds a product to order, and restocks when the shelf is empty.
import { Failure } from '../system/command.mts';
import { expectStatus, type Rest } from './rest.mts';

export interface Product {
  productId: string;
  name: string;
  stock: number;
}

const restockQuantity = 10;

export async function findProduct(rest: Rest, token: string): Promise<Product> {
  const products = await catalogue(rest);
  const inStock = products.find(({ stock }) => stock > 0);
  if (inStock !== undefined) return inStock;
  const [first] = products;
  if (first === undefined) throw new Failure('The catalogue is empty: npm run seed:inventory:dev fills it.');
  return restock(rest, { product: first, token });
}

async function catalogue(rest: Rest): Promise<Product[]> {
  return expectStatus(await rest({ path: '/api/products' }), 200)['products'] as Product[];
}

async function restock(rest: Rest, { product, token }: { product: Product; token: string }): Promise<Product> {
  const path = `/api/products/${product.productId}/restock`;
  const answer = await rest({ method: 'POST', path, token, body: { quantity: restockQuantity } });
  console.log(`The shelf was empty; ${restockQuantity} more of ${product.name} (${product.productId}) were put on it.`);
  return expectStatus(answer, 200)['product'] as Product;
}
