import { mongoUri, port, readConfig, wholeNumber } from '@orders/shared/config';
import { z } from 'zod';

const database = {
  MONGO_URI: mongoUri,
  MONGO_DB_PREFIX: z.string().default('orderplacing_'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_DIR: z.string().default('logs'),
};

/** Everything that the service is told by its environment. */
export const readInventoryConfig = () =>
  readConfig({
    ...database,
    LISTEN_HOST: z.string().default('127.0.0.1'),
    INVENTORY_GRPC_PORT: port(50_052),
    INVENTORY_METRICS_PORT: port(9_462),
    DRAIN_DELAY_MS: wholeNumber(0, 60_000, 0),
  });

/** What the commands beside the service need. */
export const readDatabaseConfig = () => readConfig(database);
