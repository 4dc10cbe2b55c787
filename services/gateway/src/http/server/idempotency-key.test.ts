import { operationIdFor, orderIdFor } from './idempotency-key';

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
