import type { ImportedProduct, ImportOutcome } from '../../clients/inventory-client';
import { importProducts } from './import-products';

const line = (given: object) => `${JSON.stringify(given)}\n`;
const created = (products: ImportedProduct[]): ImportOutcome[] => products.map(() => 'created');

async function importText(text: string | Buffer, outcomesOf: typeof created = created) {
  const batches: ImportedProduct[][] = [];
  const report = await importProducts(Buffer.from(text), (products) => {
    batches.push(products);
    return Promise.resolve(outcomesOf(products));
  });
  return { batches, report };
}

test('each line is a product, whatever separates them', async () => {
  const { batches, report } = await importText(
    '\ufeff{"productId": "a", "name": " A "}\r\n\n  \n{"productId":"b","imageUrl":null}',
  );

  expect(batches).toEqual([
    [
      { productId: 'a', name: 'A' },
      { productId: 'b', imageUrl: null },
    ],
  ]);
  expect(report).toEqual({ created: 2, updated: 0, unchanged: 0, failed: [] });
});

test.each<[string, string | Buffer, string]>([
  ['no JSON', 'shirt', 'must be a JSON object in UTF-8'],
  ['no object', '7', 'must be an object'],
  ['no UTF-8', Buffer.from('{"productId":"a","name":"\xff"}', 'latin1'), 'must be a JSON object in UTF-8'],
  ['no id', '{"name": "A"}', 'productId: is required'],
  ['an id that is none', '{"productId": "a b"}', 'productId: must be 1 to 64'],
  ['half a cent', '{"productId": "a", "price": 19.99}', 'price: must be an integer in the minor unit'],
  ['an unknown field', '{"productId": "a", "weight": 1}', 'weight: is not a known field'],
  ['a field of a long name', `{"productId": "a", "${'x'.repeat(1_000)}": 1}`, 'x'.repeat(200)],
])('a line with %s fails, and the others are imported', async (_, text, message) => {
  const body = Buffer.concat([Buffer.from(`${line({ productId: 'first', name: 'A' })}\n`), Buffer.from(text)]);

  const { batches, report } = await importText(body);

  expect(batches.flat().map(({ productId }) => productId)).toEqual(['first']);
  expect(report.failed).toEqual([
    { line: 3, code: 'VALIDATION_FAILED', message: expect.stringMatching(`^${message.replaceAll('.', '[.]')}`) },
  ]);
  expect(report.failed[0]!.message.length).toBeLessThanOrEqual(201);
});

test('of two lines of one product the first one counts', async () => {
  const { batches, report } = await importText(line({ productId: 'a', price: 1 }) + line({ productId: 'a', price: 2 }));

  expect(batches).toEqual([[{ productId: 'a', price: 1 }]]);
  expect(report.failed).toEqual([{ line: 2, code: 'DUPLICATE_PRODUCT', message: 'line 1 is of the same product' }]);
});

test('outcomes are counted, and a new product without a name fails with its line', async () => {
  const outcomes: ImportOutcome[] = ['unchanged', 'name required', 'updated', 'created'];
  const lines = ['a', 'b', 'c', 'd'].map((productId) => line({ productId }));

  const { report } = await importText(`nonsense\n${lines.join('')}nonsense`, () => outcomes);

  expect(report).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
  expect(report.failed.map((failed) => failed.line)).toEqual([1, 3, 6]);
  expect(report.failed[1]?.message).toBe('name: is required for a new product');
});

test('a batch is bounded in lines and in bytes', async () => {
  const short = Array.from({ length: 1_200 }, (_, n) => line({ productId: `s${n}`, name: 'A' }));
  const long = Array.from({ length: 200 }, (_, n) => line({ productId: `l${n}`, description: '€'.repeat(2_000) }));

  const { batches, report } = await importText([...short, ...long].join(''));

  expect(report.created).toBe(1_400);
  expect(batches.flat()).toHaveLength(1_400);
  expect(Math.max(...batches.map((batch) => batch.length))).toBe(500);
  expect(Math.max(...batches.map((batch) => Buffer.byteLength(JSON.stringify(batch))))).toBeLessThan(1_000_000);
});
