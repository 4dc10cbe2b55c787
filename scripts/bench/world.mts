// All that a bench runs on: backing services, stand-ins, and the chains that are compared at the moment.
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startProcess, untilReady } from '../../tests/support/child-process.ts';
import { freePorts } from '../../tests/support/free-ports.ts';
import { backingNames } from '../local/backing/start-backing.mts';
import { runningPid } from '../local/system/background.mts';
import { root, type RunFolder } from '../local/system/folders.mts';
import { step } from '../local/system/terminal.mts';
import { createAudiences } from './audiences.mts';
import { migrate, prefixOf, scriptOptions, startChain, type Chain } from './chains.mts';
import { openDatabases } from './databases.mts';
import type { ChainName } from './designs.mts';
import type { Plan } from './plan.mts';

export interface WatchedProcess {
  name: string;
  pid: number;
  /** Whether what it starts counts too. */
  isTree?: boolean;
}

type WorldPlan = Pick<Plan, 'size' | 'against' | 'profileFolder'>;

export async function createWorld(folder: RunFolder, backing: Record<string, string>, plan: WorldPlan) {
  const logs = path.join(folder.dir, 'bench');
  mkdirSync(logs, { recursive: true });
  const databases = await openDatabases(backing['MONGO_URI'] ?? '');
  const audiences = createAudiences(databases, plan.size);
  const standIns = await startStandIns(logs);
  const setting = { ...plan, folder: logs, env: { ...backing, ...commonEnv(logs) }, standInPort: standIns.port };
  const running = new Map<ChainName, Chain>();
  const prepared = new Set<ChainName>();

  const stop = async (names: ChainName[]): Promise<void> => {
    for (const name of names) {
      await running.get(name)?.stopAll();
      running.delete(name);
    }
  };
  const start = async (name: ChainName): Promise<Chain> => {
    if (!prepared.has(name)) {
      await migrate(name, setting);
      await databases.addProducts(prefixOf(name));
      prepared.add(name);
    }
    return startChain(name, { ...setting, authPorts: running.get('system')?.authPorts ?? [] });
  };
  /** Starts a chain where it does not run. */
  const open = async (name: ChainName): Promise<Chain> => {
    const chain = running.get(name) ?? (await step('bench', `the chain "${name}"`, () => start(name)));
    running.set(name, chain);
    await audiences.gather(chain);
    return chain;
  };
  // Its auth knows the users of all that have none.
  await open('system');

  return {
    databases,
    audienceOf: audiences.of,
    open,
    /** Stops all other chains, for they use the processors even when nobody asks them. */
    openOnly: async (names: Set<ChainName>): Promise<void> => {
      await stop([...running.keys()].filter((name) => !names.has(name) && name !== 'system'));
      for (const name of names) await open(name);
      await audiences.renewTokens([...running.values()]);
    },
    /** The processes of a chain, and what they stand on. */
    watched: (chain: Chain): WatchedProcess[] => [...chain.processes(), ...backingPids(folder)],
    /** Leaves nothing behind that the next case would pay for. */
    tidy: async (chain: Chain): Promise<void> => {
      if (chain.hasAuth) await databases.untilSettled(chain.prefix);
      else await databases.forgetOrders(chain.prefix, audiences.of(chain.name).reader.userId);
    },
    stop: async (): Promise<void> => {
      await stop([...running.keys()].reverse());
      await standIns.terminate();
      await databases.close();
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

const backingPids = (folder: RunFolder) => backingNames.map((name) => ({ name, pid: runningPid(folder, name) ?? 0 }));

const commonEnv = (logs: string): Record<string, string> => ({
  NODE_ENV: 'test',
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
  RATE_LIMIT_ORDERS: '0',
});

async function startStandIns(logs: string) {
  const [port = ''] = await freePorts(1);
  const started = startProcess({
    command: process.execPath,
    args: [...scriptOptions, path.join(root, 'scripts/bench/reference/stand-ins.mts')],
    cwd: root,
    env: { BENCH_STAND_IN_PORT: port },
    logFile: path.join(logs, 'stand-ins.log'),
  });
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/v1/`)).ok;
  await untilReady(started, { name: 'the stand-ins', isReady, withinMs: 20_000 });
  return { port: Number(port), terminate: started.terminate };
}
