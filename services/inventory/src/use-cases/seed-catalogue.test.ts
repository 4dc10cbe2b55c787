import type { Product } from '../domain/product';
import { createSeedCatalogue } from './seed-catalogue';

const seed = (isEmpty: boolean) => {
  const inserted: Product[] = [];
  const catalogue = {
    isEmpty: () => Promise.resolve(isEmpty),
    insertMissing: (products: Product[]) => {
      inserted.push(...products);
      return Promise.resolve(products.map(({ productId }) => productId));
    },
  };
  return { inserted, run: createSeedCatalogue({ catalogue, now: () => new Date() }) };
};

test('an empty catalogue gets the demo products', async () => {
  const { inserted, run } = seed(true);

  expect(await run()).toBe(3);
  expect(inserted.map(({ productId, name, available, price }) => [productId, name, available, price])).toEqual([
    ['prod1', 'Shirt', 10, 1_999],
    ['prod2', 'Jeans', 5, 5_990],
    ['prod3', 'Sunglasses', 0, 8_900],
  ]);
});

test('a catalogue with any product stays as it is', async () => {
  const { inserted, run } = seed(false);

  expect(await run()).toBe(0);
  expect(inserted).toEqual([]);
});
