// Runs the processor under pm2: worker.mts start|deploy|stop|flush.
import { findOnPath } from './backing/program.mts';
import { ownEnvironment } from './own-services/environment.mts';
import { prepareServices } from './own-services/prepare.mts';
import { Failure, defineCommand } from './system/command.mts';
import { runCommand } from './system/run-command.mts';

const worker = 'order-worker';

const verbs: Record<string, (pm2: string) => Promise<number>> = {
  start,
  deploy: async (pm2) => (await start(pm2)) || runCommand([pm2, 'save'], {}),
  stop: (pm2) => runCommand([pm2, 'delete', worker], {}),
  flush: (pm2) => runCommand([pm2, 'flush', worker], {}),
};

defineCommand(
  {
    about: 'Runs the processor under pm2.',
    usage: [
      'npm run start:worker:pm2:dev',
      'npm run start:worker:pm2:prod',
      'npm run start:worker:deploy',
      'npm run stop:worker',
      'npm run pm2:flush:logs',
    ],
    words: [1, 1],
  },
  ({ words: [verb = ''], refuse }) => {
    const run = verbs[verb];
    if (run === undefined) return refuse(`there is ${Object.keys(verbs).join(', ')}, and no "${verb}"`);
    const pm2 = findOnPath('pm2');
    if (pm2 === undefined) throw new Failure('pm2 is not on PATH: npm install --global pm2, then try again.');
    return run(pm2);
  },
);

/** Starts the worker, or restarts the one that runs with what was built now. */
async function start(pm2: string): Promise<number> {
  const env = ownEnvironment();
  await prepareServices(['processor'], env);
  const isKnown = (await runCommand([pm2, 'describe', worker], {}, 'ignore')) === 0;
  if (isKnown) return runCommand([pm2, 'restart', worker, '--update-env'], env);
  const options = ['--name', worker, '--interpreter', process.execPath, '--kill-timeout', '12000'];
  return runCommand([pm2, 'start', 'services/processor/dist/main.js', ...options], env);
}
