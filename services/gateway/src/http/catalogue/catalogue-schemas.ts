import { productId, wholeNumber } from '@orders/proto/items';
import { maxDescriptionLength, maxImageUrlLength, maxPrice, price } from '@orders/proto/product-fields';
import { z } from 'zod';
import type { Product } from '../../clients/inventory-client';
import { ifMatch, ifNoneMatch } from '../server/entity-tags';
import { answer, control, multilineText, nextCursor, pageQueryOf, text, trimmedText } from '../server/fields';
import { idempotencyHeaders } from '../server/read-request';

const maxStock = 1_000_000_000;

// A path of two slashes would name another host.
const imageUrlPattern = String.raw`^(https?://[^\s/?#\\${control}][^\s\\${control}]*|/([^\s/\\${control}][^\s\\${control}]*)?)$`;

const name = trimmedText(1, 100).meta({ examples: ['Shirt'] });
const stock = wholeNumber(0, maxStock).meta({ examples: [10], description: 'The quantity that can still be ordered.' });
const described = {
  price: price.meta({ description: "The price of one, in the minor unit of the shop's currency.", examples: [1_999] }),
  description: multilineText(maxDescriptionLength).meta({ examples: ['A plain shirt of heavy cotton.'] }),
  imageUrl: z
    .string()
    .max(maxImageUrlLength, `must have at most ${maxImageUrlLength.toLocaleString('en-US')} characters`)
    .refine(isImageUrl, 'must be an http or https URL, or a path that starts with one /')
    .nullable()
    .meta({
      description: 'An http or https URL, or a path on the server of the shop; null is none.',
      examples: ['/assets/products/shirt.svg'],
      override: { type: ['string', 'null'], maxLength: maxImageUrlLength, pattern: imageUrlPattern },
    }),
};
const archived = z
  .boolean()
  .meta({ description: 'Whether it is hidden from buyers and cannot be ordered.', examples: [false] });

export const changeHeaders = idempotencyHeaders(
  'For a day a repeated request with the same key makes the change once and gets the same answer; a refusal is not remembered.',
);

export const conditionalChangeHeaders = changeHeaders.extend({ 'If-Match': ifMatch });
export const readHeaders = z.object({ 'If-None-Match': ifNoneMatch });

/** The size of a page of the catalogue whose request names no limit. */
export const defaultCataloguePageSize = 50;

export const cataloguePage = z.strictObject({
  ...pageQueryOf(defaultCataloguePageSize),
  q: text(0, 100)
    .optional()
    .meta({
      description: 'What words of the name begin with, all of them, or the id; in any case, with or without accents.',
      examples: ['shirt'],
    }),
});

export const productPath = z.object({ productId });

export const newProduct = z
  .strictObject({
    productId,
    name,
    stock,
    price: described.price.optional(),
    description: described.description.optional(),
    imageUrl: described.imageUrl.optional(),
  })
  .meta({ id: 'NewProduct' });

export const productChange = z
  .strictObject({ name, stock, ...described, archived })
  .partial()
  .refine(
    (change) => Object.keys(change).length > 0,
    'at least one of name, stock, price, description, imageUrl and archived is required',
  )
  .meta({ id: 'ProductChange', override: { minProperties: 1 } });

/** A line of an import. */
export const importedProduct = z
  .strictObject({ name, stock, ...described, archived })
  .partial()
  .extend({ productId })
  .meta({ id: 'ImportedProduct' });

export const importExample =
  '{"productId": "prod1", "name": "Shirt", "stock": 10, "price": 1999}\n{"productId": "prod2", "price": 5990}\n';

const failedLine = z.object({
  line: z.int().min(1),
  code: z.enum(['VALIDATION_FAILED', 'DUPLICATE_PRODUCT']),
  message: z.string(),
});
const count = z.int().min(0);

export const importAnswer = answer(
  'ImportAnswer',
  { created: count, updated: count, unchanged: count, failed: z.array(failedLine) },
  {
    created: 1,
    updated: 1,
    unchanged: 0,
    failed: [{ line: 3, code: 'VALIDATION_FAILED', message: 'name: is required for a new product' }],
  },
);

export const restock = z
  .strictObject({ quantity: wholeNumber(1, maxStock).meta({ examples: [5] }) })
  .meta({ id: 'Restock' });

/** A sum of money. */
const money = z
  .object({
    amount: z.int().min(0).max(maxPrice).meta({ description: 'In the minor unit of the currency.' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .meta({ description: 'An ISO 4217 code.' }),
  })
  .meta({ id: 'Price', examples: [{ amount: 1_999, currency: 'EUR' }] });

const product = z
  .object({
    productId: z.string(),
    name: z.string(),
    description: z.string(),
    imageUrl: z.string().nullable(),
    price: money,
    stock: z.int(),
    archived: z.boolean(),
    revision: z.int().meta({ description: 'Grows with each change, those of the stock included.' }),
  })
  .meta({ id: 'Product' });

const productExample: z.input<typeof product> = {
  productId: 'prod1',
  name: 'Shirt',
  description: 'A plain shirt of heavy cotton.',
  imageUrl: '/assets/products/shirt.svg',
  price: { amount: 1_999, currency: 'EUR' },
  stock: 10,
  archived: false,
  revision: 17,
};

export const productAnswer = answer('ProductAnswer', { product }, { product: productExample });
export const productsAnswer = answer(
  'ProductsAnswer',
  { products: z.array(product), nextCursor },
  { products: [productExample], nextCursor: null },
);

/** A product as clients see it. */
export const toProductBody = (
  { productId: id, price: amount, ...rest }: Product,
  currency: string,
): z.input<typeof product> => ({ productId: id, ...rest, price: { amount, currency } });

/** Browsers read a backslash as a slash, and forgive white space that other clients do not. */
function isImageUrl(value: string): boolean {
  return (
    value.isWellFormed() && new RegExp(imageUrlPattern).test(value) && (value.startsWith('/') || URL.canParse(value))
  );
}
