// Inventory of a reference: it holds every reservation at once and stores none, or takes stock in a transaction for each order.
import { InventoryService } from '@orders/proto';
import { MongoClient } from 'mongodb';
import { serveGrpc, serveReady, storesNothing } from './serve.mts';

const { MONGO_URI = '', MONGO_DB_PREFIX = '', INVENTORY_GRPC_PORT, INVENTORY_METRICS_PORT } = process.env;

interface Reservation {
  orderId: string;
  items: { productId: string; quantity: number }[];
  bodyHash: string;
}

const client = await MongoClient.connect(MONGO_URI, { writeConcern: { w: 'majority' } });
const database = client.db(`${MONGO_DB_PREFIX}inventory`);
const products = database.collection<{ _id: string; available: number }>('products');
const reservations = database.collection<{ _id: string }>('reservations');

/** Guarded updates of the products and the reservation, repeated by the driver where another transaction came first. */
const reserve = ({ orderId, items, bodyHash }: Reservation) =>
  client.withSession((session) =>
    session.withTransaction(async () => {
      for (const { productId, quantity } of items) {
        const guard = { _id: productId, available: { $gte: quantity } };
        const change = { $inc: { available: -quantity, held: quantity, revision: 1 } };
        const { modifiedCount } = await products.updateOne(guard, change, { session });
        if (modifiedCount === 0) throw new Error('the bench ran out of stock');
      }
      const reservation = { _id: orderId, items, bodyHash, state: 'held', epoch: 1, heldAt: new Date() };
      await reservations.insertOne(reservation, { session });
    }),
  );

const held = { outcome: 'RESERVE_OUTCOME_HELD', epoch: 1 };

serveGrpc<{ reservations: Reservation[] }>(INVENTORY_GRPC_PORT, InventoryService.service, [
  'Reserve',
  async ({ reservations: asked }) => {
    if (!storesNothing) await Promise.all(asked.map(reserve));
    return { results: asked.map(() => held) };
  },
]);
serveReady(INVENTORY_METRICS_PORT);
