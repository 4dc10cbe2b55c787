// The inventory service of a reference: real but for its store, or with a transaction of its own for each order.
import { InventoryService } from '@orders/proto';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createUnary } from '@orders/shared/grpc-unary';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { requestContext } from '@orders/shared/request-context';
import { run } from '@orders/shared/run';
import type * as Config from '../../../services/inventory/src/config.ts';
import type * as Handlers from '../../../services/inventory/src/grpc/inventory-handlers.ts';
import type * as ReserveStock from '../../../services/inventory/src/use-cases/change-reservations.ts';
import type * as RunBatch from '../../../services/inventory/src/use-cases/run-batch.ts';
import type * as StockDesk from '../../../services/inventory/src/use-cases/stock-queue.ts';
import { built, referenceMode } from './built.mts';
import { endlessStock } from './endless-stock.mts';
import { createReserveOneByOne } from './reserve-one-by-one.mts';

const { readInventoryConfig } = await built<typeof Config>('inventory', 'config');
const { createInventoryHandlers } = await built<typeof Handlers>('inventory', 'grpc/inventory-handlers');
const { createReserveStock } = await built<typeof ReserveStock>('inventory', 'use-cases/change-reservations');
const { createRunBatch } = await built<typeof RunBatch>('inventory', 'use-cases/run-batch');
const { createStockDesk } = await built<typeof StockDesk>('inventory', 'use-cases/stock-queue');

const config = readInventoryConfig();
const log = createLog({ service: 'inventory', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}inventory`, log });
const now = () => new Date();

const runBatch = createRunBatch({
  store: endlessStock,
  now,
  backOff: () => Promise.resolve(),
  onConflict: () => undefined,
});
const desk = createStockDesk(
  createGroupCommit<RunBatch.StockEntry, RunBatch.EntryAnswer>({ commit: runBatch, maxBatch: 128, maxWaiting: 2_000 }),
);

const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.INVENTORY_GRPC_PORT,
  serviceName: 'orderplacing.inventory.v1.InventoryService',
  definition: InventoryService.service,
  // The bench asks for nothing else.
  implementation: createInventoryHandlers({
    unary: createUnary(log),
    reserveStock:
      referenceMode() === 'nothing'
        ? createReserveStock({ desk, countOutcome: () => undefined })
        : createReserveOneByOne({ mongo, now }),
    callerGivesUpAt: () => requestContext()?.deadlineAt ?? Infinity,
    now,
  } as Handlers.InventoryHandlerNeeds),
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: 0,
  probes: createProbes({ host: config.LISTEN_HOST, port: config.INVENTORY_METRICS_PORT, checks: [] }),
  parts: [{ name: 'mongodb', start: mongo.start, stop: mongo.stop }, server],
});
