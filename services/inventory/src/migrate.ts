import { readCommandLine } from '@orders/shared/command-line';
import { createLog } from '@orders/shared/log';
import { migrate } from '@orders/shared/command';
import { readDatabaseConfig } from './config';
import { createCatalogueStore } from './store/catalogue-store';
import { inventoryCollections } from './store/schemas';
import { createCheckSearchTerms } from './use-cases/fill-search-terms';

readCommandLine({ about: 'Makes the indexes and search terms that are missing.', usage: ['node dist/migrate.js'] });
const config = readDatabaseConfig();
const log = createLog({ service: 'inventory', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const options = { uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}inventory`, log };
void migrate(options, inventoryCollections, async (mongo) => {
  await createCheckSearchTerms({ catalogue: createCatalogueStore(mongo) })();
});
