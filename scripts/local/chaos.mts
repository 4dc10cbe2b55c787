// Builds everything, and breaks it: all faults in turn, or those whose names have one of the given words in them.
import path from 'node:path';
import { defineCommand } from './system/command.mts';
import { root } from './system/folders.mts';
import { buildAll, installPackages } from './system/install.mts';
import { runCommand } from './system/run-command.mts';

defineCommand(
  {
    about: 'Breaks every part of a system under load, in turn, and audits it.',
    usage: ['make chaos [ARGS="<word of a fault>..."]'],
    words: [0, 99],
  },
  async ({ words }) => {
    await installPackages();
    await buildAll();
    return runCommand([process.execPath, path.join(root, 'tests/dist/chaos/main.js'), ...words], {});
  },
);
