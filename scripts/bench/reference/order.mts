// The order service of a reference: it reserves and stores nothing, in calls that are shared; or with a call and an insert for each order.
import { credentials } from '@grpc/grpc-js';
import { InventoryService, OrderService } from '@orders/proto';
import type { ReserveResponseOutput } from '@orders/proto/inventory/v1/ReserveResponse';
import { MongoClient } from 'mongodb';
import { serveGrpc, serveReady, storesNothing } from './serve.mts';

const { MONGO_URI = '', MONGO_DB_PREFIX = '', INVENTORY_GRPC_ADDRESSES = '' } = process.env;

interface NewOrder {
  orderId: string;
  userId: string;
  items: { productId: string; quantity: number }[];
}

const inventory = new InventoryService(INVENTORY_GRPC_ADDRESSES, credentials.createInsecure());
const client = await MongoClient.connect(MONGO_URI, { writeConcern: { w: 'majority' } });
const orders = client.db(`${MONGO_DB_PREFIX}orders`).collection<{ _id: string }>('orders');

const reserve = (waiting: NewOrder[]) =>
  new Promise<ReserveResponseOutput>((resolve, reject) => {
    const reservations = waiting.map(({ orderId, items }) => ({ orderId, items, bodyHash: '0', timeoutMs: 4_000 }));
    inventory.Reserve({ reservations }, (error, response) => {
      if (error) reject(error);
      else if (response) resolve(response);
    });
  });

/** Up to 64 orders share a call, and two calls are under way at once: as the system did when this was frozen. */
const shared = { waiting: [] as { order: NewOrder; done: (sent: Promise<unknown>) => void }[], underWay: 0 };

function reserveShared(order: NewOrder): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  shared.waiting.push({ order, done: resolve });
  setImmediate(sendShared);
  return promise;
}

function sendShared(): void {
  if (shared.underWay === 2 || shared.waiting.length === 0) return;
  const batch = shared.waiting.splice(0, 64);
  shared.underWay += 1;
  const sent = reserve(batch.map(({ order }) => order)).finally(() => {
    shared.underWay -= 1;
    sendShared();
  });
  for (const { done } of batch) done(sent);
}

async function place(order: NewOrder): Promise<object> {
  const at = new Date();
  const { orderId, userId, items } = order;
  const stored = { userId, items, totalAmount: items.length, createdAt: at, updatedAt: at, revision: 1 };
  if (storesNothing) {
    await reserveShared(order);
  } else {
    await reserve([order]);
    await orders.insertOne({ ...{ _id: orderId, status: 'Pending' }, ...stored });
  }
  const seconds = Math.floor(at.getTime() / 1_000);
  const wire = { createdAt: { seconds }, updatedAt: { seconds }, status: 'ORDER_STATUS_PENDING' };
  return { order: { ...stored, orderId, ...wire }, replayed: false };
}

serveGrpc<NewOrder>(process.env['ORDER_GRPC_PORT'], OrderService.service, ['PlaceOrder', place]);
serveReady(process.env['ORDER_METRICS_PORT']);
