// A chain is what an order goes through, with databases of its own: the system itself, or a reference to compare it with.
import path from 'node:path';
import { root } from '../local/system/folders.mts';
import { freePorts } from '../local/system/free-ports.mts';
import { serviceFlags } from '../local/system/service-flags.mts';
import { isServiceReady, startProcess, type BenchProcess } from './bench-process.mts';

export type ServiceName = 'auth' | 'inventory' | 'order' | 'processor' | 'gateway';

export interface ChainMember {
  /** `order`, or `inventory-2` for a second one. */
  name: string;
  service: ServiceName;
  /** Another file than the service's own main. */
  entry?: string;
  env?: Record<string, string>;
  nodeOptions?: string[];
}

export interface ChainOptions {
  name: string;
  folder: string;
  /** For every process. */
  env: Record<string, string>;
  members: ChainMember[];
  /** Where services are found that are no members of it. */
  elsewhere?: Partial<Record<ServiceName, number[]>>;
}

interface Placed extends ChainMember {
  port: number;
  metricsPort: number;
}

/** The databases of a chain. */
export const prefixOf = (chain: string) => `bench_${chain.replaceAll(/\W/g, '_')}_`;

/** Lays the members out on free ports and starts them one after the other. */
export async function startChain({ name: chain, folder, env, members, elsewhere = {} }: ChainOptions) {
  const ports = await freePorts(members.length * 2);
  const placed = members.map((member, place) => ({
    ...member,
    port: ports[place * 2] ?? 0,
    metricsPort: ports[place * 2 + 1] ?? 0,
  }));
  const portsOf = (service: ServiceName) => {
    const own = placed.filter((member) => member.service === service).map(({ port }) => port);
    return own.length > 0 ? own : (elsewhere[service] ?? []);
  };
  const prefix = prefixOf(chain);
  const shared = { ...env, MONGO_DB_PREFIX: prefix, ...addressLists(portsOf) };
  const running = new Map<string, BenchProcess>();

  const start = async (name: string, changed: Record<string, string> = {}) => {
    const member = placed.find((one) => one.name === name);
    if (!member) throw new Error(`${chain} has no ${name}`);
    running.set(name, await startMember(member, { chain, folder, shared: { ...shared, ...changed } }));
  };
  const stop = async (name: string) => {
    await running.get(name)?.stop();
    running.delete(name);
  };
  const chainOf = {
    name: chain,
    prefix,
    portsOf,
    port: portsOf('gateway')[0] ?? 0,
    processes: () => [...running.values()],
    start,
    stop,
    /** Sends everybody home, callers first. */
    stopAll: async () => {
      for (const one of [...running.keys()].reverse()) await stop(one);
    },
  };
  try {
    for (const member of members) await start(member.name);
    return chainOf;
  } catch (error) {
    await chainOf.stopAll();
    throw error;
  }
}

export type Chain = Awaited<ReturnType<typeof startChain>>;

function startMember(
  member: Placed,
  { chain, folder, shared }: { chain: string; folder: string; shared: Record<string, string> },
): Promise<BenchProcess> {
  const { name, service, port, metricsPort, entry = path.join(root, 'services', service, 'dist/main.js') } = member;
  const upper = service.toUpperCase();
  return startProcess({
    name,
    entry,
    env: {
      ...shared,
      [service === 'gateway' ? 'PORT' : `${upper}_GRPC_PORT`]: String(port),
      [`${upper}_METRICS_PORT`]: String(metricsPort),
      ...member.env,
    },
    logFile: path.join(folder, `${chain}-${name}.log`),
    isReady: isServiceReady(metricsPort),
    nodeOptions: [...serviceFlags, ...(member.nodeOptions ?? [])],
  });
}

const grpcServices = ['auth', 'inventory', 'order', 'processor'] as const;

const addressLists = (portsOf: (service: ServiceName) => number[]): Record<string, string> =>
  Object.fromEntries(
    grpcServices
      .filter((service) => portsOf(service).length > 0)
      .map((service) => [
        `${service.toUpperCase()}_GRPC_ADDRESSES`,
        portsOf(service)
          .map((port) => `127.0.0.1:${port}`)
          .join(','),
      ]),
  );
