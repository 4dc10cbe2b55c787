import { newProduct } from '@orders/inventory/domain/product';
import { searchPrefixes, searchTerms } from '@orders/inventory/domain/search-terms';
import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { createCheckSearchTerms, createFillSearchTerms } from '@orders/inventory/use-cases/fill-search-terms';
import { createListProducts } from '@orders/inventory/use-cases/list-products';
import { plansOf } from '../../support/query-plans';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { validateAllStored } from './a-replica';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase('search', inventoryCollections);
});
afterEach(async () => {
  await validateAllStored(database.mongo);
  await database.drop();
});

const catalogue = () => createCatalogueStore(database.mongo);
const at = new Date();
const add = (names: Record<string, string>) =>
  catalogue().insertMissing(
    Object.entries(names).map(([productId, name]) => newProduct({ productId, name, stock: 1, at })),
  );

async function find(query: string, given: object = {}): Promise<string[]> {
  const page = { pageSize: 100, pageToken: '', query, includeArchived: false, ...given };
  const { products } = await createListProducts({ catalogue: catalogue() })(page);
  return products.map(({ productId }) => productId);
}

test.each<[string, string[]]>([
  ['shirt', ['a', 'b']],
  ['SHI', ['a', 'b']],
  ['red sh', ['a']],
  ['shirt red', ['a']],
  ['hirt', []],
  ['cafe', ['c']],
  ['CAFÉ', ['c']],
  ['sku-1.', ['SKU-1.b']],
  ['sku', ['SKU-1.b', 'SKU-11b']],
  ['a', ['a']],
  ['', ['SKU-1.b', 'SKU-11b', 'a', 'b', 'c']],
  ['***', []],
  ['.*', []],
])('"%s" finds %j', async (query, found) => {
  await add({ a: 'Red shirt', b: 'Shirt of linen', c: 'Café crème', 'SKU-1.b': 'Jeans', 'SKU-11b': 'Jeans' });

  expect(await find(query)).toEqual(found);
});

test('archived products are found by those who may see them, and pages of a search follow each other', async () => {
  await add({ a: 'Shirt', b: 'Shirt', c: 'Shirt' });
  await catalogue().describe([{ productId: 'b', archived: true }]);
  const list = createListProducts({ catalogue: catalogue() });

  const first = await list({ pageSize: 2, pageToken: '', query: 'shirt', includeArchived: true });
  const second = await list({ pageSize: 2, pageToken: first.nextPageToken, query: 'shirt', includeArchived: true });

  expect(await find('shirt')).toEqual(['a', 'c']);
  expect([first, second].map(({ products }) => products.map(({ productId }) => productId))).toEqual([
    ['a', 'b'],
    ['c'],
  ]);
});

test.each(['shirt', 'red shirt', 'sku-1', 'prod1 .'])(
  'a search for "%s" scans the index, never the catalogue',
  async (query) => {
    await add(Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`jeans-${n}`, `Jeans ${n}`])));
    await add({ 'sku-1': 'Red shirt', 'sku-10': 'Red scarf', prod1: 'Shirt' });
    const search = searchPrefixes(query)!;
    const page = { afterProductId: '', limit: 50, includeArchived: false, search };

    const plans = await plansOf(database, () => catalogue().list(page));

    expect(plans).toMatchObject([{ summary: expect.stringContaining('IXSCAN { terms: 1, _id: 1 }') }]);
    expect(plans[0]?.summary).not.toContain('COLLSCAN');
    expect(plans[0]?.docsExamined).toBeLessThanOrEqual(3);
  },
);

describe('a product that the previous version', () => {
  const stored = () => database.mongo.collection<{ _id: string; name: string; terms?: string[] }>('products');

  test('has created is found once its terms are filled in', async () => {
    await add({ old: 'Linen shirt', new: 'Shirt' });
    await stored().updateOne({ _id: 'old' }, { $unset: { terms: '' } });

    await createFillSearchTerms({ catalogue: catalogue() })();

    expect(await find('linen')).toEqual(['old']);
    expect(await stored().findOne({ _id: 'old' })).toMatchObject({ terms: ['linen', 'shirt', '#old'] });
  });

  test('has renamed is found by its new name after the check of all', async () => {
    await add(Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`jeans-${n}`, `Jeans ${n}`])));
    await add({ old: 'Shirt' });
    await stored().updateOne({ _id: 'old' }, { $set: { name: 'Scarf' } });

    await createCheckSearchTerms({ catalogue: catalogue() })();

    expect([await find('scarf'), await find('shirt'), await find('jeans-599')]).toEqual([['old'], [], ['jeans-599']]);
  });

  test('renames meanwhile keeps the terms of its own name', async () => {
    await add({ shirt: 'Shirt' });

    await catalogue().putTerms([
      {
        productId: 'shirt',
        name: 'Its name before',
        terms: searchTerms({ productId: 'shirt', name: 'Its name before' }),
      },
    ]);

    expect(await find('shirt')).toEqual(['shirt']);
  });
});
