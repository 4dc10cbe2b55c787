// Writes all that the services keep, as of one moment, into a folder: backup.mts <folder>.
import path from 'node:path';
import { defineCommand } from '../local/system/command.mts';
import { installPackages } from '../local/system/install.mts';
import { heading, hint, json, step, table } from '../local/system/terminal.mts';

defineCommand(
  {
    about: 'Writes all that the services keep, as of one moment, into an empty folder.',
    usage: ['npm run backup -- <empty folder> [--json]'],
    options: { json: { type: 'boolean', default: false } },
    words: [1, 1],
  },
  async ({ values, words: [folder = ''] }) => {
    await installPackages('services');
    // Imported late: they need the packages.
    const { withDatabases } = await import('./backup/databases.mts');
    const { takeBackup } = await import('./backup/take-backup.mts');
    const take = () => withDatabases((databases) => takeBackup(databases, path.resolve(folder)));
    if (values.json) {
      json(await take());
      return;
    }
    const { takenAt, collections } = await step('backup', 'complete', take);
    table(
      ['collection', 'documents'],
      collections.map(({ database, collection, documents }) => [`${database}.${collection}`, String(documents)]),
    );
    heading(`backup of ${takenAt} in ${folder}`);
    hint('npm run restore -- <folder> fills empty databases from it.');
  },
);
