import type { mongo } from 'mongoose';
import type { Product } from '../domain/product';
import type { Snapshot } from '../domain/draft';
import type { Reservation } from '../domain/reservation';
import type { Keys } from '../use-cases/run-batch';
import type { Collections } from './collections';
import { toOperation, toProduct, toReservation, type ProductDocument } from './documents';

/** Reads the named documents that exist, and the products of the reservations among them, but for products that are known. */
export async function readSnapshot(
  { products, reservations, operations }: Collections,
  { productIds, orderIds, operationIds }: Keys,
  known: (productId: string) => Product | undefined = () => undefined,
): Promise<Snapshot> {
  // Products first: stock that a parallel attempt under the same order id took is then explained by its reservation.
  const named = await findProducts(products, productIds, known);
  const [foundReservations, foundOperations] = await Promise.all([
    orderIds.length === 0 ? [] : reservations.find({ _id: { $in: orderIds } }).toArray(),
    operationIds.length === 0 ? [] : operations.find({ _id: { $in: operationIds } }).toArray(),
  ]);
  const byOrder = new Map(foundReservations.map((document) => [document._id, toReservation(document)]));
  const reserved = await findProducts(products, productIdsBeyond(named, byOrder), known);

  return {
    products: new Map([...named, ...reserved]),
    reservations: byOrder,
    operations: new Map(foundOperations.map((document) => [document._id, toOperation(document)])),
  };
}

async function findProducts(
  products: mongo.Collection<ProductDocument>,
  productIds: string[],
  known: (productId: string) => Product | undefined,
): Promise<Map<string, Product>> {
  const found = new Map<string, Product>();
  const unknown = productIds.filter((productId) => {
    const product = known(productId);
    if (product) found.set(productId, product);
    return !product;
  });
  if (unknown.length === 0) return found;
  const read = await products.find({ _id: { $in: unknown } }).toArray();
  for (const document of read) found.set(document._id, toProduct(document));
  return found;
}

function productIdsBeyond(known: Map<string, Product>, reservations: Map<string, Reservation>): string[] {
  const wanted = new Set<string>();
  for (const { state, items } of reservations.values()) {
    if (state !== 'held' && state !== 'committed') continue;
    for (const { productId } of items) if (!known.has(productId)) wanted.add(productId);
  }
  return [...wanted];
}
