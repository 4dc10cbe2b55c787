import { setTimeout as wait } from 'node:timers/promises';
import type { Attempt, Buyers } from './buyers';

const burstMs = 4_000;
// A constant load, small enough for the system to finish all orders within minutes.
const pauseMs = 700;

/** Acknowledged orders a second while no buyer pauses. */
export async function speedOf(buyers: Buyers): Promise<number> {
  buyers.setPause(0);
  const before = buyers.observed.attempts.length;
  await wait(burstMs);
  const acknowledged = buyers.observed.attempts.slice(before).filter(({ outcome }) => outcome === 'acknowledged');
  buyers.setPause(pauseMs);
  return (acknowledged.length * 1_000) / burstMs;
}

export interface Impact {
  acknowledged: number;
  unavailable: number;
  unanswered: number;
  /** The longest time without any acknowledged order, in milliseconds. */
  outageMs: number;
  slowestMs: number;
}

/** What buyers noticed between two times. */
export function impactOn(attempts: Attempt[], from: number, to: number): Impact {
  const during = attempts.filter(({ at, tookMs }) => at + tookMs >= from && at <= to);
  const ends = during
    .filter(({ outcome }) => outcome === 'acknowledged')
    .map(({ at, tookMs }) => at + tookMs)
    .sort((one, other) => one - other);
  const gaps = [...ends, to].map((end, place) => end - (ends[place - 1] ?? from));
  const count = (wanted: Attempt['outcome']) => during.filter(({ outcome }) => outcome === wanted).length;
  return {
    acknowledged: ends.length,
    unavailable: count('unavailable'),
    unanswered: count('unanswered'),
    outageMs: Math.max(0, ...gaps),
    slowestMs: Math.max(0, ...during.map(({ tookMs }) => tookMs)),
  };
}
