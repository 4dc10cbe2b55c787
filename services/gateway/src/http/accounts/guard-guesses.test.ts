import { setImmediate } from 'node:timers/promises';
import { DomainError } from '@orders/shared/errors';
import { createGuessGuard } from './guard-guesses';
import { rateLimited } from '../server/failures';
import type { RateLimit } from '../server/rate-limit';

const wrong = () =>
  Promise.reject(new DomainError('UNAUTHENTICATED', { code: 'INVALID_CREDENTIALS', message: 'wrong' }));

function aLimit(points: number): RateLimit & { used: Map<string, number> } {
  const used = new Map<string, number>();
  return {
    used,
    consume: (key) => Promise.resolve(void used.set(key, (used.get(key) ?? 0) + 1)),
    left: (key) => {
      const left = points - (used.get(key) ?? 0);
      return left > 0 ? Promise.resolve(left) : Promise.reject(rateLimited(60));
    },
  };
}

const codesOf = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as DomainError).code));

test('only wrong guesses count', async () => {
  const limit = aLimit(1);
  const guard = createGuessGuard(limit);

  await guard('ada', () => Promise.resolve('in'));
  await expect(guard('ada', () => Promise.reject(new Error('auth is away')))).rejects.toThrow('away');
  expect(limit.used.size).toBe(0);

  await expect(guard('ada', wrong)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  await expect(guard('ada', () => Promise.resolve('in'))).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

test('of guesses that arrive together no more are tried than failures are left', async () => {
  const guard = createGuessGuard(aLimit(3));
  const answers = Promise.withResolvers<undefined>();
  let tried = 0;
  const attempt = async () => {
    tried += 1;
    await answers.promise;
    return wrong();
  };

  const guesses = Array.from({ length: 10 }, () => guard('ada', attempt));
  await setImmediate();
  expect(tried).toBe(3);
  answers.resolve(undefined);
  const settled = await Promise.allSettled(guesses);

  expect(tried).toBe(3);
  expect(codesOf(settled).filter((code) => code === 'RATE_LIMITED')).toHaveLength(7);
});

test('a number of failures that was read before an attempt ended lets no further one in', async () => {
  const limit = aLimit(2);
  const reads: (() => void)[] = [];
  const left = async (key: string) => {
    const read = await limit.left(key);
    await new Promise<void>((resolve) => reads.push(resolve));
    return read;
  };
  const guard = createGuessGuard({ ...limit, left });
  const answers = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  let tried = 0;
  const attempt = async () => {
    tried += 1;
    await answers[tried - 1]?.promise;
    return wrong();
  };
  const answerReads = async () => {
    await setImmediate();
    for (const answer of reads.splice(0)) answer();
    await setImmediate();
  };

  const guesses = Promise.allSettled(Array.from({ length: 3 }, () => guard('ada', attempt)));
  await answerReads();
  answers[0]!.resolve(undefined);
  await setImmediate();
  // The third guess has read one failure; the second fails before it learns of that.
  answers[1]!.resolve(undefined);
  await answerReads();
  await answerReads();

  expect(codesOf(await guesses).sort()).toEqual(['INVALID_CREDENTIALS', 'INVALID_CREDENTIALS', 'RATE_LIMITED']);
  expect(tried).toBe(2);
});

test('one key does not hold up another', async () => {
  const guard = createGuessGuard(aLimit(1));
  const never = guard('ada', () => new Promise(() => undefined));

  await expect(guard('bob', () => Promise.resolve('in'))).resolves.toBe('in');
  expect(never).toBeInstanceOf(Promise);
});
