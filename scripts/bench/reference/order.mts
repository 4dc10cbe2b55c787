// The order service of a reference: real but for what it stores, with a write of its own for each order, or without a relay.
import { createHash, randomUUID } from 'node:crypto';
import { OrderService } from '@orders/proto';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { run } from '@orders/shared/run';
import type * as Client from '../../../services/order/src/clients/inventory-client.ts';
import type * as Config from '../../../services/order/src/config.ts';
import type * as Handlers from '../../../services/order/src/grpc/order-handlers.ts';
import type * as InsertOrders from '../../../services/order/src/store/insert-orders.ts';
import type * as Document from '../../../services/order/src/store/order-document.ts';
import type * as OrderStore from '../../../services/order/src/store/order-store.ts';
import type * as PlaceOrder from '../../../services/order/src/use-cases/place-order.ts';
import { built, referenceMode, type ReferenceMode } from './built.mts';
import { constantOrder } from './constant-order.mts';
import { createReserveAlone } from './reserve-alone.mts';

const { createInventoryClient } = await built<typeof Client>('order', 'clients/inventory-client');
const { readOrderConfig } = await built<typeof Config>('order', 'config');
const { createOrderHandlers } = await built<typeof Handlers>('order', 'grpc/order-handlers');
const { insertOrders } = await built<typeof InsertOrders>('order', 'store/insert-orders');
const { toDocument } = await built<typeof Document>('order', 'store/order-document');
const { createOrderStore } = await built<typeof OrderStore>('order', 'store/order-store');
const { createPlaceOrder } = await built<typeof PlaceOrder>('order', 'use-cases/place-order');

const config = readOrderConfig();
const log = createLog({ service: 'order', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}orders`, log });
const now = () => new Date();

type Insert = PlaceOrder.PlaceOrderNeeds['orders']['insert'];
const insertNothing: Insert = () => Promise.resolve({ outcome: 'inserted' });
const insertAlone: Insert = async (order, first) => {
  const [insertion] = await insertOrders(mongo, [toDocument(order, first)]);
  return insertion ?? { outcome: 'fenced' };
};
const inserts: Record<ReferenceMode, Insert> = {
  nothing: insertNothing,
  'one-transaction': insertAlone,
  unpublished: createOrderStore(mongo).insert,
};

const placeOrder = createPlaceOrder({
  orders: { find: () => Promise.resolve(undefined), insert: inserts[referenceMode()] },
  inventory:
    referenceMode() === 'one-transaction'
      ? createReserveAlone(config.INVENTORY_GRPC_ADDRESSES)
      : createInventoryClient(config.INVENTORY_GRPC_ADDRESSES),
  // Nothing is published: this favours the references.
  relay: () => undefined,
  newOutboxEntry: (kind, at) => ({ id: randomUUID(), kind, at }),
  hash: (text) => createHash('sha256').update(text).digest('hex'),
  now,
});

const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.ORDER_GRPC_PORT,
  serviceName: 'orderplacing.order.v1.OrderService',
  definition: OrderService.service,
  // The bench asks for nothing else.
  implementation: createOrderHandlers(
    { placeOrder, getOrder: (own) => Promise.resolve(constantOrder(own)) } as Handlers.OrderHandlerNeeds,
    log,
  ),
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: 0,
  probes: createProbes({ host: config.LISTEN_HOST, port: config.ORDER_METRICS_PORT, checks: [] }),
  parts: [{ name: 'mongodb', start: mongo.start, stop: mongo.stop }, server],
});
