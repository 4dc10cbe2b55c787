import { plantedFaults } from '../planted-faults/registry';
import { searchSeeds, seedsFrom } from './search';

// Most take fewer than a hundred, the rarest some hundreds; the bound leaves room for what a change of the code does to the seeds.
const mostSeeds = 5_000;

test.each(plantedFaults.map((fault) => [fault.name, fault] as const))(
  'the simulator finds it: %s',
  async (_, { parts, firstSeed = 1 }) => {
    const { failed } = await searchSeeds(seedsFrom(firstSeed, mostSeeds), parts);

    expect(failed?.findings.length).toBeGreaterThan(0);
  },
  240_000,
);
