import type { Parts } from '../simulation/parts';

/** A fault that is planted into the code, and what must find it. */
export type PlantedFault = SimulatorFault | CrashPointFault;

/** Planted in the parts that it replaces, for the simulator to find. */
export interface SimulatorFault {
  name: string;
  parts: Partial<Parts>;
  /** The promise to buyers that it breaks, for the checker of histories to name. */
  breaks?: string;
  /** Where the search begins, for a fault that shows once in more than a thousand seeds; 1 by default. */
  firstSeed?: number;
}

/** Planted in a store's command to MongoDB, for the crash points to find in a scenario where another process interferes. */
export interface CrashPointFault {
  name: string;
  /** The command, as `orders.updateMany`. */
  command: string;
  /** Returns the arguments that a faulty store would send. */
  change: (args: unknown[]) => unknown[];
  scenario: string;
}
