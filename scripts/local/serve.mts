// Runs the named services in this terminal: serve.mts [--watch] <service>...
import { ownEnvironment } from './own-services/environment.mts';
import { prepareServices } from './own-services/prepare.mts';
import { runTogether } from './own-services/run-together.mts';
import { Failure, runScript } from './system/failure.mts';
import { serviceNames, type ServiceName } from './system/settings.mts';

runScript(async () => {
  const words = process.argv.slice(2);
  const services = words.filter((word): word is ServiceName => serviceNames.some((name) => name === word));
  if (services.length === 0) throw new Failure('usage: serve.mts [--watch] <service>...');
  const env = ownEnvironment();
  await prepareServices(services, env);
  return runTogether({ services, env, isWatching: words.includes('--watch') });
});
