import { randomUUID } from 'node:crypto';
import { sharedSystem } from '../support/shared-system';
import { createShop, type User } from '../support/shop';

const shop = createShop(sharedSystem());
const run = randomUUID().slice(0, 8);
let admin: User;

beforeAll(async () => {
  admin = await shop.admin();
});

const importLines = (products: object[]) =>
  shop.rest('/api/products/import', {
    method: 'POST',
    token: admin.token,
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: products.map((product) => `${JSON.stringify(product)}\n`).join(''),
    timeoutMs: 60_000,
  });

async function allPages(query: string): Promise<{ productId: string }[]> {
  const found: { productId: string }[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from = cursor === '' ? '' : `&cursor=${cursor}`;
    const { status, body } = await shop.rest(`/api/products?limit=100${query}${from}`, { token: admin.token });
    expect(status).toBe(200);
    found.push(...body.products);
    cursor = body.nextCursor as string | null;
  }
  return found;
}

test('11,500 products with long names are imported, answered by pages and found; again they change nothing', async () => {
  const long = (n: number) => `${'\u{1F455}'.repeat(70)} Unique${run} ${n}`;
  const products = Array.from({ length: 11_500 }, (_, n) => ({
    productId: `big-${run}-${n}`,
    name: long(n),
    price: n,
  }));

  const first = await importLines(products);
  const again = await importLines(products);
  const pages = await allPages(`&q=unique${run}`);
  const one = await shop.rest(`/api/products?q=UNIQUE${run}%20114`);

  expect(first.body).toMatchObject({ created: 11_500, updated: 0, unchanged: 0, failed: [] });
  expect(again.body).toMatchObject({ created: 0, updated: 0, unchanged: 11_500, failed: [] });
  expect(new Set(pages.map(({ productId }) => productId))).toEqual(new Set(products.map(({ productId }) => productId)));
  // 114, 1140 to 1149, 11400 to 11499.
  expect(one.body.products).toHaveLength(50);
  expect((await allPages(`&q=unique${run}%20114`)).length).toBe(111);
  expect((await shop.rest('/api/products')).body.products.length).toBeLessThanOrEqual(50);
}, 120_000);

test('a product is changed by who has seen it, archived, and then neither seen nor sold', async () => {
  const productId = `shirt-${run}`;
  const path = `/api/products/${productId}`;
  const change = (body: object, headers: Record<string, string>) =>
    shop.rest(path, { method: 'PATCH', token: admin.token, body, headers });
  const created = await shop.rest('/api/products', {
    token: admin.token,
    body: { productId, name: 'Shirt', stock: 5, price: 1_999, imageUrl: '/assets/products/shirt.svg' },
  });
  const tag = created.headers.etag!;
  const buyer = await shop.aUser();

  const cheaper = await change({ price: 1_499 }, { 'If-Match': tag, 'Idempotency-Key': run });
  const late = await change({ name: 'Tee' }, { 'If-Match': tag });
  const repeated = await change({ price: 1_499 }, { 'If-Match': tag, 'Idempotency-Key': run });
  const order = await shop.place(buyer, [{ productId, quantity: 1 }]);
  await change({ archived: true }, {});
  const gone = await shop.place(buyer, [{ productId, quantity: 1 }]);

  expect(cheaper).toMatchObject({ status: 200, body: { product: { price: { amount: 1_499 }, stock: 5 } } });
  expect(late).toMatchObject({ status: 412, body: { code: 'PRECONDITION_FAILED' } });
  expect(repeated).toMatchObject({ status: 200, headers: { etag: cheaper.headers.etag }, body: cheaper.body });
  expect(order).toMatchObject({ status: 201, body: { order: { items: [{ name: 'Shirt', unitPrice: 1_499 }] } } });
  expect(gone).toMatchObject({ status: 404, body: { code: 'UNKNOWN_PRODUCT' } });
  expect((await shop.rest(path)).status).toBe(404);
  expect((await shop.rest(path, { token: admin.token })).body.product).toMatchObject({ archived: true, stock: 4 });
});
