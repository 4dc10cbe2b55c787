import { addresses, mongoUri, port, readConfig, required, wholeNumber } from '@orders/shared/config';
import { z } from 'zod';

/** What the environment must say to the order service. */
export const readOrderConfig = () =>
  readConfig({
    LISTEN_HOST: z.string().default('127.0.0.1'),
    ORDER_GRPC_PORT: port(50_053),
    ORDER_METRICS_PORT: port(9_463),
    MONGO_URI: mongoUri,
    MONGO_DB_PREFIX: z.string().default('orderplacing_'),
    REDIS_HOST: z.string().default('127.0.0.1'),
    REDIS_PORT: port(6_379),
    AWS_REGION: z.string().default('us-east-1'),
    AWS_ENDPOINT_URL: z.url().optional(),
    AWS_SQS_QUEUE_URL: required('the URL of the queue of placed orders').pipe(z.url('is no URL')),
    INVENTORY_GRPC_ADDRESSES: addresses(50_052),
    /** Life of a reservation whose order was never stored. */
    RESERVATION_TTL_SECONDS: wholeNumber(10, 86_400, 60),
    DRAIN_DELAY_MS: wholeNumber(0, 5_000, 0),
    LOG_LEVEL: z.string().default('info'),
    LOG_DIR: z.string().default('logs'),
  });

/** What the step that makes the indexes needs. */
export const readMigrateConfig = () =>
  readConfig({
    MONGO_URI: mongoUri,
    MONGO_DB_PREFIX: z.string().default('orderplacing_'),
    LOG_LEVEL: z.string().default('info'),
  });
