import { port, readConfig } from '@orders/shared/config';
import { databaseVariables, grpcTlsVariables, listenVariables, logVariables } from '@orders/shared/variables';

const database = { ...databaseVariables, ...logVariables };

/** Everything that the service is told by its environment. */
export const readInventoryConfig = () =>
  readConfig({
    ...database,
    ...listenVariables,
    ...grpcTlsVariables,
    INVENTORY_GRPC_PORT: port(50_052),
    INVENTORY_METRICS_PORT: port(9_462),
  });

/** What the commands beside the service need. */
export const readDatabaseConfig = () => readConfig(database);
