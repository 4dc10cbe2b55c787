import '@orders/shared/start-telemetry';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { OrderService } from '@orders/proto';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { createPeriodicTask } from '@orders/shared/periodic-task';
import { createRedis, redisAddress } from '@orders/shared/redis';
import { run } from '@orders/shared/run';
import { createSqsClient } from '@orders/shared/sqs';
import { systemClock } from '@orders/shared/system-clock';
import { createInventoryClient } from './clients/inventory-client';
import { createOrderQueue } from './clients/order-queue';
import { composeOrder } from './compose';
import { readOrderConfig } from './config';
import { orderCallers } from './grpc/callers';
import { showOpenWork } from './metrics';
import { createOpenWork } from './store/open-work';
import { createOrderCache } from './store/order-cache';
import { createOrderChanges } from './store/order-changes';
import { createOrderLists } from './store/order-lists';
import { createOrderStore } from './store/order-store';
import { createOutboxStore } from './store/outbox-store';
import { createTombstoneStore } from './store/tombstone-store';

const config = readOrderConfig();
const log = createLog({ service: 'order', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });
const { now } = systemClock;

const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}orders`, log });
const redis = createRedis({ ...redisAddress(config), log });
const queue = createOrderQueue({
  sqs: createSqsClient({ region: config.AWS_REGION, endpoint: config.AWS_ENDPOINT_URL }),
  queueUrl: config.AWS_SQS_QUEUE_URL,
  isLocalStack: config.AWS_ENDPOINT_URL !== undefined,
});
const inventory = createInventoryClient(config.INVENTORY_GRPC_ADDRESSES, tls);
const changes = createOrderChanges({ mongo, log });

const { handlers, watchHandler, exportHandler, relay, workers } = composeOrder({
  orders: createOrderStore(mongo),
  lists: createOrderLists(mongo),
  outbox: createOutboxStore(mongo),
  tombstones: createTombstoneStore(mongo),
  cache: createOrderCache({ redis: redis.client, log }),
  changes,
  queue,
  inventory,
  reservationLifeMs: config.RESERVATION_TTL_SECONDS * 1_000,
  newId: randomUUID,
  now,
  wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
  log,
});

const readOpenWork = createOpenWork({ mongo, now });
const openWorkSample = createPeriodicTask({
  name: 'open work sample',
  intervalMs: 5_000,
  run: async () => showOpenWork(await readOpenWork()),
  log,
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
  ports: { ORDER_GRPC_PORT: config.ORDER_GRPC_PORT, ORDER_METRICS_PORT: config.ORDER_METRICS_PORT },
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
    ...workers.map((worker) => createPeriodicTask({ ...worker, log })),
    { ...openWorkSample, start: openWorkSample.wake },
    changes,
    createGrpcServer({
      host: config.LISTEN_HOST,
      port: config.ORDER_GRPC_PORT,
      serviceName: 'orderplacing.order.v1.OrderService',
      definition: OrderService.service,
      callers: orderCallers,
      reflection: config.NODE_ENV !== 'production',
      log,
      tls,
      implementation: handlers,
    }),
    watchHandler,
    exportHandler,
  ],
});
