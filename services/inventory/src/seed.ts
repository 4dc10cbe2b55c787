import { runCommand } from '@orders/shared/command';
import { readDatabaseConfig } from './config';
import { createCatalogueStore } from './store/catalogue-store';
import { createSeedCatalogue } from './use-cases/seed-catalogue';

const config = readDatabaseConfig();

void runCommand({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}inventory` }, async (mongo) => {
  const added = await createSeedCatalogue({ catalogue: createCatalogueStore(mongo), now: () => new Date() })();
  const line = added > 0 ? `${String(added)} demo products added` : 'the catalogue is not empty: nothing added';
  process.stdout.write(`${line}\n`);
});
