import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine, readCsv } from './csv.mts';

const productsIn = (text: string) => {
  const { body, lineOf } = readCsv(Buffer.from(text));
  const products = body
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as object);
  return { products, lineOf };
};

test('rows become products, and empty cells name nothing', () => {
  const { products } = productsIn(
    '\ufeffproductId,name,stock,price,archived\r\na,"A ""good"" one",3,1999,FALSE\r\nb,,,0,\r\n',
  );

  assert.deepEqual(products, [
    { productId: 'a', name: 'A "good" one', stock: 3, price: 1_999, archived: false },
    { productId: 'b', price: 0 },
  ]);
});

test('what is no number stays as it is, for the import to refuse', () => {
  assert.deepEqual(productsIn('productId,price\na,19.99\nb,19 EUR').products, [
    { productId: 'a', price: 19.99 },
    { productId: 'b', price: '19 EUR' },
  ]);
});

test('a line that failed is known by its place in the file', () => {
  const { products, lineOf } = productsIn('productId,description\na,"two\nlines"\nb,one\n');

  assert.deepEqual(products[0], { productId: 'a', description: 'two\nlines' });
  assert.equal(lineOf(2), 4);
});

test('a row that is written is read again', () => {
  const cells = ['a,b', 'say "yes"', 'two\nlines', 7, true];

  assert.equal(csvLine(cells), '"a,b","say ""yes""","two\nlines",7,true\r\n');
});
