// Builds the simulator, and runs it: fresh seeds for SECONDS, or one SEED told as a story, with FAULT planted in it.
import path from 'node:path';
import { runScript } from './system/failure.mts';
import { root } from './system/folders.mts';
import { buildAll, installPackages } from './system/install.mts';
import { runCommand } from './system/run-command.mts';

runScript(async () => {
  await installPackages();
  await buildAll();
  return runCommand([process.execPath, path.join(root, 'tests/dist/simulation/main.js')], {});
});
