import type { z } from 'zod';
import type { InventoryClient, Product } from '../../clients/inventory-client';
import type { Caller } from '../server/authenticate';
import { defineRoute, type Route } from '../server/route';
import { operationIdFor } from '../server/read-request';
import {
  changeHeaders,
  newProduct,
  productAnswer,
  productChange,
  productPath,
  productsAnswer,
  restock,
  toProductBody,
} from './catalogue-schemas';

export interface CatalogueRouteNeeds {
  inventory: InventoryClient;
  /** Of all prices. */
  currency: string;
}

/** The catalogue: anyone may read it, only admins may change it. */
export const catalogueRoutes = (needs: CatalogueRouteNeeds): Route[] => [...readRoutes(needs), ...changeRoutes(needs)];

const readRoutes = ({ inventory, currency }: CatalogueRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/products',
    summary: 'The catalogue',
    access: 'anyone',
    success: { status: 200, description: 'All products, by product id.', schema: productsAnswer },
    handle: async () => ({
      body: { products: (await inventory.listProducts()).map((product) => toProductBody(product, currency)) },
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/products/{productId}',
    summary: 'One product',
    access: 'anyone',
    params: productPath,
    success: { status: 200, description: 'The product.', schema: productAnswer },
    failures: ['UNKNOWN_PRODUCT'],
    handle: async ({ params }) => ({
      body: { product: toProductBody(await inventory.getProduct(params.productId), currency) },
    }),
  }),
];

const changeRoutes = ({ inventory, currency }: CatalogueRouteNeeds): Route[] => {
  const changed = (product: Product) => ({ body: { product: toProductBody(product, currency) } });
  return [
    defineRoute({
      method: 'post',
      path: '/api/products',
      summary: 'Add a product',
      access: 'admin',
      headers: changeHeaders,
      body: newProduct,
      success: { status: 201, description: 'The product is in the catalogue.', schema: productAnswer },
      failures: ['PRODUCT_EXISTS', 'IDEMPOTENCY_KEY_REUSED'],
      handle: async ({ body, ...call }) =>
        changed(await inventory.createProduct({ ...withoutAbsent(body), ...operationOf(call) })),
    }),
    defineRoute({
      method: 'patch',
      path: '/api/products/{productId}',
      summary: 'Change or archive a product',
      access: 'admin',
      headers: changeHeaders,
      params: productPath,
      body: productChange,
      success: { status: 200, description: 'The product as it is now.', schema: productAnswer },
      failures: ['UNKNOWN_PRODUCT', 'IDEMPOTENCY_KEY_REUSED'],
      handle: async ({ params, body, ...call }) =>
        changed(await inventory.updateProduct({ ...params, ...withoutAbsent(body), ...operationOf(call) })),
    }),
    defineRoute({
      method: 'post',
      path: '/api/products/{productId}/restock',
      summary: 'Add to the stock of a product',
      access: 'admin',
      headers: changeHeaders,
      params: productPath,
      body: restock,
      success: { status: 200, description: 'The product as it is now.', schema: productAnswer },
      failures: ['UNKNOWN_PRODUCT', 'STOCK_LIMIT_EXCEEDED', 'IDEMPOTENCY_KEY_REUSED'],
      handle: async ({ params, body: { quantity }, ...call }) =>
        changed(await inventory.restockProduct({ ...params, quantity, ...operationOf(call) })),
    }),
  ];
};

const operationOf = ({ caller, headers }: { caller: Caller; headers: z.infer<typeof changeHeaders> }) => ({
  operationId: operationIdFor(caller.userId, headers['Idempotency-Key']),
});

type WithoutAbsent<Body> = { [Field in keyof Body]: Exclude<Body[Field], undefined> };

/** The wire takes no undefined fields. */
const withoutAbsent = <Body extends object>(body: Body) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as WithoutAbsent<Body>;
