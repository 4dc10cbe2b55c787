import { setTimeout as wait } from 'node:timers/promises';
import type { Attempt, Buyers } from './buyers';

const burstMs = 4_000;
// Enough to be under load all the time, and little enough to know within minutes what became of each order.
const pauseMs = 700;

/** Acknowledged orders a second while no buyer pauses. */
export async function speedOf(buyers: Buyers): Promise<number> {
  buyers.setPause(0);
  const before = buyers.known.attempts.length;
  await wait(burstMs);
  const acknowledged = buyers.known.attempts.slice(before).filter(({ outcome }) => outcome === 'acknowledged');
  buyers.setPause(pauseMs);
  return (acknowledged.length * 1_000) / burstMs;
}

export interface Felt {
  acknowledged: number;
  putOff: number;
  unanswered: number;
  /** The longest time without any acknowledged order, in milliseconds. */
  awayMs: number;
  slowestMs: number;
}

/** What buyers felt between two times. */
export function felt(attempts: Attempt[], from: number, to: number): Felt {
  const during = attempts.filter(({ at, tookMs }) => at + tookMs >= from && at <= to);
  const ends = during
    .filter(({ outcome }) => outcome === 'acknowledged')
    .map(({ at, tookMs }) => at + tookMs)
    .sort((one, other) => one - other);
  const gaps = [...ends, to].map((end, place) => end - (ends[place - 1] ?? from));
  const count = (wanted: Attempt['outcome']) => during.filter(({ outcome }) => outcome === wanted).length;
  return {
    acknowledged: ends.length,
    putOff: count('put off'),
    unanswered: count('unanswered'),
    awayMs: Math.max(0, ...gaps),
    slowestMs: Math.max(0, ...during.map(({ tookMs }) => tookMs)),
  };
}
