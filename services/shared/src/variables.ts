import { z } from 'zod';
import { fileWith, mongoUri, port, required, wholeNumber } from './config';

/** Variables that mean the same in every service, in the groups that services need. */
export const logVariables = {
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_DIR: z.string().default('logs'),
};

export const listenVariables = {
  LISTEN_HOST: z.string().default('127.0.0.1'),
  /** How long to go on serving after being told to stop, in milliseconds. */
  DRAIN_DELAY_MS: wholeNumber(0, 5_000, 0),
};

/** Mutual TLS between the services: all three or none. */
export const grpcTlsVariables = {
  GRPC_TLS_CERT: fileWith('GRPC_TLS_KEY', 'GRPC_TLS_CA'),
  GRPC_TLS_KEY: fileWith('GRPC_TLS_CERT', 'GRPC_TLS_CA'),
  GRPC_TLS_CA: fileWith('GRPC_TLS_CERT', 'GRPC_TLS_KEY'),
};

export const databaseVariables = {
  MONGO_URI: mongoUri,
  MONGO_DB_PREFIX: z.string().default('orderplacing_'),
};

export const redisVariables = {
  REDIS_HOST: z.string().default('127.0.0.1'),
  REDIS_PORT: port(6_379),
};

export const queueVariables = {
  AWS_REGION: z.string().default('us-east-1'),
  /** Set for LocalStack only. */
  AWS_ENDPOINT_URL: z.url('is no URL').optional(),
  AWS_SQS_QUEUE_URL: required('the URL of the SQS queue').pipe(z.url('is no URL')),
};
