import type { Product } from '../domain/product';
import { createSeedCatalogue } from './seed-catalogue';

const seed = (isEmpty: boolean) => {
  const inserted: Product[] = [];
  const catalogue = {
    isEmpty: () => Promise.resolve(isEmpty),
    insertMissing: (products: Product[]) => Promise.resolve(inserted.push(...products)),
  };
  return { inserted, run: createSeedCatalogue({ catalogue, now: () => new Date() }) };
};

test('an empty catalogue gets the demo products', async () => {
  const { inserted, run } = seed(true);

  expect(await run()).toBe(3);
  expect(inserted.map(({ productId, name, available, initial }) => [productId, name, available, initial])).toEqual([
    ['prod1', 'Shirt', 10, 10],
    ['prod2', 'Jeans', 5, 5],
    ['prod3', 'Sunglasses', 0, 0],
  ]);
});

test('a catalogue with any product stays as it is', async () => {
  const { inserted, run } = seed(false);

  expect(await run()).toBe(0);
  expect(inserted).toEqual([]);
});
