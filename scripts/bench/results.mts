// All that a run found out; what is written as JSON.
import type { DriverReference } from './driver-reference.mts';
import type { Rates } from './rates.mts';
import type { Drain, Lag } from './settling.mts';
import type { SizeCosts } from './size.mts';

export interface Results {
  at: string;
  machine: { processors: number; model: string; memoryGiB: number; node: string };
  commit: string;
  rates: Rates[];
  driver?: DriverReference;
  lagModest?: Lag;
  lagFull?: Lag;
  drain?: Drain;
  mailsPerSecond?: number;
  /** Orders a second on one product, with one and with two replicas of inventory, round by round. */
  replicas?: { one: number[]; two: number[] };
  size?: SizeCosts;
  /** MiB of each process at the end of each minute under load. */
  soak?: Record<string, number[]>;
}
