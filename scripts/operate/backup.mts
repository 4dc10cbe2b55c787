// Writes all that the services keep, as of one moment, into a folder: backup.mts <folder>.
import path from 'node:path';
import { Failure, runScript } from '../local/system/failure.mts';
import { installPackages } from '../local/system/install.mts';
import { say } from '../local/system/steps.mts';

runScript(async () => {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Failure('usage: npm run backup -- <empty folder>');
  await installPackages();
  // Imported late: they need the packages.
  const { withDatabases } = await import('./backup/databases.mts');
  const { takeBackup } = await import('./backup/take-backup.mts');
  const { takenAt, collections } = await withDatabases((databases) => takeBackup(databases, path.resolve(folder)));
  for (const { database, collection, documents } of collections) say(`${database}.${collection}`, String(documents));
  say('backup', `of ${takenAt} in ${folder}`);
});
