import { randomUUID } from 'node:crypto';
import type { OutboxEntry, PlacedOrder } from '@orders/order/domain/order';
import { orderCollection } from '@orders/order/store/schemas';
import { validateStored } from '@orders/shared/collection';
import type { TestDatabase } from '../../support/test-database';

export const userId = 'a1b2c3d4e5f6a1b2c3d4e5f6';

export const anEntry = (kind: OutboxEntry['kind'] = 'publish', at = new Date()): OutboxEntry => ({
  id: randomUUID(),
  kind,
  at,
});

export const anOrder = (given: Partial<PlacedOrder> = {}): PlacedOrder => ({
  orderId: randomUUID(),
  userId,
  items: [{ productId: 'prod1', name: 'Shirt', quantity: 2, unitPrice: 1_999 }],
  totalAmount: 2,
  total: { amount: 3_998, currency: 'EUR' },
  status: 'Pending',
  createdAt: new Date(),
  updatedAt: new Date(),
  revision: 1,
  bodyHash: 'hash',
  epoch: 1,
  ...given,
});

export const firstOutbox = (at = new Date()) => ({ publish: anEntry('publish', at), republishAt: at });

/** Drops the database after a look at its documents: each is one that the collection declares. */
export async function dropValid({ mongo, drop }: TestDatabase): Promise<void> {
  for await (const document of mongo.collection(orderCollection).find())
    await validateStored(orderCollection, document);
  await drop();
}
