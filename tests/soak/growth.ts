/** A value, and when it was taken, in hours. */
export interface Point {
  at: number;
  value: number;
}

// A process that has just started fills its caches and pools.
const warmUpShare = 1 / 3;
// By chance one series of a thousand without a trend reaches this; one of less than seven points cannot.
const leastZ = 3;

/** The pairs of points once the process has warmed up. */
function settledPairs(points: Point[]): [Point, Point][] {
  const settled = points.slice(Math.ceil(points.length * warmUpShare));
  return settled.flatMap((one, place) => settled.slice(place + 1).map((later): [Point, Point] => [one, later]));
}

const slope = ([one, later]: [Point, Point]) => (later.value - one.value) / (later.at - one.at);

/** By Theil and Sen: the median slope of all pairs, which a few outliers do not move. */
export function growthPerHour(points: Point[]): number {
  const slopes = settledPairs(points).map(slope);
  return slopes.sort((one, other) => one - other)[Math.floor(slopes.length / 2)] ?? 0;
}

/** Whether it grows by more than so much an hour, and not by chance: by the test of Mann and Kendall. */
export function growsSteadily(points: Point[], mostPerHour: number): boolean {
  const pairs = settledPairs(points);
  const count = (1 + Math.sqrt(1 + 8 * pairs.length)) / 2;
  const faster = pairs.filter((pair) => slope(pair) > mostPerHour).length;
  const z = (2 * faster - pairs.length - 1) / Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18);
  return z > leastZ;
}
