// Runs the tests in the cluster of the current context: images, backing services, jest, and away with all of it.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Failure, defineCommand } from '../local/system/command.mts';
import { root } from '../local/system/folders.mts';
import { installPackages } from '../local/system/install.mts';
import { runCommand } from '../local/system/run-command.mts';
import { step } from '../local/system/terminal.mts';
import { loadCommandOf, noWayToLoad, refusalOf, type Context } from './context.mts';

const backing = 'order-placing-test-backing';
const services = ['auth', 'inventory', 'order', 'processor', 'gateway'];
const { env } = process;
const prefix = env['IMAGE_PREFIX'] ?? 'localhost/order-placing-';
const tag = env['IMAGE_TAG'] ?? 'test';

defineCommand(
  {
    about: 'Tests the chart and the images in the cluster of the current context, if it is a local one.',
    usage: ['make cluster-test [ARGS="<jest arguments>"]'],
  },
  async () => {
    const context = readContext();
    const refusal = refusalOf(context, env['CLUSTER_TEST_CONTEXT']);
    if (refusal !== undefined) throw new Failure(refusal);
    const load = env['IMAGE_TAG'] === undefined ? loadCommandOf(context, env['CLUSTER_LOAD']) : [];
    if (load === undefined) throw new Failure(noWayToLoad(context));
    await installPackages();
    if (env['IMAGE_TAG'] === undefined) await step('images', 'built and loaded', () => bringImages(load));
    try {
      await step('backing', 'services ready', installBacking);
      return await runCommand(jest, testVariables());
    } finally {
      await step('clean', 'namespaces removed', removeNamespaces);
    }
  },
  process.argv[2] === '--help' ? ['--help'] : [],
);

function readContext(): Context {
  const read = (...args: string[]) => execFileSync('kubectl', ['config', ...args], { encoding: 'utf8' }).trim();
  return {
    name: read('current-context'),
    server: read('view', '--minify', '-o', 'jsonpath={.clusters[0].cluster.server}'),
  };
}

async function bringImages(load: string[]): Promise<void> {
  await must(['scripts/cluster/build-images.sh'], { IMAGE_PREFIX: prefix, VERSION: tag });
  if (load.length > 0) await must([...load, ...services.map((service) => `${prefix}${service}:${tag}`)]);
}

async function installBacking(): Promise<void> {
  const job = `images.job=${prefix}auth:${tag}`;
  const release = ['upgrade', '--install', 'dependencies', 'deploy/dependencies', '-n', backing, '--create-namespace'];
  try {
    await must(['helm', ...release, '--set', job, '--wait', '--wait-for-jobs', '--timeout', '180s']);
  } catch (error) {
    await runCommand([process.execPath, ...process.execArgv, 'scripts/cluster/explain-pods.mts', backing], {});
    throw error;
  } finally {
    await runCommand(['kubectl', 'label', 'namespace', backing, 'order-placing-test=true', '--overwrite'], {});
  }
}

const removeNamespaces = () =>
  must(['kubectl', 'delete', 'namespace', '-l', 'order-placing-test=true', '--timeout=180s']);

const testVariables = (): Record<string, string> => ({
  IMAGE_PREFIX: prefix,
  IMAGE_TAG: tag,
  CLUSTER_TEST_BACKING: backing,
  CLUSTER_TEST_ADDRESS: env['CLUSTER_TEST_ADDRESS'] ?? nodeAddress(),
});

/** Where node ports are reached: the node itself; elsewhere the variable says. */
const nodeAddress = () =>
  execFileSync(
    'kubectl',
    ['get', 'nodes', '-o', 'jsonpath={.items[0].status.addresses[?(@.type=="InternalIP")].address}'],
    { encoding: 'utf8' },
  );

const jest = [
  process.execPath,
  path.join(root, 'node_modules/jest/bin/jest.js'),
  // One after the other: they share a node, and measure it.
  '--runInBand',
  ...process.argv.slice(2),
  '--selectProjects',
  'cluster',
];

async function must(command: string[], variables: Record<string, string> = {}): Promise<void> {
  const exitCode = await runCommand(command, variables);
  if (exitCode !== 0) throw new Failure(`${command.slice(0, 3).join(' ')} ... failed.`);
}
