import type { z } from 'zod';
import type { InventoryClient } from '../../clients/inventory-client';
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
} from './catalogue-schemas';

/** The catalogue: anyone may read it, only admins may change it. */
export const catalogueRoutes = (inventory: InventoryClient): Route[] => [
  ...readRoutes(inventory),
  ...changeRoutes(inventory),
];

const readRoutes = (inventory: InventoryClient): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/products',
    summary: 'The catalogue',
    access: 'anyone',
    success: { status: 200, description: 'All products, by product id.', schema: productsAnswer },
    handle: async () => ({ body: { products: await inventory.listProducts() } }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/products/{productId}',
    summary: 'One product',
    access: 'anyone',
    params: productPath,
    success: { status: 200, description: 'The product.', schema: productAnswer },
    failures: ['UNKNOWN_PRODUCT'],
    handle: async ({ params }) => ({ body: { product: await inventory.getProduct(params.productId) } }),
  }),
];

const changeRoutes = (inventory: InventoryClient): Route[] => [
  defineRoute({
    method: 'post',
    path: '/api/products',
    summary: 'Add a product',
    access: 'admin',
    headers: changeHeaders,
    body: newProduct,
    success: { status: 201, description: 'The product is in the catalogue.', schema: productAnswer },
    failures: ['PRODUCT_EXISTS', 'IDEMPOTENCY_KEY_REUSED'],
    handle: async ({ body, ...call }) => ({
      body: { product: await inventory.createProduct({ ...body, ...operationOf(call) }) },
    }),
  }),
  defineRoute({
    method: 'patch',
    path: '/api/products/{productId}',
    summary: 'Rename a product, or set its stock',
    access: 'admin',
    headers: changeHeaders,
    params: productPath,
    body: productChange,
    success: { status: 200, description: 'The product as it is now.', schema: productAnswer },
    failures: ['UNKNOWN_PRODUCT', 'IDEMPOTENCY_KEY_REUSED'],
    handle: async ({ params, body: { name, stock }, ...call }) => {
      const change = { ...params, ...(name !== undefined && { name }), ...(stock !== undefined && { stock }) };
      return { body: { product: await inventory.updateProduct({ ...change, ...operationOf(call) }) } };
    },
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
    handle: async ({ params, body, ...call }) => {
      const product = await inventory.restockProduct({ ...params, quantity: body.quantity, ...operationOf(call) });
      return { body: { product } };
    },
  }),
];

const operationOf = ({ caller, headers }: { caller: Caller; headers: z.infer<typeof changeHeaders> }) => ({
  operationId: operationIdFor(caller.userId, headers['Idempotency-Key']),
});
