// Why pods do not come up, as the API server tells it, in one line for each reason.

export interface Pod {
  metadata: { name: string };
  status?: {
    conditions?: { type: string; status: string; message?: string }[];
    initContainerStatuses?: Container[];
    containerStatuses?: Container[];
  };
}

interface Container {
  name: string;
  ready: boolean;
  restartCount?: number;
  state?: State;
  lastState?: State;
}

interface State {
  waiting?: { reason?: string; message?: string };
  running?: object;
  terminated?: { reason?: string; exitCode: number; message?: string };
}

export interface Event {
  type: string;
  reason: string;
  message: string;
  involvedObject: { kind: string; name: string };
  lastTimestamp?: string | null;
}

/** What is wrong with the pods, and with what should have made pods; nothing where all are ready. */
export function podProblems(pods: Pod[], events: Event[]): string[] {
  // A controller tries again and again, each time with another pod's name in the message.
  const refused = new Map(
    events
      .filter(({ reason, involvedObject }) => reason === 'FailedCreate' && involvedObject.kind !== 'Pod')
      .map(({ involvedObject: { kind, name }, message }) => [`${kind} ${name}`, message] as const),
  );
  return [
    ...[...refused].map(([owner, message]) => `${owner}: ${message}`),
    ...pods.flatMap((pod) => problemsOf(pod, events)),
  ];
}

function problemsOf({ metadata: { name }, status = {} }: Pod, events: Event[]): string[] {
  const unscheduled = (status.conditions ?? []).filter(
    ({ type, status: state }) => type === 'PodScheduled' && state === 'False',
  );
  const warning = warningOf(name, events);
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  return [
    ...unscheduled.map(({ message }) => `${name}: not scheduled: ${message ?? 'no reason given'}`),
    ...containers
      .filter((container) => !isFine(container, warning))
      .map((container) => `${name}, container ${container.name}: ${problemOf(container, warning)}`),
  ];
}

/** It serves or is done, or what comes before it is not done. */
function isFine({ state = {}, ready }: Container, warning: string | undefined): boolean {
  const waiting = state.waiting?.reason;
  const isDone = state.terminated?.exitCode === 0;
  return ready || isDone || waiting === 'PodInitializing' || (waiting === 'ContainerCreating' && warning === undefined);
}

function problemOf({ state = {}, lastState = {}, restartCount = 0 }: Container, warning: string | undefined): string {
  const { waiting, running } = state;
  const parts = [
    waiting && [waiting.reason, waiting.message].filter(Boolean).join(': '),
    endOf(state.terminated ?? lastState.terminated),
    running && 'runs, but is not ready',
    restartCount > 0 && `${String(restartCount)} restarts`,
    warning,
  ];
  return parts.filter(Boolean).join('; ');
}

const endOf = (ended: State['terminated']) =>
  ended &&
  [`ended with ${ended.reason ?? 'Error'} (exit code ${String(ended.exitCode)})`, ended.message?.trim()]
    .filter(Boolean)
    .join(': ');

const telling = ['Unhealthy', 'FailedMount', 'FailedCreatePodSandBox'];

/** The last of a pod's warnings that is about its probes or its volumes; the others say what its status says. */
const warningOf = (pod: string, events: Event[]): string | undefined =>
  events
    .filter(({ type, involvedObject }) => type === 'Warning' && involvedObject.name === pod)
    .filter(({ reason }) => telling.includes(reason))
    .sort((one, other) => (one.lastTimestamp ?? '').localeCompare(other.lastTimestamp ?? ''))
    .at(-1)?.message;
