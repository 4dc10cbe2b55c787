// Installs the packages where that is needed, and compiles everything that changed.
import { defineCommand } from './system/command.mts';
import { buildAll, installPackages } from './system/install.mts';

defineCommand(
  { about: 'Installs the packages where that is needed, and compiles everything that changed.', usage: ['make build'] },
  async () => {
    await installPackages();
    await buildAll();
  },
);
