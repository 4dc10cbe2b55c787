import { setTimeout } from 'node:timers/promises';

/** The time as the process has it; what is composed takes these as arguments, so that tests can set their own. */
export const systemClock = {
  now: (): Date => new Date(),
  monotonicMs: (): number => performance.now(),
  wait: (milliseconds: number): Promise<void> => setTimeout(milliseconds),
};
