import { plantedFaults } from '../planted-faults/store-faults';
import { scenarios } from './scenarios';
import { tryAllPoints } from './try-all-points';

test.concurrent.each(plantedFaults)(
  'it shows when $name',
  async ({ fault, scenario: wantedName, way }) => {
    const scenario = scenarios.find(({ name }) => name === wantedName)!;

    const points = await tryAllPoints({ scenario, way, fault, restWithinMs: 4_000 });

    expect(points.flatMap(({ problems }) => problems).length).toBeGreaterThan(0);
  },
  120_000,
);
