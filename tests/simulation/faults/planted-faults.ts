import { inventoryFaults } from './inventory-faults';
import { orderFaults } from './order-faults';
import type { PlantedFault } from './planted-fault';
import { processorFaults } from './processor-faults';

/** Faults of use cases, guards and stores that the simulator must be able to find. */
export const plantedFaults: PlantedFault[] = [...orderFaults, ...inventoryFaults, ...processorFaults];
