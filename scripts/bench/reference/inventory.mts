// The inventory service of a reference: real but for its store, or with a transaction of its own for each order.
import { InventoryService } from '@orders/proto';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { run } from '@orders/shared/run';
import { systemClock } from '@orders/shared/system-clock';
import type * as Compose from '../../../services/inventory/src/compose.ts';
import type * as Config from '../../../services/inventory/src/config.ts';
import type * as Metrics from '../../../services/inventory/src/metrics.ts';
import type * as Catalogue from '../../../services/inventory/src/store/catalogue-store.ts';
import type * as Reservations from '../../../services/inventory/src/store/reservation-store.ts';
import { built, referenceMode } from './built.mts';
import { endlessStock } from './endless-stock.mts';
import { createReserveOneByOne } from './reserve-one-by-one.mts';

const { composeInventory, inventoryParts } = await built<typeof Compose>('inventory', 'compose');
const { readInventoryConfig } = await built<typeof Config>('inventory', 'config');
const { inventoryMetrics } = await built<typeof Metrics>('inventory', 'metrics');
const { createCatalogueStore } = await built<typeof Catalogue>('inventory', 'store/catalogue-store');
const { createReservationStore } = await built<typeof Reservations>('inventory', 'store/reservation-store');

const config = readInventoryConfig();
const log = createLog({ service: 'inventory', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}inventory`, log });
const isOneByOne = referenceMode() === 'one-transaction';

const { handlers } = composeInventory(
  {
    inventory: endlessStock,
    catalogue: createCatalogueStore(mongo),
    reservations: createReservationStore(mongo),
    onConflict: () => undefined,
    metrics: inventoryMetrics,
    log,
    random: Math.random,
    ...systemClock,
  },
  {
    ...inventoryParts,
    ...(isOneByOne && { createReserveStock: () => createReserveOneByOne({ mongo, now: systemClock.now }) }),
  },
);
const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.INVENTORY_GRPC_PORT,
  serviceName: 'orderplacing.inventory.v1.InventoryService',
  definition: InventoryService.service,
  implementation: handlers,
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: 0,
  probes: createProbes({ host: config.LISTEN_HOST, port: config.INVENTORY_METRICS_PORT, checks: [] }),
  parts: [{ name: 'mongodb', start: mongo.start, stop: mongo.stop }, server],
});
