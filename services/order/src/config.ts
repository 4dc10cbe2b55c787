import { addresses, addressesMeaning, nodeEnv, port, readConfig } from '@orders/shared/config';
import {
  databaseVariables,
  grpcTlsVariables,
  listenVariables,
  logVariables,
  queueVariables,
  redisVariables,
  reservationTtlSeconds,
} from '@orders/shared/variables';

/** The variables that the order service reads. */
export const orderVariables = {
  NODE_ENV: nodeEnv,
  ...listenVariables,
  ...grpcTlsVariables,
  ...logVariables,
  ...databaseVariables('ORDER'),
  ...redisVariables,
  ...queueVariables,
  ORDER_GRPC_PORT: port(50_053).describe('gRPC port.'),
  ORDER_METRICS_PORT: port(9_463).describe('Port of metrics and health.'),
  INVENTORY_GRPC_ADDRESSES: addresses(50_052).describe(addressesMeaning('inventory')),
  RESERVATION_TTL_SECONDS: reservationTtlSeconds,
};

export const readOrderConfig = () => readConfig(orderVariables);

/** What the step that makes the indexes needs. */
export const readMigrateConfig = () => readConfig({ ...databaseVariables('ORDER'), ...logVariables });
