import { addresses, port, readConfig, wholeNumber } from '@orders/shared/config';
import {
  databaseVariables,
  grpcTlsVariables,
  listenVariables,
  logVariables,
  queueVariables,
  redisVariables,
} from '@orders/shared/variables';

/** What the environment must say to the order service. */
export const readOrderConfig = () =>
  readConfig({
    ...listenVariables,
    ...grpcTlsVariables,
    ...logVariables,
    ...databaseVariables,
    ...redisVariables,
    ...queueVariables,
    ORDER_GRPC_PORT: port(50_053),
    ORDER_METRICS_PORT: port(9_463),
    INVENTORY_GRPC_ADDRESSES: addresses(50_052),
    /** Life of a reservation whose order was never stored. */
    RESERVATION_TTL_SECONDS: wholeNumber(10, 86_400, 60),
  });

/** What the step that makes the indexes needs. */
export const readMigrateConfig = () => readConfig({ ...databaseVariables, ...logVariables });
