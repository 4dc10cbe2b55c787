// Prints what is going on, a line for each step with its time.

export const say = (part: string, text: string) => console.log(`${part.padEnd(12)}${text}`);

/** Runs one step and says how long it took. */
export async function step<T>(part: string, text: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  say(part, `${text.padEnd(34)}${secondsSince(started)}`);
  return result;
}

export const secondsSince = (started: number) => `${((performance.now() - started) / 1_000).toFixed(1).padStart(5)} s`;
