import { DomainError } from '@orders/shared/errors';
import { z } from 'zod';
import { moneyAmount } from './fields';
import { operationIdFor, orderIdFor, validate } from './read-request';

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

test('a problem that two checks find is told once', () => {
  const body = { amount: Number.MAX_SAFE_INTEGER + 1 };

  expect(problemsOf(() => validate({ body: [z.object({ amount: moneyAmount }), body] }))).toEqual([
    { path: 'amount', message: 'must be a whole number from 0 to 9,007,199,254,740,991' },
  ]);
});

test('a prototype in the JSON is an unknown field', () => {
  const body: unknown = JSON.parse('{"name":"a","items":[],"__proto__":{"isAdmin":true}}');

  expect(problemsOf(() => validate({ body: [schema, body] }))).toEqual([
    { path: '__proto__', message: 'is not a known field' },
  ]);
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-([45])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('the ids for a user and key never change, not between releases either', () => {
  expect(orderIdFor('aaaaaaaaaaaaaaaaaaaaaaaa', 'key')).toBe('3647fcf3-cd05-5529-8140-3ea8b3bf979a');
  expect(operationIdFor('aaaaaaaaaaaaaaaaaaaaaaaa', 'key')).toBe('68e6eba1-2e3a-56db-9e4e-19aa7bda46d4');
});

test('another user or key gives another id', () => {
  const ids = [orderIdFor('a', 'key'), orderIdFor('b', 'key'), orderIdFor('a', 'other')];

  expect(new Set(ids).size).toBe(3);
});

test('without a key each id is new', () => {
  const ids = [orderIdFor('a', undefined), orderIdFor('a', undefined)];

  expect(new Set(ids).size).toBe(2);
  expect(ids.map((id) => uuid.exec(id)?.[1])).toEqual(['4', '4']);
});
