import { InventoryService } from '@orders/proto';
import type { ProductOutput } from '@orders/proto/inventory/v1/Product';
import type { ReservationStateOutput } from '@orders/proto/inventory/v1/ReservationState';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { pingMs, requestDeadlineMs } from '@orders/shared/time-limits';
import { isoTime } from './from-wire';

export interface Product {
  productId: string;
  name: string;
  stock: number;
}

interface Operation {
  operationId: string;
}

const reservationStates: Record<ReservationStateOutput, string> = {
  RESERVATION_STATE_UNSPECIFIED: 'unknown',
  RESERVATION_STATE_HELD: 'held',
  RESERVATION_STATE_COMMITTED: 'committed',
  RESERVATION_STATE_RELEASED: 'released',
  RESERVATION_STATE_EXPIRED: 'expired',
};

/** Calls inventory; a change is made once for its operation id, so its retries are safe. */
export function createInventoryClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(InventoryService, addresses, { tls });

  return {
    listProducts: async () => (await client.unary('ListProducts')({}, requestDeadlineMs)).products,
    getProduct: async (productId: string) =>
      toProduct((await client.unary('GetProduct')({ productId }, requestDeadlineMs)).product),
    createProduct: async (product: Product & Operation) =>
      toProduct((await client.unary('CreateProduct')(product, requestDeadlineMs)).product),
    updateProduct: async (change: { productId: string; name?: string; stock?: number } & Operation) =>
      toProduct((await client.unary('UpdateProduct')(change, requestDeadlineMs)).product),
    restockProduct: async (restocked: { productId: string; quantity: number } & Operation) =>
      toProduct((await client.unary('RestockProduct')(restocked, requestDeadlineMs)).product),
    /** The reservation of an order, for admins; null where there is none. */
    getReservation: async (orderId: string) => {
      const { reservation } = await client.unary('GetReservation')({ orderId }, requestDeadlineMs);
      return (
        reservation && {
          state: reservationStates[reservation.state],
          epoch: reservation.epoch,
          items: reservation.items,
          heldAt: isoTime(reservation.heldAt),
          updatedAt: isoTime(reservation.updatedAt),
        }
      );
    },
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type InventoryClient = ReturnType<typeof createInventoryClient>;

function toProduct(product: ProductOutput | null): Product {
  if (!product) throw new Error('inventory answered without a product');
  return product;
}
