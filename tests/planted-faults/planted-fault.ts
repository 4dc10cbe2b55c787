import type { Parts } from '../simulation/parts';

/** Something wrong in the place of a part, which the simulator must find. */
export interface PlantedFault {
  name: string;
  parts: Partial<Parts>;
  /** Where the search begins, for one that shows once in more than a thousand seeds; 1 where it is not given. */
  firstSeed?: number;
}
