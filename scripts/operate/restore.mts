// Fills the empty databases of services that do not run yet from a backup: restore.mts <folder>.
import path from 'node:path';
import { ownEnvironment } from '../local/own-services/environment.mts';
import { prepareServices } from '../local/own-services/prepare.mts';
import { defineCommand } from '../local/system/command.mts';
import { installPackages } from '../local/system/install.mts';
import { json, say, step } from '../local/system/terminal.mts';

defineCommand(
  {
    about: 'Fills the empty databases of services that do not run yet from a backup.',
    usage: ['npm run restore -- <folder of a backup> [--json]'],
    options: { json: { type: 'boolean', default: false } },
    words: [1, 1],
  },
  async ({ values, words: [folder = ''] }) => {
    await installPackages('services');
    // Imported late: they need the packages.
    const { withDatabases } = await import('./backup/databases.mts');
    const { readManifest } = await import('./backup/manifest.mts');
    const { expectEmpty, putBack } = await import('./backup/put-back.mts');
    const manifest = readManifest(path.resolve(folder));
    await withDatabases(async (databases) => {
      await expectEmpty(databases);
      // Indexes first: made on full collections they might take longer than anybody waits.
      await prepareServices(['auth', 'inventory', 'order', 'processor'], ownEnvironment());
      const fill = () => putBack(databases, path.resolve(folder), manifest);
      await (values.json ? fill() : step('restore', 'complete', fill));
    });
    if (values.json) {
      json(manifest);
      return;
    }
    say('restored', `as of ${manifest.takenAt}; what comes next stands in docs/guides/backup.md`);
  },
);
