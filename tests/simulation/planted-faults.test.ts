import { simulatorFaults } from '../planted-faults/registry';
import { searchSeeds, seedsFrom } from './search';

// Most faults show within a hundred seeds, the rarest within some hundreds; a change of the code shifts what each seed does.
const maxSeeds = 5_000;

test.each(simulatorFaults.map((fault) => [fault.name, fault] as const))(
  'finds the planted fault: %s',
  async (_, { parts, firstSeed = 1 }) => {
    const { failed } = await searchSeeds(seedsFrom(firstSeed, maxSeeds), parts);

    expect(failed?.findings.length).toBeGreaterThan(0);
  },
  240_000,
);
