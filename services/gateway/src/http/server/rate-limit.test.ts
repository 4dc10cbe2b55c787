import type { Redis } from 'ioredis';
import { createRateLimit } from './rate-limit';

/** A Redis that is connected and fails, or never answers in time. */
function aBrokenRedis(status: string) {
  const asked = { count: 0 };
  const fail = () => {
    asked.count += 1;
    return Promise.reject(new Error('Command timed out'));
  };
  const chain = { get: () => chain, pttl: () => chain, exec: fail };
  const redis = { status, defineCommand: () => undefined, rlflxIncr: fail, multi: () => chain };
  return { redis: redis as unknown as Redis, asked };
}

test('while Redis is away the limit is counted in memory', async () => {
  const { redis, asked } = aBrokenRedis('reconnecting');
  const limit = createRateLimit({ name: 'test', points: 1, redis, now: () => 0 });

  await limit.consume('ada');

  await expect(limit.consume('ada')).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterSeconds: 60 },
  });
  await expect(limit.left('ada')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await expect(limit.left('bob')).resolves.toBe(1);
  expect(asked.count).toBe(0);
});

test('a Redis that hangs is left alone for five seconds, so that it slows one request and not all', async () => {
  const { redis, asked } = aBrokenRedis('ready');
  let now = 0;
  const limit = createRateLimit({ name: 'test', points: 10, redis, now: () => now });

  for (let count = 0; count < 5; count += 1) await limit.consume('ada');
  expect(asked.count).toBe(1);

  now = 5_000;
  await limit.consume('ada');
  expect(asked.count).toBe(2);
  await expect(limit.left('ada')).resolves.toBe(4);
});

test('0 is off', async () => {
  const { redis } = aBrokenRedis('ready');
  const limit = createRateLimit({ name: 'test', points: 0, redis, now: () => 0 });

  await limit.consume('ada');

  await expect(limit.left('ada')).resolves.toBe(Infinity);
});
