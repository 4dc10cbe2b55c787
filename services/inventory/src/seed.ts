import { runCommand } from '@orders/shared/command';
import { readCommandLine } from '@orders/shared/command-line';
import { readDatabaseConfig } from './config';
import { createCatalogueStore } from './store/catalogue-store';
import { createSeedCatalogue } from './use-cases/seed-catalogue';

readCommandLine({
  about: 'Fills an empty catalogue with the demo products; one that is not empty stays as it is.',
  usage: ['npm run seed:inventory:dev', 'npm run seed:inventory:prod', 'node dist/seed.js'],
});
const config = readDatabaseConfig();

void runCommand({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}inventory` }, async (mongo) => {
  const added = await createSeedCatalogue({ catalogue: createCatalogueStore(mongo), now: () => new Date() })();
  const line = added > 0 ? `${String(added)} demo products added` : 'the catalogue is not empty: nothing added';
  process.stdout.write(`${line}\n`);
});
