import type { Product } from '../domain/product';
import type { Reservation } from '../domain/reservation';
import type { Operation } from '../domain/stock-request';

type Stored<Entity, Key extends keyof Entity> = { _id: Entity[Key] } & Omit<Entity, Key>;

export type ProductDocument = Stored<Product, 'productId'>;
export type ReservationDocument = Stored<Reservation, 'orderId'>;
export type OperationDocument = Stored<Operation, 'operationId'>;

export const toProduct = ({ _id, ...rest }: ProductDocument): Product => ({ productId: _id, ...rest });
export const toReservation = ({ _id, ...rest }: ReservationDocument): Reservation => ({ orderId: _id, ...rest });
export const toOperation = ({ _id, ...rest }: OperationDocument): Operation => ({ operationId: _id, ...rest });

export const fromProduct = ({ productId, ...rest }: Product): ProductDocument => ({ _id: productId, ...rest });
export const fromReservation = ({ orderId, ...rest }: Reservation): ReservationDocument => ({ _id: orderId, ...rest });
export const fromOperation = ({ operationId, ...rest }: Operation): OperationDocument => ({
  _id: operationId,
  ...rest,
});
