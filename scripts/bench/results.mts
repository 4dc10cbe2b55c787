// All that a run found out; what is written as JSON.
import type { DriverReference } from './driver-reference.mts';
import type { Rates } from './rates.mts';
import type { Drain, Lag } from './settling.mts';

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
  /** Orders that were stored for the cases named "filled". */
  stored: number;
  /** MiB of each process at the end of each minute under load. */
  soak?: Record<string, number[]>;
}
