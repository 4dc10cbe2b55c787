// Runs the services of the version before beside those of this one, in every mix, under load.
import path from 'node:path';
import { defineCommand } from './system/command.mts';
import { root } from './system/folders.mts';
import { buildAll, installPackages } from './system/install.mts';
import { runCommand } from './system/run-command.mts';
import { buildPredecessor } from './testing/predecessor.mts';

defineCommand(
  {
    about: 'Upgrades a system under load from another version, and back, through every mix of services.',
    usage: ['make upgrade-test [FROM=<commit, or path of a checkout that is built>]'],
    words: [0, 1],
  },
  async ({ words: [from] }) => {
    await installPackages();
    await buildAll();
    const checkout = await buildPredecessor(from);
    const main = [process.execPath, path.join(root, 'tests/dist/upgrade/main.js'), checkout];
    const test = [process.execPath, ...process.execArgv, path.join(root, 'scripts/local/test.mts')];
    return runCommand([...test, '--only', 'backing', '--', ...main], {});
  },
);
