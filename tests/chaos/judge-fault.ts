import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Fault } from './faults';
import type { Impact } from './rates';

/** An answer comes within 5 s, by the contract; then some buyer of many has an order, also on a busy machine. */
const sparedWithinMs = 6_000;
const ownDelayWithinMs = 2_000;

const ownDelay = monitorEventLoopDelay({ resolution: 20 });

/** Measures, from now on, for how long this process stands still; all the networks, buyers and receivers are in it. */
export function watchOwnDelay(): () => number {
  ownDelay.enable();
  ownDelay.reset();
  return () => ownDelay.max / 1e6;
}

/** What should not have happened to orders, or to this process, under a fault. */
export function judgeFault({ name, sparesPlacing = false }: Fault, { outageMs }: Impact, ownDelayMs: number): string[] {
  const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;
  if (ownDelayMs > ownDelayWithinMs)
    return [`${name}: chaos itself stood still for ${seconds(ownDelayMs)}, so what it measured says nothing`];
  if (sparesPlacing && outageMs > sparedWithinMs)
    return [`${name}: no order was placed for ${seconds(outageMs)}, though none needs what was broken`];
  return [];
}
