import { triedWays } from './disturbances';
import { scenarios } from './scenarios';
import { tryAllPoints } from './try-all-points';

// They mostly wait for leases and hidden messages, so they run concurrently.
test.concurrent.each(scenarios)(
  'while $name, any effect may fail, and the audit finds nothing',
  async (scenario) => {
    const tried = await Promise.all(triedWays.map((way) => tryAllPoints({ scenario, way })));

    expect(tried.flat().filter(({ problems }) => problems.length > 0)).toEqual([]);
    for (const points of tried) expect(points.length).toBeGreaterThan(1);
  },
  300_000,
);
