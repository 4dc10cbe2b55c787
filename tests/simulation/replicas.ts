import { unavailable } from '@orders/shared/errors';
import { createLife, type Life } from './simulated-process';
import type { World } from './world';

/** The replicas of one service, each with what it offers while it is up. */
export interface Replicas<Api> {
  name: string;
  up: () => { life: Life; api: Api }[];
  crashOne: () => void;
}

export interface ReplicasFacts<Api> {
  name: string;
  count: number;
  skewsMs: number[];
  build: (life: Life) => Api;
}

/** Starts them; one that crashes has lost its memory when it comes back. */
export function startReplicas<Api>(world: World, { name, count, skewsMs, build }: ReplicasFacts<Api>): Replicas<Api> {
  const { chance, scheduler, story, trouble } = world;
  const running = new Map<string, { life: Life; api: Api }>();

  const start = (replica: string, skewMs: number) => {
    const onCrash = () => {
      running.delete(replica);
      const downMs = trouble.isOver() ? 100 : chance.between(10, chance.pick([200, 3_000, 20_000]));
      scheduler.after(downMs, () => {
        story.tell(replica, 'starts again');
        start(replica, skewMs);
      });
    };
    const life = createLife(world, { name: replica, skewMs, onCrash });
    running.set(replica, { life, api: build(life) });
  };

  for (let number = 1; number <= count; number += 1) {
    start(`${name} ${String(number)}`, skewsMs[number - 1] ?? 0);
  }
  return {
    name,
    up: () => [...running.values()],
    crashOne: () => {
      if (running.size > 0) chance.pick([...running.values()]).life.crash();
    },
  };
}

export interface Call<Api, Answer> {
  what: string;
  timeoutMs: number;
  work: (api: Api) => Promise<Answer>;
}

/** Calls one of the replicas, as a gRPC client does: the answer may be lost, late, or never come. */
export function callReplica<Api, Answer>(
  world: World,
  { caller, callee }: { caller: Life; callee: Replicas<Api> },
  { what, timeoutMs, work }: Call<Api, Answer>,
): Promise<Answer> {
  const { trouble, scheduler, chance } = world;
  return new Promise<Answer>((resolve, reject) => {
    if (caller.isOver()) return;
    const fate = trouble.fate(callee.name);
    let isAnswered = false;
    const note = (end: string) => world.story.tell(caller.name, `asks ${callee.name}: ${what}${end}`);
    const answer = (finish: () => void) =>
      scheduler.after(trouble.delayMs(), () => {
        if (isAnswered || caller.isOver()) return;
        isAnswered = true;
        finish();
      });
    const fail = (why: string) =>
      answer(() => {
        note(` FAILED: ${why}`);
        reject(unavailable(why));
      });
    const deliver = () => {
      const up = callee.up();
      if (up.length === 0) {
        fail('none is up');
        return;
      }
      const { life, api } = chance.pick(up);
      const onEnd = () => fail('the connection broke');
      life.onEnd.add(onEnd);
      work(api).then(
        (value) => {
          life.onEnd.delete(onEnd);
          if (fate === 'fails after') fail('the answer was lost');
          else answer(() => resolve(value));
        },
        (error: unknown) => {
          life.onEnd.delete(onEnd);
          answer(() => reject(error instanceof Error ? error : new Error(String(error))));
        },
      );
    };

    scheduler.after(timeoutMs, () => fail('no answer in time'));
    if (fate === 'crash before') scheduler.after(trouble.delayMs(), caller.crash);
    else if (fate === 'fails before') fail('it was not reached');
    else if (fate === 'late') {
      fail('no answer in time');
      scheduler.after(trouble.delayMs() + trouble.lateMs(), deliver);
    } else {
      scheduler.after(trouble.delayMs(), deliver);
      if (fate === 'doubled') scheduler.after(trouble.delayMs() + trouble.lateMs(), deliver);
      if (fate === 'crash after') scheduler.after(trouble.delayMs() * 3, caller.crash);
    }
  });
}
