import type { InventoryClient } from '../../clients/inventory-client';
import { defineRoute, type Route } from '../server/route';
import { productAnswer, productPath, productsAnswer } from './catalogue-schemas';

export interface ProductRouteNeeds {
  inventory: Pick<InventoryClient, 'listProducts' | 'getProduct'>;
}

const tag = 'Products';

/** The catalogue, for everyone to see. */
export const productRoutes = ({ inventory }: ProductRouteNeeds): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/products',
    tag,
    summary: 'The catalogue',
    access: 'anyone',
    success: { status: 200, description: 'All products, by product id.', schema: productsAnswer },
    failures: [],
    handle: async () => ({ status: 200, body: { products: await inventory.listProducts() } }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/products/{productId}',
    tag,
    summary: 'One product',
    access: 'anyone',
    params: productPath,
    success: { status: 200, description: 'The product.', schema: productAnswer },
    failures: ['UNKNOWN_PRODUCT'],
    handle: async ({ params }) => ({ status: 200, body: { product: await inventory.getProduct(params.productId) } }),
  }),
];
