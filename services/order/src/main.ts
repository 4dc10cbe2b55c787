import '@orders/shared/start-telemetry';
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { OrderService } from '@orders/proto';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createUnary } from '@orders/shared/grpc-unary';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { createRedis } from '@orders/shared/redis';
import { createRepeat } from '@orders/shared/repeat';
import { requestContext } from '@orders/shared/request-context';
import { run } from '@orders/shared/run';
import { createSqsClient } from '@orders/shared/sqs';
import { createInventoryClient } from './clients/inventory-client';
import { createOrderQueue } from './clients/order-queue';
import { readOrderConfig } from './config';
import type { OutboxEntry } from './domain/order';
import { countExpired, countRepublished, showOpenWork } from './metrics';
import { createAdministrationHandlers } from './grpc/administration-handlers';
import { createOrderHandlers } from './grpc/order-handlers';
import { createWatchHandler } from './grpc/watch-handler';
import { createOutboxRelay } from './queue/outbox-relay';
import { createOpenWork } from './store/open-work';
import { createOrderAdministration } from './store/order-administration';
import { createOrderCache } from './store/order-cache';
import { createOrderChanges } from './store/order-changes';
import { createOrderStore } from './store/order-store';
import { createOutboxStore } from './store/outbox-store';
import { createVoidStore } from './store/void-store';
import { createCancelOrder } from './use-cases/cancel-order';
import { createExpireReservations } from './use-cases/expire-reservations';
import { createFailOrder } from './use-cases/fail-order';
import { createFindOrders } from './use-cases/find-orders';
import { createGetOrder } from './use-cases/get-order';
import { createGetOrderStory } from './use-cases/get-order-story';
import { createListOrderStories } from './use-cases/list-order-stories';
import { createListOrders } from './use-cases/list-orders';
import { createPlaceOrder } from './use-cases/place-order';
import { createRepublishOrders } from './use-cases/republish-orders';
import { createSettleOrders } from './use-cases/settle-orders';
import { createWatchOrder } from './use-cases/watch-order';

const config = readOrderConfig();
const log = createLog({ service: 'order', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });
const now = () => new Date();

const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}orders`, log });
const redis = createRedis({ host: config.REDIS_HOST, port: config.REDIS_PORT, log });
const queue = createOrderQueue({
  sqs: createSqsClient({ region: config.AWS_REGION, endpoint: config.AWS_ENDPOINT_URL }),
  queueUrl: config.AWS_SQS_QUEUE_URL,
  isLocalStack: config.AWS_ENDPOINT_URL !== undefined,
});
const inventory = createInventoryClient(config.INVENTORY_GRPC_ADDRESSES, tls);

const orders = createOrderStore(mongo);
const outbox = createOutboxStore(mongo);
const cache = createOrderCache({ redis: redis.client, log });
const changes = createOrderChanges({ mongo, log });
const relay = createOutboxRelay({ outbox, queue, inventory, now, log });

const newOutboxEntry = (kind: OutboxEntry['kind'], at: Date): OutboxEntry => {
  const context = requestContext();
  return {
    id: randomUUID(),
    kind,
    at,
    ...(context && { traceparent: context.traceparent, requestId: context.requestId }),
  };
};

const watchers = createWatchHandler({
  watchOrder: createWatchOrder({
    orders,
    changes,
    wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
  }),
  log,
});

const publishLater = (...owed: Parameters<typeof relay.relay>) => void relay.relay(...owed);
const expireReservations = createExpireReservations({
  inventory,
  voids: createVoidStore(mongo),
  lifeMs: config.RESERVATION_TTL_SECONDS * 1_000,
  now,
});
const republishOrders = createRepublishOrders({ outbox, queue, relay: publishLater, newOutboxEntry, now });

const readOpenWork = createOpenWork({ database: mongo, now });
const openWorkSample = createRepeat({
  name: 'open work sample',
  everyMs: 5_000,
  work: async () => showOpenWork(await readOpenWork()),
  log,
});

const administration = createOrderAdministration(mongo);
const unary = createUnary(log);

const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.ORDER_GRPC_PORT,
  serviceName: 'orderplacing.order.v1.OrderService',
  definition: OrderService.service,
  tls,
  implementation: createOrderHandlers({
    unary,
    log,
    placeOrder: createPlaceOrder({
      orders,
      inventory,
      relay: publishLater,
      newOutboxEntry,
      hash: (text) => createHash('sha256').update(text).digest('hex'),
      now,
    }),
    getOrder: createGetOrder({ orders, cache }),
    listOrders: createListOrders({ orders }),
    cancelOrder: createCancelOrder({
      orders,
      cache,
      release: relay.relay,
      newOutboxEntry,
      now,
    }),
    settleOrders: createSettleOrders({ orders, cache, now }),
    findOrders: orders.findMany,
    watchOrder: watchers.handler,
    administration: createAdministrationHandlers({
      unary,
      log,
      findOrders: createFindOrders({ orders: administration }),
      getOrderStory: createGetOrderStory({ orders: administration }),
      getOrderStories: administration.stories,
      listOrderStories: createListOrderStories({ orders: administration }),
      failOrder: createFailOrder({ orders: administration, cache, relay: relay.relay, newOutboxEntry, now }),
    }),
  }),
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
  probes: createProbes({
    host: config.LISTEN_HOST,
    port: config.ORDER_METRICS_PORT,
    checks: [
      { name: 'mongodb', required: true, check: mongo.ping },
      { name: 'redis', required: false, check: redis.ping },
      { name: 'sqs', required: false, check: queue.ping },
      { name: 'inventory', required: false, check: inventory.ping },
    ],
  }),
  parts: [
    { name: 'mongodb', start: mongo.start, stop: mongo.stop },
    { name: 'redis', start: redis.start, stop: redis.stop },
    { name: 'inventory client', start: () => undefined, stop: inventory.stop },
    { name: 'outbox relay', start: () => undefined, stop: relay.stop },
    createRepeat({ name: 'outbox sweep', everyMs: 1_000, work: relay.sweep, log }),
    createRepeat({
      name: 'republish sweep',
      everyMs: 5_000,
      work: async () => {
        const republished = await republishOrders();
        countRepublished(republished);
        if (republished > 0) log.info({ republished }, 'pending orders published again');
      },
      log,
    }),
    createRepeat({
      name: 'expiry sweep',
      everyMs: 10_000,
      work: async () => {
        const expired = await expireReservations();
        countExpired(expired);
        if (expired > 0) log.info({ expired }, 'reservations without an order expired');
      },
      log,
    }),
    { ...openWorkSample, start: openWorkSample.wake },
    changes,
    server,
    watchers,
  ],
});
