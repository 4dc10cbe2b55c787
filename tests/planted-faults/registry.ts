import { batchFaults } from './batch-faults';
import { endingFaults } from './ending-faults';
import { inventoryFaults } from './inventory-faults';
import { placingFaults } from './placing-faults';
import type { PlantedFault } from './planted-fault';
import { processorFaults } from './processor-faults';
import { sweepingFaults } from './sweeping-faults';

/** Faults of use cases, guards and stores that the simulator must be able to find. */
export const plantedFaults: PlantedFault[] = [
  ...placingFaults,
  ...endingFaults,
  ...sweepingFaults,
  ...inventoryFaults,
  ...batchFaults,
  ...processorFaults,
];
