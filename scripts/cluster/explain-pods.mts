// Prints why the pods of a namespace do not come up, with the last lines of what crashed.
import { execFileSync } from 'node:child_process';
import { defineCommand } from '../local/system/command.mts';
import { podProblems, type Event, type Pod } from './pod-problems.mts';

defineCommand(
  {
    about: 'Prints why the pods of a namespace do not come up, with the last lines of what crashed.',
    usage: ['scripts/with-node scripts/cluster/explain-pods.mts <namespace>'],
    words: [1, 1],
  },
  ({ words: [namespace = ''] }) => console.log(explanationOf(namespace)),
);

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
