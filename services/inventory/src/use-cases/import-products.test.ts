import type { Product } from '../domain/product';
import { createImportProducts } from './import-products';

const createdAt = new Date(0);
const product = (productId: string, stock: unknown = 1) => ({ productId, name: productId, stock, createdAt });
const nameless = { documentId: 'document', productId: undefined, name: 'A', stock: 1, createdAt };

async function* inBatches<T>(...batches: T[][]) {
  yield* await Promise.resolve(batches);
}

test('products are counted as imported or present, and the others listed with their reason', async () => {
  const inserted: Product[] = [];
  const importProducts = createImportProducts({
    insertMissing: (products) => {
      const missing = products.filter(({ productId }) => productId !== 'known');
      inserted.push(...missing);
      return Promise.resolve(missing.map(({ productId }) => productId));
    },
  });

  const report = await importProducts(
    inBatches([product('a'), product('known'), product('bad', -1)], [product('a', 9), nameless]),
  );

  expect(report).toEqual({
    imported: 1,
    present: 1,
    refused: [
      { id: 'bad', reason: 'its stock must be a whole number from 0 to 1,000,000,000' },
      { id: 'a', reason: 'its id occurs twice; the first one was imported' },
      { id: 'document', reason: expect.stringContaining('its id must be') as string },
    ],
  });
  expect(inserted.map(({ productId, available }) => [productId, available])).toEqual([['a', 1]]);
});
