import type { Parts } from '../parts';

/** Something wrong in the place of a part, which the simulator must find. */
export interface PlantedFault {
  name: string;
  parts: Partial<Parts>;
}
