import { crashPointFaults } from '../planted-faults/registry';
import { scenarios } from './scenarios';
import { tryAllPoints } from './try-all-points';

test.concurrent.each(crashPointFaults)(
  'finds the planted fault: $name',
  async ({ scenario: wanted, ...fault }) => {
    const scenario = scenarios.find(({ name }) => name === wanted)!;
    const way = 'another process interferes before the effect';

    const points = await tryAllPoints({ scenario, way, fault, restWithinMs: 4_000 });

    expect(points.flatMap(({ problems }) => problems).length).toBeGreaterThan(0);
  },
  120_000,
);
