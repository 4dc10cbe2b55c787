// Builds the simulator, and runs it: fresh seeds for SECONDS, or one SEED told as a story, with FAULT planted in it.
import path from 'node:path';
import { defineCommand } from './system/command.mts';
import { root } from './system/folders.mts';
import { buildAll, installPackages } from './system/install.mts';
import { runCommand } from './system/run-command.mts';

defineCommand(
  {
    about: 'Runs the simulator with fresh seeds, or tells the story of one.',
    usage: ['make simulate [SECONDS=30] [SEED=n] [FAULT="its name"]'],
  },
  async () => {
    await installPackages();
    await buildAll();
    return runCommand([process.execPath, path.join(root, 'tests/dist/simulation/main.js')], {});
  },
);
