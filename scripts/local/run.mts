// Runs one of a service's commands to its end: run.mts <service>/<command> [arguments].
import { existsSync } from 'node:fs';
import { ownEnvironment } from './own-services/environment.mts';
import { Failure, runScript } from './system/failure.mts';
import { buildServices } from './system/install.mts';
import { serviceEntry } from './system/start-part.mts';
import { runCommand } from './system/run-command.mts';

runScript(async () => {
  const [target = '', ...args] = process.argv.slice(2);
  const [service = '', command = ''] = target.split('/');
  await buildServices();
  const file = serviceEntry(service, command);
  if (!existsSync(file)) throw new Failure(`There is no ${target}. usage: run.mts <service>/<command> [arguments]`);
  return runCommand([process.execPath, file, ...args], ownEnvironment());
});
