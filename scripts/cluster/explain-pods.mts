// Prints why the pods of a namespace do not come up, with the last lines of what crashed: explain-pods.mts <namespace>.
import { execFileSync } from 'node:child_process';
import { runScript } from '../local/system/failure.mts';
import { podProblems, type Event, type Pod } from './pod-problems.mts';

const usage = 'usage: scripts/with-node scripts/cluster/explain-pods.mts <namespace>';

runScript(() => Promise.resolve(run(process.argv.slice(2))));

function run([namespace, ...others]: string[]): number {
  if (namespace === undefined || others.length > 0) {
    console.error(usage);
    return 2;
  }
  console.log(namespace === '--help' ? usage : explanationOf(namespace));
  return 0;
}

function explanationOf(namespace: string): string {
  const list = <Kind,>(kind: string): Kind[] =>
    (JSON.parse(kubectl('get', kind, '-n', namespace, '-o', 'json')) as { items: Kind[] }).items;
  const pods = list<Pod>('pods');
  const problems = podProblems(pods, list<Event>('events'));
  if (problems.length === 0) return `Nothing is wrong with the pods of ${namespace}.`;
  return [`Pods of ${namespace}:`, ...problems, ...pods.flatMap((pod) => lastWords(namespace, pod))].join('\n  ');
}

/** What crashed containers said last. */
function lastWords(namespace: string, { metadata: { name }, status = {} }: Pod): string[] {
  const crashed = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])].filter(
    ({ state, lastState }) => ((state?.terminated ?? lastState?.terminated)?.exitCode ?? 0) !== 0,
  );
  return crashed.flatMap(({ name: container, state }) => {
    const previous = state?.terminated === undefined ? ['--previous'] : [];
    const said = tryKubectl('logs', '-n', namespace, name, '-c', container, '--tail=3', ...previous);
    return said === ''
      ? []
      : [`${name}, container ${container} said last:`, ...said.split('\n').map((line) => `  ${line}`)];
  });
}

const kubectl = (...args: string[]) =>
  execFileSync('kubectl', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });

function tryKubectl(...args: string[]): string {
  try {
    return kubectl(...args).trim();
  } catch {
    return '';
  }
}
