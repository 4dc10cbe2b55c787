// Fills the empty databases of services that do not run yet from a backup: restore.mts <folder>.
import path from 'node:path';
import { ownEnvironment } from '../local/own-services/environment.mts';
import { prepareServices } from '../local/own-services/prepare.mts';
import { Failure, runScript } from '../local/system/failure.mts';
import { installPackages } from '../local/system/install.mts';
import { say } from '../local/system/steps.mts';

runScript(async () => {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Failure('usage: npm run restore -- <folder of a backup>');
  await installPackages();
  // Imported late: they need the packages.
  const { withDatabases } = await import('./backup/databases.mts');
  const { readManifest } = await import('./backup/manifest.mts');
  const { expectEmpty, putBack } = await import('./backup/put-back.mts');
  const manifest = readManifest(path.resolve(folder));
  await withDatabases(async (databases) => {
    await expectEmpty(databases);
    // Indexes first: made on full collections they might take longer than anybody waits.
    await prepareServices(['auth', 'inventory', 'order', 'processor'], ownEnvironment());
    await putBack(databases, path.resolve(folder), manifest);
  });
  say('restored', `as of ${manifest.takenAt}; what comes next stands in docs/guides/backup.md`);
});
