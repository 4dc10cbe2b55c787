import { z } from 'zod';
import { trimmedText } from '../server/fields';

export const productId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 of A-Z a-z 0-9 . _ -')
  .meta({ examples: ['prod1'] });

const name = trimmedText(1, 100).meta({ examples: ['Shirt'] });
const stock = z
  .int()
  .min(0)
  .max(1_000_000_000)
  .meta({ examples: [10], description: 'What can still be ordered.' });

export const productPath = z.object({ productId });

export const newProduct = z.strictObject({ productId, name, stock }).meta({ id: 'NewProduct' });

export const productChange = z
  .strictObject({ name: name.optional(), stock: stock.optional() })
  .refine((change) => Object.keys(change).length > 0, 'name or stock is needed')
  .meta({ id: 'ProductChange', override: { minProperties: 1 } });

export const restock = z
  .strictObject({
    quantity: z
      .int()
      .min(1)
      .max(1_000_000_000)
      .meta({ examples: [5] }),
  })
  .meta({ id: 'Restock' });

const product = z.object({ productId: z.string(), name: z.string(), stock: z.int() }).meta({ id: 'Product' });

export const productAnswer = z.object({ success: z.literal(true), product }).meta({ id: 'ProductAnswer' });
export const productsAnswer = z
  .object({ success: z.literal(true), products: z.array(product) })
  .meta({ id: 'ProductsAnswer' });
