import { readCommandLine } from '@orders/shared/command-line';
import { createLog } from '@orders/shared/log';
import { migrate } from '@orders/shared/command';
import { readMigrateConfig } from './config';
import { orderCollection } from './store/schemas';

readCommandLine({ about: 'Makes the indexes that are missing.', usage: ['node dist/migrate.js'] });
const config = readMigrateConfig();
const log = createLog({ service: 'order-migrate', level: config.LOG_LEVEL, directory: '' });

void migrate({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}orders`, log }, [orderCollection]);
