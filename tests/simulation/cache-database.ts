import type { Redis } from 'ioredis';
import type { SimulatedProcess } from './simulated-process';

/** Redis, as far as the order cache uses it: one script, which writes over older revisions only. */
export function createCache() {
  const texts = new Map<string, string>();

  const setIfNewer = (key: string, text: string, revision: number) => {
    const stored = texts.get(key);
    if (stored !== undefined && (JSON.parse(stored) as { revision: number }).revision > revision) return 0;
    texts.set(key, text);
    return 1;
  };

  const clientOf = (process: SimulatedProcess) =>
    ({
      get: (key: string) => process.effect('redis', `get ${key}`, () => texts.get(key) ?? null),
      eval: (...[, , key, text, revision]: [string, number, string, string, number]) =>
        process.effect('redis', `keep ${key}`, () => setIfNewer(key, text, revision)),
    }) as unknown as Redis;

  return { clientOf };
}
