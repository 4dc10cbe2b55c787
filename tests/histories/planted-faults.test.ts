import { promiseFaults } from '../planted-faults/registry';
import { soundParts } from '../simulation/parts';
import { runSeed } from '../simulation/run-seed';
import { seedsFrom } from '../simulation/search';

const maxSeeds = 3_000;

test.each(promiseFaults.map((fault) => [fault.name, fault] as const))(
  'names the promise that a planted fault breaks: %s',
  async (_, { parts, breaks, firstSeed = 1 }) => {
    const broken = new Set<string>();
    for (const seed of seedsFrom(firstSeed, maxSeeds)) {
      const { brokenPromises } = await runSeed(seed, { parts: { ...soundParts, ...parts } });
      for (const rule of brokenPromises) broken.add(rule);
      if (broken.has(breaks ?? '')) break;
    }

    expect([...broken]).toContain(breaks);
  },
  240_000,
);
