import type { InventoryClient } from '../../clients/inventory-client';
import { defineRoute, type Route } from '../server/route';
import { newProduct, productAnswer, productChange, productPath, restock } from './catalogue-schemas';

export interface CatalogueRouteNeeds {
  inventory: Pick<InventoryClient, 'createProduct' | 'updateProduct' | 'restockProduct'>;
}

const tag = 'Products';

/** What admins may do to the catalogue. */
export const catalogueRoutes = ({ inventory }: CatalogueRouteNeeds): Route[] => [
  defineRoute({
    method: 'post',
    path: '/api/products',
    tag,
    summary: 'Add a product',
    access: 'admin',
    body: newProduct,
    success: { status: 201, description: 'The product is in the catalogue.', schema: productAnswer },
    failures: ['PRODUCT_EXISTS'],
    handle: async ({ body }) => ({ status: 201, body: { product: await inventory.createProduct(body) } }),
  }),
  defineRoute({
    method: 'patch',
    path: '/api/products/{productId}',
    tag,
    summary: 'Rename a product, or set what can still be ordered of it',
    access: 'admin',
    params: productPath,
    body: productChange,
    success: { status: 200, description: 'The product as it is now.', schema: productAnswer },
    failures: ['UNKNOWN_PRODUCT'],
    handle: async ({ params, body: { name, stock } }) => {
      const change = { ...params, ...(name !== undefined && { name }), ...(stock !== undefined && { stock }) };
      return { status: 200, body: { product: await inventory.updateProduct(change) } };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/products/{productId}/restock',
    tag,
    summary: 'Add to what can be ordered',
    access: 'admin',
    params: productPath,
    body: restock,
    success: { status: 200, description: 'The product as it is now.', schema: productAnswer },
    failures: ['UNKNOWN_PRODUCT', 'STOCK_LIMIT_EXCEEDED'],
    handle: async ({ params, body }) => {
      const product = await inventory.restockProduct({ ...params, quantity: body.quantity });
      return { status: 200, body: { product } };
    },
  }),
];
