import type { mongo } from 'mongoose';
import type { Product } from '../domain/product';
import type { Snapshot } from '../domain/draft';
import type { Reservation } from '../domain/reservation';
import type { Keys } from '../use-cases/run-batch';
import type { Collections } from './collections';
import { toOperation, toProduct, toReservation, type ProductDocument } from './documents';

/** Reads the named documents that exist, and the products of the reservations among them. */
export async function readSnapshot(
  { products, reservations, operations }: Collections,
  { productIds, orderIds, operationIds }: Keys,
): Promise<Snapshot> {
  // Products first: stock that a parallel attempt under the same order id took is then explained by its reservation.
  const named = await findProducts(products, productIds);
  const [foundReservations, foundOperations] = await Promise.all([
    orderIds.length === 0 ? [] : reservations.find({ _id: { $in: orderIds } }).toArray(),
    operationIds.length === 0 ? [] : operations.find({ _id: { $in: operationIds } }).toArray(),
  ]);
  const byOrder = new Map(foundReservations.map((document) => [document._id, toReservation(document)]));
  const reserved = await findProducts(products, productIdsBeyond(named, byOrder));

  return {
    products: new Map([...named, ...reserved]),
    reservations: byOrder,
    operations: new Map(foundOperations.map((document) => [document._id, toOperation(document)])),
  };
}

async function findProducts(
  products: mongo.Collection<ProductDocument>,
  productIds: string[],
): Promise<Map<string, Product>> {
  if (productIds.length === 0) return new Map();
  const found = await products.find({ _id: { $in: productIds } }).toArray();
  return new Map(found.map((document) => [document._id, toProduct(document)]));
}

function productIdsBeyond(known: Map<string, Product>, reservations: Map<string, Reservation>): string[] {
  const wanted = new Set<string>();
  for (const { state, items } of reservations.values()) {
    if (state !== 'held' && state !== 'committed') continue;
    for (const { productId } of items) if (!known.has(productId)) wanted.add(productId);
  }
  return [...wanted];
}
