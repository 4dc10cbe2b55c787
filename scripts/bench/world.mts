// All that a bench runs on: backing services, the system, and the references beside it.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runningPid } from '../local/system/background.mts';
import { backingNames } from '../local/backing/start-backing.mts';
import { root, type RunFolder } from '../local/system/folders.mts';
import { freePorts } from '../local/system/free-ports.mts';
import { runCommand } from '../local/system/run-command.mts';
import { step } from '../local/system/steps.mts';
import { startProcess } from './bench-process.mts';
import { prefixOf, startChain, type Chain, type ChainMember } from './chain.mts';
import type { WatchedProcess } from './measure.mts';
import type { ReferenceMode } from './reference/built.mts';
import { openStores, type Stores } from './stores.mts';

export interface WorldOptions {
  folder: RunFolder;
  /** Where MongoDB, Redis and LocalStack are. */
  backing: Record<string, string>;
  /** Options of node for each process of the system, as for a profile. */
  nodeOptions?: (chain: string, member: string) => string[];
  /** Another checkout of this repository, built, to compare the system with. */
  against?: string;
  /** What is started beside the system. */
  needed: Set<ChainName>;
}

/** The first one is always there: its auth knows the users of all. */
const chainNames = [
  'system',
  'paused',
  'unpublished',
  'traced',
  'traced, one in ten',
  'ceiling',
  'one by one',
  'two inventories',
  'filled',
  'before',
] as const;
export type ChainName = (typeof chainNames)[number];

type Chains = { system: Chain } & Partial<Record<ChainName, Chain>>;

export interface World {
  chains: Chains;
  stores: Stores;
  backing: Record<string, string>;
  /** Backing services, and the processes of a chain. */
  watched: (chain: Chain) => WatchedProcess[];
  stop: () => Promise<void>;
}

export async function buildWorld({ folder, backing, nodeOptions, against, needed }: WorldOptions): Promise<World> {
  const logs = path.join(folder.dir, 'bench');
  mkdirSync(logs, { recursive: true });
  const env = { ...backing, ...commonEnv(backing, logs) };
  const running: { stopAll: () => Promise<void> }[] = [];
  const stores = await openStores({ mongoUri: backing['MONGO_URI'] ?? '' });
  const stop = async () => {
    for (const one of running.reverse()) await one.stopAll();
    await stores.close();
  };

  try {
    const names = chainNames.filter((name) => name === 'system' || needed.has(name));
    await step('bench', 'indexes and products', () => prepare(env, stores, names));
    const queue = await startStandIn('queue', logs);
    running.push(queue);
    const collector = await startStandIn('collector', logs);
    running.push(collector);
    const chains = {} as Chains;
    for (const name of names) {
      const members = membersOf(name, { queuePort: queue.port, collectorPort: collector.port, against }).map(
        (member) => ({
          ...member,
          nodeOptions: nodeOptions?.(name, member.name) ?? [],
        }),
      );
      const elsewhere = name === 'system' ? {} : { auth: chains.system.portsOf('auth') };
      chains[name] = await step('bench', `the chain "${name}"`, () =>
        startChain({ name, folder: logs, env, members, elsewhere }),
      );
      running.push(chains[name]);
    }
    const backingPids = backingNames.map((name) => ({ name, pid: runningPid(folder, name) ?? 0 }));
    const queueOf = ({ name }: Chain) => (name === 'system' ? [] : [{ name: 'stand-in queue', pid: queue.pid }]);
    const watched = (chain: Chain) => [...chain.processes(), ...backingPids, ...queueOf(chain)];
    return { chains, stores, backing, watched, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const reference = (file: string) => path.join(root, 'scripts/bench/reference', `${file}.mts`);

interface Around {
  queuePort: number;
  collectorPort: number;
  against: string | undefined;
}

/** What a chain is made of; all but the system itself use its auth. */
function membersOf(chain: ChainName, { queuePort, collectorPort, against = root }: Around): ChainMember[] {
  const paused = pausedChain(root, queuePort);
  const traced = (variables: Record<string, string>) =>
    paused.map((member) => ({ ...member, env: { ...member.env, ...tracing(collectorPort), ...variables } }));
  const members: Record<ChainName, ChainMember[]> = {
    system: (['auth', 'inventory', 'order', 'processor', 'gateway'] as const).map((service) => ({
      name: service,
      service,
    })),
    paused,
    filled: paused,
    'two inventories': [{ name: 'inventory-2', service: 'inventory' }, ...paused],
    before: pausedChain(against, queuePort),
    ceiling: referenceChain('nothing'),
    'one by one': referenceChain('one-transaction'),
    traced: traced({}),
    'traced, one in ten': traced({ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' }),
    unpublished: [{ name: 'inventory', service: 'inventory' }, ...referenceChain('unpublished').slice(1)],
  };
  return members[chain];
}

/** The services of a checkout with a queue that takes every message and gives none out. */
const pausedChain = (checkout: string, queuePort: number): ChainMember[] =>
  (['inventory', 'order', 'gateway'] as const).map((service) => ({
    name: service,
    service,
    entry: path.join(checkout, 'services', service, 'dist/main.js'),
    env: { AWS_ENDPOINT_URL: `http://127.0.0.1:${queuePort}` },
  }));

const tracing = (collectorPort: number) => ({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collectorPort}` });

function referenceChain(mode: ReferenceMode): ChainMember[] {
  const env = { BENCH_REFERENCE: mode };
  return [
    { name: 'inventory', service: 'inventory', entry: reference('inventory'), env },
    { name: 'order', service: 'order', entry: reference('order'), env },
    { name: 'gateway', service: 'gateway' },
  ];
}

const commonEnv = (backing: Record<string, string>, logs: string): Record<string, string> => ({
  NODE_ENV: 'test',
  AWS_SQS_QUEUE_URL: `${backing['AWS_ENDPOINT_URL'] ?? ''}/000000000000/bench`,
  AWS_SES_SENDER_EMAIL: 'orders@example.com',
  // What an account of SES begins with once it is out of the sandbox.
  MAIL_RATE_PER_SECOND: '14',
  JWT_PRIVATE_KEY: generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString(),
  LOG_DIR: logs,
  RUN_DIR: logs,
  RATE_LIMIT_SIGN_IN: '0',
  RATE_LIMIT_SIGN_IN_CLIENT: '0',
  RATE_LIMIT_REGISTER: '0',
});

async function prepare(env: Record<string, string>, stores: Stores, names: ChainName[]): Promise<void> {
  for (const name of names.filter((chain) => chain !== 'ceiling')) {
    const prefix = prefixOf(name);
    for (const service of ['auth', 'inventory', 'order', 'processor']) {
      const migrate = path.join(root, 'services', service, 'dist/migrate.js');
      await runCommand([process.execPath, migrate], { ...env, MONGO_DB_PREFIX: prefix }, 'ignore');
    }
    await stores.addProducts(prefix);
  }
}

async function startStandIn(name: 'queue' | 'collector', logs: string) {
  const [port = 0] = await freePorts(1);
  const { stop, pid } = await startProcess({
    name: `stand-in ${name}`,
    entry: reference(`stand-in-${name}`),
    env: { BENCH_STAND_IN_PORT: String(port) },
    logFile: path.join(logs, `stand-in-${name}.log`),
    isReady: async () => (await fetch(`http://127.0.0.1:${port}`)).ok,
  });
  return { port, pid, stopAll: stop };
}
