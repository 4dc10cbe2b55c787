import { majorText, moneyText, parseMajor, sumOf } from './money';

test.each([
  [{ amount: 1_999, currency: 'EUR' }, '€19.99'],
  [{ amount: 1_999, currency: 'JPY' }, 'JP¥1,999'],
  [{ amount: 1_999, currency: 'KWD' }, 'KWD 1.999'],
  [{ amount: 9_007_199_254_740_991, currency: 'EUR' }, '€90,071,992,547,409.91'],
  [{ amount: 0, currency: 'EUR' }, '€0.00'],
])('%p is shown as %s', (money, text) => {
  expect(moneyText(money, 'en-GB').replace(/\s/g, ' ')).toBe(text);
});

test.each([
  ['19.99', 'EUR', 1_999],
  ['19,9', 'EUR', 1_990],
  ['20', 'EUR', 2_000],
  [' 1999 ', 'JPY', 1_999],
  ['19.999', 'EUR', undefined],
  ['19.5', 'JPY', undefined],
  ['-1', 'EUR', undefined],
  ['', 'EUR', undefined],
  ['1.000,50', 'EUR', undefined],
])('typed as %p in %s it is %p', (text, currency, amount) => {
  expect(parseMajor(text, currency)).toBe(amount);
});

test('what a form shows is what it reads', () => {
  for (const amount of [0, 5, 99, 100, 1_999]) {
    expect(parseMajor(majorText({ amount, currency: 'EUR' }), 'EUR')).toBe(amount);
    expect(parseMajor(majorText({ amount, currency: 'JPY' }), 'JPY')).toBe(amount);
  }
});

test('a sum is not known while one of its amounts is not', () => {
  const euro = (amount: number) => ({ amount, currency: 'EUR' });

  expect(sumOf([euro(1), euro(2)])).toEqual(euro(3));
  expect(sumOf([euro(1), undefined])).toBeUndefined();
  expect(sumOf([])).toBeUndefined();
});
