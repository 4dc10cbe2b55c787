import { triedWays } from './disturbances';
import { scenarios } from './scenarios';
import { tryAllPoints } from './try-all-points';

// They wait for leases and hidden messages more than they work, so they do it together.
test.concurrent.each(scenarios)(
  'while $name, any effect may fail, and everything adds up in the end',
  async (scenario) => {
    const tried = await Promise.all(triedWays.map((way) => tryAllPoints({ scenario, way })));

    expect(tried.flat().filter(({ problems }) => problems.length > 0)).toEqual([]);
    for (const points of tried) expect(points.length).toBeGreaterThan(1);
  },
  300_000,
);
