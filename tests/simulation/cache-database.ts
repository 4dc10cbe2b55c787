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
<<<<<<< HEAD
      get: (key: string) => process.effect('redis', `get ${key}`, () => texts.get(key) ?? null),
      pipeline: () => {
        const writes: (() => void)[] = [];
        const keys: string[] = [];
        return {
          eval: (...[, , key, text, revision]: [string, number, string, string, number]) => {
            keys.push(key);
            writes.push(() => void setIfNewer(key, text, revision));
          },
          exec: () => process.effect('redis', `keep ${keys.join(', ')}`, () => writes.forEach((write) => write())),
        };
      },
=======
      get: (key: string) => life.effect('redis', `get ${key}`, () => texts.get(key) ?? null),
      eval: (...[, , key, text, revision]: [string, number, string, string, number]) =>
        life.effect('redis', `keep ${key}`, () => setIfNewer(key, text, revision)),
>>>>>>> cd05ec6 (shared: connect to managed Redis and with a database user per service)
    }) as unknown as Redis;

  return { clientOf };
}
