import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { sendRequest } from '../support/request';
import { shopAt } from '../support/shop';
import {
  runCommand,
  serviceNames,
  startService,
  type ServiceName,
  type ServiceProcess,
} from '../support/service-process';
import { logFileOf, makeQueue } from '../support/system';
import { planSystem, replicaNamed, variablesOf } from '../support/system-layout';
import type { Mix, Step, Version } from './mixes';

// Clients try an address again after a second at most; as minReadySeconds of the chart.
const isFoundAfterMs = 3_000;

// One of its own, where there are many: half of its ports are free at any time, and must not be taken by others.
const host = process.platform === 'linux' ? (`127.${String(randomInt(1, 255))}.0.1` as const) : '127.0.0.1';

interface Running {
  name: string;
  process: ServiceProcess;
}

/** One process of each service, which a process of the other version replaces as in a rolling update. */
export async function startRollingSystem(checkouts: Record<Version, string>) {
  const layout = await planSystem({
    host,
    // Each processor audits at its start, and again while its mix runs.
    env: { AUDIT_INTERVAL_SECONDS: '5' },
    replicas: Object.fromEntries(serviceNames.map((service) => [service, 2])),
  });
  const mix = Object.fromEntries(serviceNames.map((service) => [service, 'old'])) as Mix;
  const running = new Map<ServiceName, Running>();
  const urls: string[] = [];
  const shop = shopAt({
    urls,
    send: async (...request) => {
      const isOld = mix.gateway === 'old';
      const answer = await sendRequest(...request);
      // Version 0578da0 knows one code for both, and promises nothing.
      if (isOld && answer.body?.code === 'UNAVAILABLE') answer.body.code = 'OUTCOME_UNKNOWN';
      return answer;
    },
    grantAdminRole: (email) =>
      runCommand('auth', 'admin-grant', { env: layout.env, args: [email], checkout: checkouts[mix.auth] }),
  });

  const migrate = async (service: ServiceName, version: Version): Promise<void> => {
    if (service !== 'gateway') await runCommand(service, 'migrate', { env: layout.env, checkout: checkouts[version] });
  };
  const start = async ({ service, version }: Step): Promise<Running> => {
    const name = running.get(service)?.name === service ? `${service}-2` : service;
    const replica = replicaNamed(layout, name);
    const [env, logFile] = [variablesOf(layout, replica), logFileOf(layout, name)];
    const { metricsPort } = replica;
    // As the pod of a service does it.
    await migrate(service, version);
    return {
      name,
      process: await startService({ service, env, host, metricsPort, logFile, checkout: checkouts[version] }),
    };
  };
  const take = (step: Step, started: Running): void => {
    running.set(step.service, started);
    mix[step.service] = step.version;
    const url = `http://${layout.host}:${replicaNamed(layout, started.name).port}`;
    // As a load balancer does it, before the old one stops.
    if (step.service === 'gateway') urls.splice(0, 1, url);
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].map(({ process }) => process.terminate()));
  };

  try {
    await makeQueue(layout);
    for (const service of serviceNames) {
      const step: Step = { service, version: 'old' };
      take(step, await start(step));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    layout,
    mix,
    shop,
    migrate,
    /** Returns what was wrong with how the old process stopped. */
    replace: async (step: Step): Promise<string[]> => {
      const before = running.get(step.service)!;
      take(step, await start(step));
      await wait(isFoundAfterMs);
      const { exitCode, tookMs } = await before.process.terminate();
      const end = `${before.name} ended with ${String(exitCode)} after ${String(tookMs)} ms`;
      return exitCode === 0 && tookMs <= 10_000 ? [] : [end];
    },
    stop,
    forgetLogs: () => rmSync(layout.folder, { recursive: true, force: true }),
  };
}

export type RollingSystem = Awaited<ReturnType<typeof startRollingSystem>>;
