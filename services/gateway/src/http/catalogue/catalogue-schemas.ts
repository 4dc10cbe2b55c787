import { productId, wholeNumber } from '@orders/proto/items';
import { z } from 'zod';
import { answer, trimmedText } from '../server/fields';
import { idempotencyHeaders } from '../server/read-request';

const maxStock = 1_000_000_000;

const name = trimmedText(1, 100).meta({ examples: ['Shirt'] });
const stock = wholeNumber(0, maxStock).meta({ examples: [10], description: 'The quantity that can still be ordered.' });

export const changeHeaders = idempotencyHeaders(
  'For a day a repeated request with the same key makes the change once and gets the same answer; a refusal is not remembered.',
);

export const productPath = z.object({ productId });

export const newProduct = z.strictObject({ productId, name, stock }).meta({ id: 'NewProduct' });

export const productChange = z
  .strictObject({ name: name.optional(), stock: stock.optional() })
  .refine((change) => Object.keys(change).length > 0, 'name or stock is required')
  .meta({ id: 'ProductChange', override: { minProperties: 1 } });

export const restock = z
  .strictObject({ quantity: wholeNumber(1, maxStock).meta({ examples: [5] }) })
  .meta({ id: 'Restock' });

const product = z.object({ productId: z.string(), name: z.string(), stock: z.int() }).meta({ id: 'Product' });

const productExample: z.input<typeof product> = { productId: 'prod1', name: 'Shirt', stock: 10 };

export const productAnswer = answer('ProductAnswer', { product }, { product: productExample });
export const productsAnswer = answer('ProductsAnswer', { products: z.array(product) }, { products: [productExample] });
