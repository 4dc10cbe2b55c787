import type { ProductRequest } from '../domain/stock-request';
import { createChangeCatalogue } from './change-catalogue';

const product = {
  productId: 'shirt',
  name: 'Shirt',
  price: 0,
  description: '',
  imageUrl: '',
  archived: false,
  available: 3,
  revision: 1,
};

async function hashOf(request: ProductRequest): Promise<string | undefined> {
  let hash: string | undefined;
  const changeCatalogue = createChangeCatalogue({
    submitAll: (requests) => {
      hash = (requests[0] as ProductRequest).requestHash;
      return Promise.resolve([{ outcome: 'done', product }] as never);
    },
  });
  await changeCatalogue(request, Infinity);
  return hash;
}

const created = { kind: 'create product', productId: 'shirt', name: 'Shirt', stock: 3, operationId: 'one' } as const;
const updated = { kind: 'update product', productId: 'shirt', price: 5, operationId: 'one' } as const;
const renamed = { kind: 'update product', productId: 'shirt', name: 'Tee', operationId: 'one' } as const;

test.each<[string, ProductRequest, ProductRequest]>([
  ['under another operation id', created, { ...created, operationId: 'other' }],
  ['from a version without prices', created, { ...created, price: 0, description: '', imageUrl: '' }],
  ['with another condition', { ...updated, ifRevisions: [1] }, { ...updated, ifRevisions: [2] }],
  ['with fields that are undefined', updated, { ...updated, name: undefined }],
])('a request %s asks for the same', async (_, first, second) => {
  expect(await hashOf(second)).toBe(await hashOf(first));
});

test.each<[string, ProductRequest, ProductRequest]>([
  ['another price', created, { ...created, price: 1 }],
  ['a price of 0', renamed, { ...renamed, price: 0 }],
  ['no description', renamed, { ...renamed, description: '' }],
  ['the archive', { ...updated, archived: true }, { ...updated, archived: false }],
])('a change to %s is another request', async (_, first, second) => {
  expect(await hashOf(second)).not.toBe(await hashOf(first));
});
