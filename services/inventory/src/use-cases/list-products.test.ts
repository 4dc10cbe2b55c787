import { catalogued, newProduct } from '../domain/product';
import { createListProducts, type CataloguePage } from './list-products';

const products = ['a', 'b', 'c'].map((productId) =>
  catalogued(newProduct({ productId, name: productId, stock: 1, at: new Date() })),
);

function list(page: object) {
  const pages: CataloguePage[] = [];
  const listProducts = createListProducts({
    catalogue: {
      list: ({ ...asked }) => {
        pages.push(asked);
        const after = products.filter(({ productId }) => productId > asked.afterProductId);
        return Promise.resolve(after.slice(0, asked.limit));
      },
    },
  });
  const answer = listProducts({ pageSize: 2, pageToken: '', query: '', includeArchived: false, ...page });
  return { answer, pages };
}

test('pages follow each other, and the last one has no token', async () => {
  const first = await list({}).answer;
  const last = await list({ pageToken: first.nextPageToken }).answer;

  expect([first, last].map((page) => page.products.map(({ productId }) => productId))).toEqual([['a', 'b'], ['c']]);
  expect(last.nextPageToken).toBe('');
});

test('a page that ends with the last product has no token', async () => {
  expect((await list({ pageSize: 3 }).answer).nextPageToken).toBe('');
});

test('a query becomes what the terms must begin with', async () => {
  const { answer, pages } = list({ query: 'Red Shirt', includeArchived: true });
  await answer;

  expect(pages).toEqual([{ afterProductId: '', limit: 3, includeArchived: true, search: { words: ['red', 'shirt'] } }]);
});

test.each(['a', '!!!', Buffer.from('before a').toString('base64url'), Buffer.from('after a b').toString('base64url')])(
  'the token %s is refused',
  async (pageToken) => {
    await expect(list({ pageToken }).answer).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: [{ path: 'cursor' }],
    });
  },
);
