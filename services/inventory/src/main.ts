import '@orders/shared/start-telemetry';
import { randomUUID } from 'node:crypto';
import { InventoryService } from '@orders/proto';
import { createAuditLog } from '@orders/shared/audit-log';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { createPeriodicTask } from '@orders/shared/periodic-task';
import { run } from '@orders/shared/run';
import { systemClock } from '@orders/shared/system-clock';
import { composeInventory } from './compose';
import { readInventoryConfig } from './config';
import { inventoryCallers } from './grpc/callers';
import { inventoryMetrics } from './metrics';
import { createAbandonedTransactions } from './store/abandoned-transactions';
import { createCatalogueStore } from './store/catalogue-store';
import { createInventoryStore } from './store/inventory-store';
import { createReservationStore } from './store/reservation-store';

const config = readInventoryConfig();
const log = createLog({ service: 'inventory', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });
const database = `${config.MONGO_DB_PREFIX}inventory`;
const mongo = createMongo({ uri: config.MONGO_URI, database, log });

const { handlers, workers } = composeInventory({
  inventory: createInventoryStore(mongo),
  catalogue: createCatalogueStore(mongo),
  reservations: createReservationStore(mongo),
  currency: config.CURRENCY,
  auditLog: createAuditLog({ mongo, newId: randomUUID, now: systemClock.now }),
  onConflict: createAbandonedTransactions({ mongo, applicationName: database, log }).onConflict,
  metrics: inventoryMetrics,
  log,
  random: Math.random,
  ...systemClock,
});
const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.INVENTORY_GRPC_PORT,
  serviceName: 'orderplacing.inventory.v1.InventoryService',
  definition: InventoryService.service,
  callers: inventoryCallers,
  reflection: config.NODE_ENV !== 'production',
  log,
  tls,
  implementation: handlers,
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
  ports: { INVENTORY_GRPC_PORT: config.INVENTORY_GRPC_PORT, INVENTORY_METRICS_PORT: config.INVENTORY_METRICS_PORT },
  probes: createProbes({
    host: config.LISTEN_HOST,
    port: config.INVENTORY_METRICS_PORT,
    checks: [{ name: 'mongodb', required: true, check: mongo.ping }],
  }),
  parts: [
    { name: 'mongodb', start: mongo.start, stop: mongo.stop },
    ...workers.map((worker) => {
      const task = createPeriodicTask({ ...worker, log });
      return { ...task, start: task.wake };
    }),
    server,
  ],
});
