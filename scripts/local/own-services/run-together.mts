// Runs services in this terminal, each line with the name of its service, until one fails or the user stops them.
import concurrently from 'concurrently';
import type { Variables } from '../system/env-file.mts';
import { root } from '../system/folders.mts';
import { serviceFlags } from '../system/service-flags.mts';
import type { ServiceName } from '../system/settings.mts';

export interface RunTogether {
  services: readonly ServiceName[];
  env: Variables;
  /** Compile on every change, and restart what it changes. */
  isWatching: boolean;
}

export async function runTogether({ services, env, isWatching }: RunTogether): Promise<number> {
  const node = `"${process.execPath}"`;
  const flags = [...serviceFlags, ...(isWatching ? ['--watch', '--watch-preserve-output'] : [])].join(' ');
  // `exec` leaves no shell between, so that signals reach the service itself.
  const commands = services.map((name) => ({
    name,
    command: `exec ${node} ${flags} services/${name}/dist/main.js`,
    env,
  }));
  const projects = services.map((name) => `services/${name}`).join(' ');
  const compiler = {
    name: 'build',
    command: `exec ${node} node_modules/typescript/bin/tsc -b --watch --preserveWatchOutput ${projects}`,
    env,
  };
  const { result } = concurrently(isWatching ? [...commands, compiler] : commands, {
    cwd: root,
    prefix: 'name',
    padPrefix: true,
    killOthersOn: ['failure'],
    killTimeout: 12_000,
  });
  let isStoppedByUser = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => (isStoppedByUser = true));
  return result.then(
    () => 0,
    () => (isStoppedByUser ? 0 : 1),
  );
}
