import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { InventoryClient, Product, ProductPage } from '../../clients/inventory-client';
import type { Caller } from '../server/authenticate';
import { strongTags, tagged, taggedAnswer } from '../server/entity-tags';
import { unknownProduct } from '../server/failures';
import { defineRoute, type Answer, type Route } from '../server/route';
import { operationIdFor } from '../server/read-request';
import type { CatalogueCache } from './catalogue-cache';
import { importRoute } from './import-route';
import * as schemas from './catalogue-schemas';

export interface CatalogueRouteNeeds {
  inventory: InventoryClient;
  cache: CatalogueCache;
  /** Of all prices. */
  currency: string;
}

/** The catalogue: anyone may read it, only admins may change it. */
export const catalogueRoutes = (needs: CatalogueRouteNeeds): Route[] => [
  ...readRoutes(needs),
  importRoute(needs),
  ...changeRoutes(needs),
];

const isAdmin = (caller: Caller | undefined) => caller?.role === 'admin';

// Admins see what they have changed through another gateway at once, too.
const readerFor = (caller: Caller | undefined, cache: CatalogueCache): CatalogueCache['read'] =>
  isAdmin(caller) ? (_key, ask) => ask() : cache.read;

const readRoutes = (needs: CatalogueRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/products',
    summary: 'The catalogue',
    description: 'Archived products are for admins only. What others change shows within a second, to admins at once.',
    access: 'anyone known',
    query: schemas.cataloguePage,
    headers: schemas.readHeaders,
    success: {
      status: 200,
      description: 'A page of the catalogue, by product id.',
      schema: schemas.productsAnswer,
      headers: tagged,
    },
    isCacheable: true,
    handle: async ({ caller, headers, query: { limit = schemas.defaultCataloguePageSize, cursor = '', q = '' } }) => {
      const page = { limit, cursor, query: q.trim(), includeArchived: isAdmin(caller) };
      const read = readerFor(caller, needs.cache);
      const { body, tag } = await read(`page ${JSON.stringify(page)}`, () => askForPage(needs, page));
      return taggedAnswer(body, tag, headers['If-None-Match']);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/products/{productId}',
    summary: 'One product',
    access: 'anyone known',
    params: schemas.productPath,
    headers: schemas.readHeaders,
    success: { status: 200, description: 'The product.', schema: schemas.productAnswer, headers: tagged },
    isCacheable: true,
    failures: ['UNKNOWN_PRODUCT'],
    handle: async ({ caller, headers, params: { productId } }) => {
      const read = readerFor(caller, needs.cache);
      const product = await read(`product ${productId}`, () => needs.inventory.getProduct(productId));
      if (product.archived && !isAdmin(caller)) throw unknownProduct(productId);
      const body = { product: schemas.toProductBody(product, needs.currency) };
      return taggedAnswer(body, tagOf(product), headers['If-None-Match']);
    },
  }),
];

async function askForPage({ inventory, currency }: CatalogueRouteNeeds, page: ProductPage) {
  const { products, nextCursor } = await inventory.listProducts(page);
  const body = { products: products.map((product) => schemas.toProductBody(product, currency)), nextCursor };
  return { body, tag: `"${digestOf(body)}"` };
}

// The previous release of inventory names no revisions, and a product that was never changed has none either.
const tagOf = (product: Product) => (product.revision > 0 ? `"${product.revision}"` : `"0-${digestOf(product)}"`);

const digestOf = (value: object) => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

const changed = {
  status: 200,
  description: 'The product as it is now.',
  schema: schemas.productAnswer,
  headers: tagged,
};

const changeRoutes = (needs: CatalogueRouteNeeds): Route[] => [
  defineRoute({
    method: 'post',
    path: '/api/products',
    summary: 'Add a product',
    access: 'admin',
    headers: schemas.changeHeaders,
    body: schemas.newProduct,
    success: { ...changed, status: 201, description: 'The product is in the catalogue.' },
    failures: ['PRODUCT_EXISTS', 'IDEMPOTENCY_KEY_REUSED'],
    handle: ({ body, ...call }) =>
      change(needs, ({ createProduct }) => createProduct({ ...body, ...operationOf(call) })),
  }),
  defineRoute({
    method: 'patch',
    path: '/api/products/{productId}',
    summary: 'Change or archive a product',
    description:
      'A request that is repeated under its `Idempotency-Key` gets the first answer, whatever `If-Match` says.',
    access: 'admin',
    headers: schemas.conditionalChangeHeaders,
    params: schemas.productPath,
    body: schemas.productChange,
    success: changed,
    failures: ['UNKNOWN_PRODUCT', 'PRECONDITION_FAILED', 'IDEMPOTENCY_KEY_REUSED'],
    handle: ({ params, body, ...call }) => {
      const condition = { ifRevisions: revisionsIn(call.headers['If-Match']) };
      const changes = { ...params, ...body, ...condition, ...operationOf(call) };
      return change(needs, ({ updateProduct }) => updateProduct(changes));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/products/{productId}/restock',
    summary: 'Add to the stock of a product',
    access: 'admin',
    headers: schemas.changeHeaders,
    params: schemas.productPath,
    body: schemas.restock,
    success: changed,
    failures: ['UNKNOWN_PRODUCT', 'STOCK_LIMIT_EXCEEDED', 'IDEMPOTENCY_KEY_REUSED'],
    handle: ({ params, body: { quantity }, ...call }) =>
      change(needs, ({ restockProduct }) => restockProduct({ ...params, quantity, ...operationOf(call) })),
  }),
];

async function change(
  { inventory, cache, currency }: CatalogueRouteNeeds,
  make: (inventory: InventoryClient) => Promise<Product>,
): Promise<Answer> {
  const product = await cache.changing(() => make(inventory));
  return { headers: { ETag: tagOf(product) }, body: { product: schemas.toProductBody(product, currency) } };
}

const operationOf = ({ caller, headers }: { caller: Caller; headers: z.infer<typeof schemas.changeHeaders> }) => ({
  operationId: operationIdFor(caller.userId, headers['Idempotency-Key']),
});

// A tag that is none of ours names a revision that no product has: the condition is there, and is not met.
const noRevision = -1;

const tagForm = /^"(0|[1-9]\d{0,14})(?:-[\w-]{43})?"$/;

/** The revisions that a condition accepts; none where it accepts any. */
function revisionsIn(condition: string | undefined): number[] {
  const tags = strongTags(condition);
  if (!tags) return [];
  const revisions = tags.map((tag) => Number(tagForm.exec(tag)?.[1] ?? noRevision));
  return revisions.length > 0 ? revisions : [noRevision];
}
