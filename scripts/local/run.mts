// Runs one of a service's commands to its end: run.mts <service>/<command> [arguments].
import { existsSync } from 'node:fs';
import { ownEnvironment } from './own-services/environment.mts';
import { defineCommand } from './system/command.mts';
import { buildServices } from './system/install.mts';
import { serviceEntry } from './system/start-part.mts';
import { runCommand } from './system/run-command.mts';

const [target = '', ...args] = process.argv.slice(2);

// The arguments are the command's own, --help too.
defineCommand(
  {
    about: "Runs one of a service's commands to its end.",
    usage: ['scripts/with-node scripts/local/run.mts <service>/<command> [arguments]'],
    words: [1, 1],
  },
  async ({ refuse }) => {
    const [service = '', command = ''] = target.split('/');
    await buildServices();
    const file = serviceEntry(service, command);
    if (!existsSync(file)) return refuse(`there is no command ${target}`);
    return runCommand([process.execPath, file, ...args], ownEnvironment());
  },
  [target].filter(Boolean),
);
