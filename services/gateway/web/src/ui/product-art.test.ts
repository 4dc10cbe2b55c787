import { artOf, initialOf } from './product-art';

test('a product always gets the same picture, and another product mostly another', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `prod${index}`);

  expect(artOf('prod1')).toEqual(artOf('prod1'));
  expect(new Set(ids.map((id) => artOf(id).from)).size).toBe(8);
  expect(new Set(ids.map((id) => JSON.stringify(artOf(id)))).size).toBeGreaterThan(36);
});

test.each([
  ['shirt', 'S'],
  [' ärmel', 'Ä'],
  ['🧦 socks', '🧦'],
  ['', '?'],
])('%p begins with %s', (name, initial) => {
  expect(initialOf(name)).toBe(initial);
});
