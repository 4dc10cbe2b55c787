import { createLog } from '@orders/shared/log';
import { migrate } from '@orders/shared/migrate';
import { readMigrateConfig } from './config';
import { orderCollection } from './store/schemas';

const config = readMigrateConfig();
const log = createLog({ service: 'order-migrate', level: config.LOG_LEVEL, directory: '' });

void migrate({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}orders`, log }, [orderCollection]);
