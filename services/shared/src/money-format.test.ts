import { moneyFormat } from './money-format';

test.each([
  ['EUR', 1_999, '€19.99'],
  ['EUR', 5, '€0.05'],
  ['EUR', 0, '€0.00'],
  ['USD', 123_456_789, '$1,234,567.89'],
  ['JPY', 1_999, '¥1,999'],
  ['JPY', 0, '¥0'],
  ['KWD', 1_999, 'KWD\u00a01.999'],
  ['EUR', Number.MAX_SAFE_INTEGER, '€90,071,992,547,409.91'],
])('in %s the amount %d is written %s', (currency, amount, text) => {
  expect(moneyFormat(currency)(amount)).toBe(text);
});
