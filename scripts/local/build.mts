// Installs the packages where that is needed, and compiles everything that changed.
import { runScript } from './system/failure.mts';
import { buildAll, installPackages } from './system/install.mts';

runScript(async () => {
  await installPackages();
  await buildAll();
});
