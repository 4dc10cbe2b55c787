import { DomainError } from '@orders/shared/errors';
import { z } from 'zod';
import { validate } from './read-request';

const schema = z.strictObject({ name: z.string(), items: z.array(z.strictObject({ count: z.int().min(1) })) });

function problemsOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError && error.code === 'VALIDATION_FAILED' ? error.details : error;
  }
  return 'no problem';
}

test('what fits is answered in its checked form', () => {
  const value = { name: 'a', items: [{ count: 1 }] };

  expect(validate({ body: [schema, value], query: [undefined, 'ignored'] })).toEqual({ body: value, query: undefined });
});

test('every problem of every part is told with its path, unknown fields one by one', () => {
  const body = { items: [{ count: 0 }, { count: 1, one: 1, two: 2 }] };

  const problems = problemsOf(() => validate({ query: [z.strictObject({}), { page: '1' }], body: [schema, body] }));

  expect(problems).toEqual([
    { path: 'page', message: 'is not a known field' },
    { path: 'name', message: expect.any(String) as string },
    { path: 'items.0.count', message: expect.any(String) as string },
    { path: 'items.1.one', message: 'is not a known field' },
    { path: 'items.1.two', message: 'is not a known field' },
  ]);
});

test('a prototype in the JSON is an unknown field', () => {
  const body: unknown = JSON.parse('{"name":"a","items":[],"__proto__":{"isAdmin":true}}');

  expect(problemsOf(() => validate({ body: [schema, body] }))).toEqual([
    { path: '__proto__', message: 'is not a known field' },
  ]);
});
