import { batchFaults } from './batch-faults';
import { endingFaults } from './ending-faults';
import { historyFaults } from './history-faults';
import { inventoryFaults } from './inventory-faults';
import { placingFaults } from './placing-faults';
import type { CrashPointFault, PlantedFault, SimulatorFault } from './planted-fault';
import { processorFaults } from './processor-faults';
import { storeFaults } from './store-faults';
import { sweepingFaults } from './sweeping-faults';
import { webhookFaults } from './webhook-faults';

/** All planted faults: each shows that a check finds what it is for. */
const plantedFaults: PlantedFault[] = [
  ...placingFaults,
  ...endingFaults,
  ...sweepingFaults,
  ...inventoryFaults,
  ...batchFaults,
  ...processorFaults,
  ...webhookFaults,
  ...storeFaults,
  ...historyFaults,
];

export const simulatorFaults: SimulatorFault[] = plantedFaults.filter((fault) => 'parts' in fault);
/** Those whose broken promise the histories of buyers must show. */
export const promiseFaults = simulatorFaults.filter(({ breaks }) => breaks !== undefined);
export const crashPointFaults: CrashPointFault[] = plantedFaults.filter((fault) => 'command' in fault);
