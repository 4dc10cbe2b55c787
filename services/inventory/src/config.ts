import { nodeEnv, port, readConfig } from '@orders/shared/config';
import {
  databaseVariables,
  grpcTlsVariables,
  listenVariables,
  logVariables,
  shopVariables,
} from '@orders/shared/variables';

const database = { ...databaseVariables('INVENTORY'), ...logVariables };

/** The variables that the inventory service reads. */
export const inventoryVariables = {
  NODE_ENV: nodeEnv,
  ...database,
  ...listenVariables,
  ...grpcTlsVariables,
  ...shopVariables,
  INVENTORY_GRPC_PORT: port(50_052).describe('gRPC port.'),
  INVENTORY_METRICS_PORT: port(9_462).describe('Port of metrics and health.'),
};

export const readInventoryConfig = () => readConfig(inventoryVariables);

/** The configuration of its commands migrate and seed. */
export const readDatabaseConfig = () => readConfig(database);

export const readImportConfig = () => readConfig({ ...database, ...shopVariables });
