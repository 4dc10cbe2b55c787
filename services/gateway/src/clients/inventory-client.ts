import { InventoryService } from '@orders/proto';
import type { ProductOutput } from '@orders/proto/inventory/v1/Product';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';

export interface Product {
  productId: string;
  name: string;
  stock: number;
}

const callMs = 4_500;

/** Asks inventory about the catalogue; each change carries an operation id, which makes its retries safe. */
export function createInventoryClient(addresses: string, newOperationId: () => string, tls?: GrpcTls) {
  const client = createGrpcClient(InventoryService, addresses, { tls });
  const [list, get, create, update, restock] = [
    client.unary('ListProducts'),
    client.unary('GetProduct'),
    client.unary('CreateProduct'),
    client.unary('UpdateProduct'),
    client.unary('RestockProduct'),
  ];
  const operation = () => ({ operationId: newOperationId() });

  return {
    listProducts: async () => (await list({}, callMs)).products,
    getProduct: async (productId: string) => toProduct((await get({ productId }, callMs)).product),
    createProduct: async (product: Product) =>
      toProduct((await create({ ...product, ...operation() }, callMs)).product),
    updateProduct: async (change: { productId: string; name?: string; stock?: number }) =>
      toProduct((await update({ ...change, ...operation() }, callMs)).product),
    restockProduct: async (restocked: { productId: string; quantity: number }) =>
      toProduct((await restock({ ...restocked, ...operation() }, callMs)).product),
    ping: () => client.ping(500),
    stop: client.stop,
  };
}

export type InventoryClient = ReturnType<typeof createInventoryClient>;

function toProduct(product: ProductOutput | null): Product {
  if (!product) throw new Error('inventory answered without a product');
  return product;
}
