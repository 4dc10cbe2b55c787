/** Where a process crashes: before or after one of its effects, counted from 1. */
export interface CrashPoint {
  effect: number;
  when: 'before' | 'after';
}

export type CrashPoints = ReturnType<typeof createCrashPoints>;

class Crash extends Error {}

/** Lets whatever is within it crash once, at the given point. */
export function createCrashPoints(point?: CrashPoint) {
  let effects = 0;

  const effect = async (work: () => unknown): Promise<unknown> => {
    effects += 1;
    const here = effects === point?.effect ? point.when : undefined;
    if (here === 'before') throw new Crash();
    const answer = await work();
    if (here === 'after') throw new Crash();
    return answer;
  };

  return {
    /** The same object, whose functions are effects. */
    within: <Target extends object>(target: Target): Target =>
      new Proxy(target, {
        get: (_, name) => {
          const member = Reflect.get(target, name) as (...args: unknown[]) => unknown;
          return (...args: unknown[]) => effect(() => member(...args));
        },
      }),
    isCrash: (error: unknown): boolean => error instanceof Crash,
    count: () => effects,
  };
}
