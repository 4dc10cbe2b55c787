// Takes over the original system's database: migrate-monolith.mts --from <mongo uri with database>.
import { ownEnvironment } from '../local/own-services/environment.mts';
import { prepareServices } from '../local/own-services/prepare.mts';
import { checkSource, checkTarget, readFrom } from './monolith/check-databases.mts';
import { importAll } from './monolith/import-all.mts';
import { printSummary } from './monolith/print-summary.mts';
import { runScript } from '../local/system/failure.mts';
import { installPackages } from '../local/system/install.mts';

runScript(async () => {
  const from = readFrom(process.argv.slice(2));
  const env = ownEnvironment();
  await installPackages();
  await checkSource(from);
  await checkTarget(env);
  await prepareServices(['auth', 'inventory', 'order', 'processor'], env);
  printSummary(await importAll(from, env));
});
