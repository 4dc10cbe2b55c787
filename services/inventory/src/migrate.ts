import { readCommandLine } from '@orders/shared/command-line';
import { createLog } from '@orders/shared/log';
import { migrate } from '@orders/shared/command';
import { readDatabaseConfig } from './config';
import { inventoryCollections } from './store/schemas';

readCommandLine({ about: 'Makes the indexes that are missing.', usage: ['node dist/migrate.js'] });
const config = readDatabaseConfig();
const log = createLog({ service: 'inventory', level: config.LOG_LEVEL, directory: config.LOG_DIR });
void migrate({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}inventory`, log }, inventoryCollections);
