import { unavailable } from '@orders/shared/errors';
import { createSimulatedProcess, type SimulatedProcess } from './simulated-process';
import type { World } from './world';

/** The replicas of one service, each with its API while it runs. */
export interface Replicas<Api> {
  name: string;
  running: () => { process: SimulatedProcess; api: Api }[];
  crashOne: () => void;
}

export interface ReplicasOptions<Api> {
  name: string;
  count: number;
  skewsMs: number[];
  build: (process: SimulatedProcess) => Api;
}

/** Starts them; one that crashes starts again, with its memory lost. */
export function startReplicas<Api>(world: World, { name, count, skewsMs, build }: ReplicasOptions<Api>): Replicas<Api> {
  const { random, scheduler, timeline, failures } = world;
  const running = new Map<string, { process: SimulatedProcess; api: Api }>();

  const start = (replica: string, skewMs: number) => {
    const onCrash = () => {
      running.delete(replica);
      const downMs = failures.hasStopped() ? 100 : random.between(10, random.pick([200, 3_000, 20_000]));
      scheduler.after(downMs, () => {
        timeline.record(replica, 'starts again');
        start(replica, skewMs);
      });
    };
    const process = createSimulatedProcess(world, { name: replica, skewMs, onCrash });
    running.set(replica, { process, api: build(process) });
  };

  for (let number = 1; number <= count; number += 1) {
    start(`${name} ${String(number)}`, skewsMs[number - 1] ?? 0);
  }
  return {
    name,
    running: () => [...running.values()],
    crashOne: () => {
      if (running.size > 0) random.pick([...running.values()]).process.crash();
    },
  };
}

export interface Call<Api, Answer> {
  from: SimulatedProcess;
  to: Replicas<Api>;
  what: string;
  timeoutMs: number;
  work: (api: Api) => Promise<Answer>;
}

/** Calls one of the replicas, as a gRPC client does: the answer may be lost, late, or never arrive. */
export function callReplica<Api, Answer>(
  world: World,
  { from, to, what, timeoutMs, work }: Call<Api, Answer>,
): Promise<Answer> {
  const { failures, scheduler, random } = world;
  return new Promise<Answer>((resolve, reject) => {
    if (from.hasCrashed()) return;
    const mode = failures.next(to.name);
    let isAnswered = false;
    const answer = (finish: () => void) =>
      scheduler.after(failures.networkDelayMs(), () => {
        if (isAnswered || from.hasCrashed()) return;
        isAnswered = true;
        finish();
      });
    const fail = (why: string) =>
      answer(() => {
        world.timeline.record(from.name, `calls ${to.name}: ${what} FAILED: ${why}`);
        reject(unavailable(why));
      });
    const deliver = () => {
      const running = to.running();
      if (running.length === 0) {
        fail('no replica is running');
        return;
      }
      const { process, api } = random.pick(running);
      const onCrash = () => fail('the connection broke');
      process.crashListeners.add(onCrash);
      work(api).then(
        (value) => {
          process.crashListeners.delete(onCrash);
          if (mode === 'fails after') fail('the answer was lost');
          else answer(() => resolve(value));
        },
        (error: unknown) => {
          process.crashListeners.delete(onCrash);
          answer(() => reject(error instanceof Error ? error : new Error(String(error))));
        },
      );
    };

    scheduler.after(timeoutMs, () => fail('no answer in time'));
    if (mode === 'crash before') scheduler.after(failures.networkDelayMs(), from.crash);
    else if (mode === 'fails before') fail('it was not reached');
    else if (mode === 'late') {
      fail('no answer in time');
      scheduler.after(failures.networkDelayMs() + failures.latenessMs(), deliver);
    } else {
      scheduler.after(failures.networkDelayMs(), deliver);
      if (mode === 'doubled') scheduler.after(failures.networkDelayMs() + failures.latenessMs(), deliver);
      if (mode === 'crash after') scheduler.after(failures.networkDelayMs() * 3, from.crash);
    }
  });
}
