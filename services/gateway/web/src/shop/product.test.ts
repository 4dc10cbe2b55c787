import { boundedQuantity, orderable, stockNote } from './product';

test.each([
  ['3', 10, 3],
  ['12', 10, 10],
  [' 7 ', 10, 7],
  ['0', 10, 0],
  ['', 10, undefined],
  ['-1', 10, undefined],
  ['1.5', 10, undefined],
  ['many', 10, undefined],
  ['9999999', 1_000_000, 1_000_000],
])('%p of at most %d is %p', (typed, max, quantity) => {
  expect(boundedQuantity(typed, max)).toBe(quantity);
});

test('an order takes at most a million of a product', () => {
  expect(orderable({ stock: 5 })).toBe(5);
  expect(orderable({ stock: 5_000_000 })).toBe(1_000_000);
});

test.each([
  [0, 'Sold out', 'none'],
  [5, 'Only 5 left', 'few'],
  [6, '6 in stock', 'plenty'],
])('a stock of %d is noted as %s', (stock, text, level) => {
  expect(stockNote(stock)).toEqual({ text, level });
});
