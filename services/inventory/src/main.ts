import '@orders/shared/start-telemetry';
import { InventoryService } from '@orders/proto';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createUnary } from '@orders/shared/grpc-unary';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { createRepeat } from '@orders/shared/repeat';
import { requestContext } from '@orders/shared/request-context';
import { run } from '@orders/shared/run';
import { createBackOff } from './back-off';
import { readInventoryConfig } from './config';
import { createInventoryHandlers } from './grpc/inventory-handlers';
import { countReservation, countRetry, showHeld } from './metrics';
import { createAbandonedTransactions } from './store/abandoned-transactions';
import { createCatalogueStore } from './store/catalogue-store';
import { createCountHeld } from './store/count-held';
import { createFindReservation } from './store/find-reservation';
import { createHeldReservations } from './store/reservation-store';
import { createInventoryStore } from './store/inventory-store';
import { createRememberingStore } from './store/caching-store';
import { createStockAudit } from './store/stock-audit';
import { createChangeCatalogue } from './use-cases/change-catalogue';
import {
  createCommitReservations,
  createExpireReservations,
  createReleaseReservations,
} from './use-cases/end-reservations';
import { createListHeldReservations } from './use-cases/list-held-reservations';
import { createListStock } from './use-cases/list-stock';
import { createGetProduct } from './use-cases/read-catalogue';
import { createReserveStock } from './use-cases/change-reservations';
import { createRunBatch, type EntryAnswer, type StockEntry } from './use-cases/run-batch';
import { createStockDesk } from './use-cases/stock-queue';

const config = readInventoryConfig();
const log = createLog({ service: 'inventory', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });
const database = `${config.MONGO_DB_PREFIX}inventory`;
const mongo = createMongo({ uri: config.MONGO_URI, database, log });
const now = () => new Date();

const catalogue = createCatalogueStore(mongo);
const countHeld = createCountHeld({ database: mongo, now });
const audit = createStockAudit(mongo);
const abandoned = createAbandonedTransactions({ mongo, applicationName: database, log });
const runBatch = createRunBatch({
  store: createRememberingStore({ store: createInventoryStore(mongo), monotonicMs: () => performance.now() }),
  now,
  backOff: createBackOff(Math.random),
  onConflict: (attempt) => {
    countRetry();
    abandoned.onConflict(attempt);
  },
});
const desk = createStockDesk(
  createGroupCommit<StockEntry, EntryAnswer>({
    name: 'commit stock',
    commit: runBatch,
    maxBatch: 128,
    maxWaiting: 2_000,
  }),
);

const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.INVENTORY_GRPC_PORT,
  serviceName: 'orderplacing.inventory.v1.InventoryService',
  definition: InventoryService.service,
  tls,
  implementation: createInventoryHandlers({
    unary: createUnary(log),
    reserveStock: createReserveStock({ desk, countOutcome: countReservation }),
    commitReservations: createCommitReservations(desk),
    releaseReservations: createReleaseReservations(desk),
    expireReservations: createExpireReservations(desk),
    listHeldReservations: createListHeldReservations({ readHeld: createHeldReservations(mongo) }),
    findReservation: createFindReservation(mongo),
    findReservations: audit.reservations,
    listStock: createListStock({ readTotals: audit.totals }),
    listProducts: catalogue.list,
    getProduct: createGetProduct({ catalogue }),
    changeCatalogue: createChangeCatalogue(desk),
    callerGivesUpAt: () => requestContext()?.deadlineAt ?? Infinity,
    now,
  }),
});

const heldSample = createRepeat({
  name: 'held stock sample',
  everyMs: 5_000,
  work: async () => showHeld(await countHeld()),
  log,
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
  probes: createProbes({
    host: config.LISTEN_HOST,
    port: config.INVENTORY_METRICS_PORT,
    checks: [{ name: 'mongodb', required: true, check: mongo.ping }],
  }),
  parts: [{ name: 'mongodb', start: mongo.start, stop: mongo.stop }, { ...heldSample, start: heldSample.wake }, server],
});
