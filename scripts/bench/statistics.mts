// The few figures that describe many.

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** The value that so many percent of all are below. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length * percent) / 100)] ?? NaN;
}

/** A median with the least and the greatest of what it stands for. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

export const spreadOf = (values: number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** Round by round: what was measured next to each other is compared with each other. */
export const ratiosOf = (numerators: number[], denominators: number[]): number[] =>
  numerators.slice(0, denominators.length).map((value, index) => value / (denominators[index] ?? NaN));
