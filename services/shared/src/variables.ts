import { z } from 'zod';
import {
  currency,
  fileWith,
  flag,
  isHost,
  mongoUri,
  mongoUriOr,
  port,
  readableFile,
  redisUrl,
  required,
  textWith,
  wholeNumber,
} from './config';

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
  LISTEN_HOST: z
    .string()
    .refine(isHost, 'must be an address without a port, such as 0.0.0.0 or ::, or a host name')
    .default('127.0.0.1')
    .describe('Address that REST, gRPC, metrics and health listen on.'),
  DRAIN_DELAY_MS: wholeNumber(0, 5_000, 0).describe(
    'Milliseconds from SIGTERM until no more calls are accepted, so that load balancers notice.',
  ),
};

/** Mutual TLS between the services: all three or none. */
export const grpcTlsVariables = {
  GRPC_TLS_CERT: fileWith('GRPC_TLS_KEY', 'GRPC_TLS_CA').describe(
    'PEM file of the certificate for mutual TLS between the services, with the name of its service as DNS name. Set all three `GRPC_TLS_` variables or none; the files are read again when they change.',
  ),
  GRPC_TLS_KEY: fileWith('GRPC_TLS_CERT', 'GRPC_TLS_CA').describe('PEM file of its private key.'),
  GRPC_TLS_CA: fileWith('GRPC_TLS_CERT', 'GRPC_TLS_KEY').describe(
    'PEM file of the authorities that are trusted; more than one while they are replaced.',
  ),
};

/** A service's own connection string, so that it can have a database user of its own, or the one of all services. */
export const databaseVariables = (service: 'AUTH' | 'INVENTORY' | 'ORDER' | 'PROCESSOR') => ({
  MONGO_URI: mongoUriOr(`${service}_MONGO_URI`).describe(
    'Connection string of a MongoDB replica set. A database in its path is not used as a name.',
  ),
  [`${service}_MONGO_URI`]: mongoUri
    .optional()
    .describe(`Connection string of ${service.toLowerCase()} instead of MONGO_URI, with a database user of its own.`),
  MONGO_DB_PREFIX: z
    .string()
    // MongoDB takes a few more characters, but not on every system.
    .regex(/^[A-Za-z0-9_-]{0,50}$/, 'must be at most 50 of the characters A-Z a-z 0-9 _ -')
    .default('orderplacing_')
    .describe('The databases are this prefix followed by `auth`, `inventory`, `orders` and `processor`.'),
});

export const shopVariables = {
  CURRENCY: currency('EUR').describe('ISO 4217 code of the one currency of the shop; prices are in its minor unit.'),
};

export const redisVariables = {
  REDIS_URL: redisUrl
    .optional()
    .describe(
      'Redis for cached orders and rate limits: `redis://` or `rediss://` (TLS), user and password included. Wins over the variables below.',
    ),
  REDIS_HOST: z
    .string()
    // An IPv6 address with a zone is none that a URL may hold.
    .refine(
      (text) => isHost(text) && !text.includes('%'),
      'must be a host name or an address, without a port and a zone; a URL belongs in REDIS_URL',
    )
    .default('127.0.0.1')
    .describe('Host of Redis.'),
  REDIS_PORT: port(6_379).describe('Port of Redis.'),
  REDIS_USERNAME: z.string().optional().describe('User of an access control list; without it, the default user.'),
  REDIS_PASSWORD: z.string().optional().describe('Password of Redis.'),
  REDIS_TLS: flag(false).describe('`true` connects to Redis with TLS.'),
  REDIS_TLS_CA: readableFile
    .optional()
    .describe('PEM file of the authority of its certificate, where it is a private one; turns TLS on.'),
  REDIS_CLUSTER: flag(false).describe('`true` where the address is that of a Redis cluster.'),
};

export const queueVariables = {
  AWS_REGION: z.string().default('us-east-1').describe('Region of SQS and SES.'),
  // The SDK itself passes over half a key, and goes on to whatever else it finds.
  AWS_ACCESS_KEY_ID: textWith('AWS_SECRET_ACCESS_KEY').describe(
    'Static AWS key, together with its secret. Without both the SDK looks for a profile, or a role in a cluster.',
  ),
  AWS_SECRET_ACCESS_KEY: textWith('AWS_ACCESS_KEY_ID').describe('Its secret.'),
  AWS_SESSION_TOKEN: textWith('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY').describe(
    'Its token, where it is a temporary one.',
  ),
  AWS_ENDPOINT_URL: z
    .url('must be a URL')
    .optional()
    .describe('Set for LocalStack only; its queues and its sender are created when they are missing.'),
  AWS_SQS_QUEUE_URL: required('the URL of the SQS queue')
    .pipe(z.url('must be a URL'))
    .refine(
      (url) => !url.endsWith('.fifo'),
      'is a FIFO queue, which the processor cannot use: create a standard queue and its dead-letter queue `<queue>-dlq`, and set its URL',
    )
    .refine(
      (url) => url.endsWith('.fifo') || /^https?:\/\/[^/]+(\/[^/?#]+)*\/[A-Za-z0-9_-]{1,80}$/.test(url),
      'must end with the name of a queue, such as https://sqs.eu-central-1.amazonaws.com/123456789012/orders',
    )
    .describe('URL of the queue of placed orders, a standard queue. Its dead-letter queue is `<queue>-dlq`.'),
};

export const reservationTtlSeconds = wholeNumber(10, 86_400, 60).describe(
  'Seconds after which a reservation without an order returns its stock.',
);
