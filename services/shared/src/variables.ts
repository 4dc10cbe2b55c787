import { z } from 'zod';
import { fileWith, mongoUri, port, required, wholeNumber } from './config';

/** Variables that mean the same in every service, in the groups that services need. */
export const logVariables = {
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe level that is logged.'),
  LOG_DIR: z
    .string()
    .default('logs')
    .describe('Folder of `app.log`, which rotates at 50 MiB. Where it cannot be written, logs go to stdout only.'),
};

export const listenVariables = {
  LISTEN_HOST: z.string().default('127.0.0.1').describe('Address that REST, gRPC, metrics and health listen on.'),
  DRAIN_DELAY_MS: wholeNumber(0, 5_000, 0).describe(
    'Milliseconds from SIGTERM until no more calls are accepted, so that load balancers notice.',
  ),
};

/** Mutual TLS between the services: all three or none. */
export const grpcTlsVariables = {
  GRPC_TLS_CERT: fileWith('GRPC_TLS_KEY', 'GRPC_TLS_CA').describe(
    'PEM file of the certificate for mutual TLS between the services. Set all three `GRPC_TLS_` variables or none; the files are read again when they change.',
  ),
  GRPC_TLS_KEY: fileWith('GRPC_TLS_CERT', 'GRPC_TLS_CA').describe('PEM file of its private key.'),
  GRPC_TLS_CA: fileWith('GRPC_TLS_CERT', 'GRPC_TLS_KEY').describe(
    'PEM file of the authorities that are trusted; more than one while they are replaced.',
  ),
};

export const databaseVariables = {
  MONGO_URI: mongoUri.describe(
    'Connection string of a MongoDB replica set. A database in its path is not used as a name.',
  ),
  MONGO_DB_PREFIX: z
    .string()
    .default('orderplacing_')
    .describe('The databases are this prefix followed by `auth`, `inventory`, `orders` and `processor`.'),
};

export const redisVariables = {
  REDIS_HOST: z.string().default('127.0.0.1').describe('Host of Redis: cached orders, rate limits.'),
  REDIS_PORT: port(6_379).describe('Port of Redis.'),
};

export const queueVariables = {
  AWS_REGION: z.string().default('us-east-1').describe('Region of SQS and SES.'),
  AWS_ENDPOINT_URL: z
    .url('is no URL')
    .optional()
    .describe('Set for LocalStack only; its queues and its sender are created when they are missing.'),
  AWS_SQS_QUEUE_URL: required('the URL of the SQS queue')
    .pipe(z.url('is no URL'))
    .describe('URL of the queue of placed orders, a standard queue. Its dead-letter queue is `<queue>-dlq`.'),
};

export const reservationTtlSeconds = wholeNumber(10, 86_400, 60).describe(
  'Seconds after which a reservation without an order returns its stock.',
);
