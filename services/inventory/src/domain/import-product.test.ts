import { importProduct } from './import-product';
import { newProduct, type Product } from './product';

const at = new Date('2026-01-01T00:00:00Z');
const described = { name: 'Shirt', price: 1_999, description: 'Cotton', imageUrl: '/shirt.svg', archived: false };
const stored: Product = { ...newProduct({ productId: 'shirt', stock: 10, at, ...described }), revision: 4 };

test('a product that is missing is created, without stock where none is named', () => {
  expect(importProduct(undefined, { productId: 'shirt', name: 'Shirt', price: 5, archived: true }, at)).toEqual({
    outcome: 'created',
    product: {
      ...newProduct({ productId: 'shirt', name: 'Shirt', stock: 0, at }),
      price: 5,
      archived: true,
      revision: 1,
    },
  });
  expect(importProduct(undefined, { productId: 'shirt', name: 'Shirt', stock: 7 }, at)).toMatchObject({
    product: { available: 7, initial: 7 },
  });
});

test('a product that is missing needs a name', () => {
  expect(importProduct(undefined, { productId: 'shirt', stock: 7 }, at)).toEqual({ outcome: 'name required' });
});

test.each([{ name: 'Tee' }, { price: 0 }, { description: '' }, { imageUrl: '' }, { archived: true }])(
  'a product that exists gets %j and nothing else',
  (change) => {
    expect(importProduct(stored, { productId: 'shirt', stock: 99, ...described, ...change }, at)).toEqual({
      outcome: 'updated',
      change: { productId: 'shirt', ...change },
    });
  },
);

test.each([{}, described, { stock: 99 }, { name: 'Shirt', price: undefined }])(
  'a product that is as %j describes it is unchanged',
  (named) => {
    expect(importProduct(stored, { productId: 'shirt', ...named }, at)).toEqual({ outcome: 'unchanged' });
  },
);
