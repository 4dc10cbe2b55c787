// Builds everything, and breaks it: all faults in turn, or those whose names have one of the given words in them.
import path from 'node:path';
import { runScript } from './system/failure.mts';
import { root } from './system/folders.mts';
import { buildAll, installPackages } from './system/install.mts';
import { runCommand } from './system/run-command.mts';

runScript(async () => {
  await installPackages();
  await buildAll();
  return runCommand([process.execPath, path.join(root, 'tests/dist/chaos/main.js'), ...process.argv.slice(2)], {});
});
