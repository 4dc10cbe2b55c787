// Runs the named services in this terminal: serve.mts [--watch] <service>...
import { ownEnvironment } from './own-services/environment.mts';
import { prepareServices } from './own-services/prepare.mts';
import { runTogether } from './own-services/run-together.mts';
import { defineCommand } from './system/command.mts';
import { serviceNames, type ServiceName } from './system/settings.mts';

defineCommand(
  {
    about: 'Runs the named services in this terminal; with --watch it restarts them on every change.',
    usage: ['npm run dev', 'npm start', 'npm run prod', 'npm run start:worker:dev', 'npm run start:worker:prod'],
    options: { watch: { type: 'boolean', default: false } },
    words: [1, serviceNames.length],
  },
  async ({ values, words, refuse }) => {
    const services = words.filter((word): word is ServiceName => serviceNames.some((name) => name === word));
    if (services.length < words.length) return refuse(`the services are ${serviceNames.join(', ')}`);
    const env = ownEnvironment();
    await prepareServices(services, env);
    return runTogether({ services, env, isWatching: values.watch });
  },
);
