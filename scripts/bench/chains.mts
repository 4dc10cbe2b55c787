// Starts a chain: what an order goes through, with databases of its own.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../tests/support/free-ports.ts';
import { startProcess, untilReady, type RunningProcess } from '../../tests/support/child-process.ts';
import type { Variables } from '../local/system/env-file.mts';
import { root } from '../local/system/folders.mts';
import { runCommand } from '../local/system/run-command.mts';
import { allServices, designOf, type ChainName, type ChainSetting, type Member, type Service } from './designs.mts';

/** The databases of a chain. */
export const prefixOf = (chain: ChainName) => `bench_${chain.replaceAll(/\W+/g, '_')}_`;

/** Makes the indexes, by the checkout's own command. */
export async function migrate(chain: ChainName, setting: ChainSetting): Promise<void> {
  const { checkout } = designOf(chain, setting);
  const migrations = (['auth', 'inventory', 'order', 'processor'] as const).map((service) =>
    runCommand(
      [process.execPath, path.join(checkout, 'services', service, 'dist/migrate.js')],
      { ...setting.env, MONGO_DB_PREFIX: prefixOf(chain) },
      'ignore',
    ),
  );
  await Promise.all(migrations);
}

interface PlacedMember extends Member {
  port: string;
  metricsPort: string;
}

/** Starts all members on free ports. */
export async function startChain(chain: ChainName, setting: ChainSetting) {
  const { members, checkout } = designOf(chain, setting);
  const ports = await freePorts(members.length * 2);
  const placed = members.map((member, place): PlacedMember => ({
    ...member,
    port: ports[place * 2] ?? '',
    metricsPort: ports[place * 2 + 1] ?? '',
  }));
  const portsOf = (service: Service) => placed.filter((member) => member.service === service).map(({ port }) => port);
  const hasAuth = portsOf('auth').length > 0;
  const env = chainEnv(chain, setting, (service) =>
    service === 'auth' && !hasAuth ? (setting.authPorts ?? []) : portsOf(service),
  );
  const running = new Map<string, RunningProcess>();

  const start = async (name: string, changed: Variables = {}): Promise<void> => {
    const member = placed.find((one) => one.name === name);
    if (!member) throw new Error(`${chain} has no ${name}`);
    const started = await startMember(member, { chain, checkout, setting, env: { ...env, ...member.env, ...changed } });
    running.set(name, started);
    const isReady = async () => (await fetch(`http://127.0.0.1:${member.metricsPort}/readyz`)).ok;
    await untilReady(started, { name: `${name} of the chain "${chain}"`, isReady, withinMs: 60_000 });
  };
  const stop = async (name: string): Promise<void> => {
    await running.get(name)?.terminate();
    running.delete(name);
  };
  const stopAll = async (): Promise<void> => {
    for (const { name } of [...members].reverse()) await stop(name);
  };
  try {
    await Promise.all(members.map(({ name }) => start(name)));
  } catch (error) {
    await stopAll();
    throw error;
  }
  return {
    name: chain,
    prefix: prefixOf(chain),
    port: Number(portsOf('gateway')[0]),
    authPorts: portsOf('auth'),
    hasAuth,
    processes: () => [...running].map(([name, { pid }]) => ({ name, pid })),
    start,
    stop,
    stopAll,
  };
}

export type Chain = Awaited<ReturnType<typeof startChain>>;

/** What every process of a chain gets. */
const chainEnv = (chain: ChainName, { env }: ChainSetting, portsOf: (service: Service) => string[]): Variables => ({
  ...env,
  MONGO_DB_PREFIX: prefixOf(chain),
  AWS_SQS_QUEUE_URL: `${env['AWS_ENDPOINT_URL'] ?? ''}/000000000000/${prefixOf(chain)}queue`,
  ...Object.fromEntries(
    allServices.map((service) => [
      `${service.toUpperCase()}_GRPC_ADDRESSES`,
      // A service that the chain has not got is at a port where nobody listens.
      [...portsOf(service), '1']
        .slice(0, Math.max(1, portsOf(service).length))
        .map((port) => `127.0.0.1:${port}`)
        .join(','),
    ]),
  ),
});

interface MemberStart {
  chain: ChainName;
  checkout: string;
  setting: ChainSetting;
  env: Variables;
}

async function startMember(
  { name, service, port, metricsPort, entry }: PlacedMember,
  { chain, checkout, setting, env }: MemberStart,
): Promise<RunningProcess> {
  const program = entry ?? path.join(checkout, 'services', service, 'dist/main.js');
  return startProcess({
    command: process.execPath,
    args: [...(await nodeOptions(program, checkout)), ...profiling(chain, name, setting), program],
    cwd: root,
    env: {
      ...env,
      [service === 'gateway' ? 'PORT' : `${service.toUpperCase()}_GRPC_PORT`]: port,
      [`${service.toUpperCase()}_METRICS_PORT`]: metricsPort,
    },
    logFile: path.join(setting.folder, `${prefixOf(chain)}${name}.log`),
  });
}

export const scriptOptions = [
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
];

/** Services run with the options that their checkout gives them. */
async function nodeOptions(entry: string, checkout: string): Promise<string[]> {
  // Early checkouts have no folder `local`.
  const folder = existsSync(path.join(checkout, 'scripts/local')) ? 'scripts/local/system' : 'scripts/system';
  const { serviceFlags } = (await import(path.join(checkout, folder, 'service-flags.mts'))) as {
    serviceFlags: string[];
  };
  return [...serviceFlags, ...(entry.endsWith('.mts') ? scriptOptions : [])];
}

function profiling(chain: ChainName, member: string, { profileFolder }: ChainSetting): string[] {
  if (profileFolder === undefined) return [];
  return ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`, `--cpu-prof-name=${prefixOf(chain)}${member}.cpuprofile`];
}
