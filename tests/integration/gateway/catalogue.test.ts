import type { ListProductsRequestOutput } from '@orders/proto/inventory/v1/ListProductsRequest';
import type { UpdateProductRequestOutput } from '@orders/proto/inventory/v1/UpdateProductRequest';
import { DomainError } from '@orders/shared/errors';
import { sendRequest } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';
import { anOrder } from './an-order';

let gateway: TestGateway;
let time = 0;
let clock = Date.now();

const shirt = {
  productId: 'shirt',
  name: 'Shirt',
  description: '',
  imageUrl: '',
  price: 1_999,
  stock: 10,
  archived: false,
  revision: '17',
};
const archived = { ...shirt, archived: true };

beforeAll(async () => {
  gateway = await aGateway({ now: () => clock, monotonicMs: () => time });
});
beforeEach(() => {
  gateway.fakes.inventory = {};
  time += 1_001;
});

const get = (path: string, headers: Record<string, string> = {}, token?: string) =>
  sendRequest(gateway.url, path, { headers, ...(token !== undefined && { token }) });
const patch = (headers: Record<string, string>) =>
  sendRequest(gateway.url, '/api/products/shirt', {
    method: 'PATCH',
    token: gateway.keySet.adminToken(),
    body: { name: 'Tee' },
    headers,
  });

describe('pages', () => {
  test('ask inventory for what the query says', async () => {
    const asked: ListProductsRequestOutput[] = [];
    gateway.fakes.inventory.ListProducts = (page: ListProductsRequestOutput) => {
      asked.push(page);
      return { products: [shirt], nextPageToken: 'next' };
    };

    const first = await get('/api/products');
    await get('/api/products?limit=2&cursor=next&q=%20Red%20shirt', {}, gateway.keySet.adminToken());

    expect(first.body).toMatchObject({ products: [{ productId: 'shirt' }], nextCursor: 'next' });
    expect(asked).toEqual([
      { pageSize: 50, pageToken: '', query: '', includeArchived: false },
      { pageSize: 2, pageToken: 'next', query: 'Red shirt', includeArchived: true },
    ]);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'cursor=', `q=${'a'.repeat(101)}`, 'q=%00', 'q=a&q=b', 'page=2'])(
    'with %s are refused',
    async (query) => {
      expect(await get(`/api/products?${query}`)).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    },
  );

  test('are for buyers without a token, with one, and with one that has expired', async () => {
    const asked: boolean[] = [];
    gateway.fakes.inventory.ListProducts = ({ includeArchived }: ListProductsRequestOutput) => {
      asked.push(includeArchived);
      return { products: [] };
    };

    for (const token of [undefined, gateway.keySet.userToken(), 'not-a-token']) {
      time += 1_001;
      expect((await get('/api/products', {}, token)).status).toBe(200);
    }
    expect(asked).toEqual([false, false, false]);
  });
});

test('an archived product is there for admins only', async () => {
  gateway.fakes.inventory.GetProduct = () => ({ product: archived });

  expect(await get('/api/products/shirt')).toMatchObject({ status: 404, body: { code: 'UNKNOWN_PRODUCT' } });
  expect(await get('/api/products/shirt', {}, gateway.keySet.userToken())).toMatchObject({ status: 404 });
  expect(await get('/api/products/shirt', {}, gateway.keySet.adminToken())).toMatchObject({
    status: 200,
    body: { product: { archived: true } },
  });
});

describe('an ETag', () => {
  test.each(['/api/products', '/api/products/shirt'])(
    'of %s makes the next answer 304 until it changes',
    async (path) => {
      let product = shirt;
      gateway.fakes.inventory = { GetProduct: () => ({ product }), ListProducts: () => ({ products: [product] }) };

      const first = await get(path);
      const tag = first.headers['etag']!;
      const again = await get(path, { 'If-None-Match': `"other", W/${tag}` });
      product = { ...shirt, stock: 9, revision: '18' };
      time += 1_001;
      const changed = await get(path, { 'If-None-Match': tag });

      expect(tag).toMatch(/^"[\w-]+"$/);
      expect(again.status).toBe(304);
      expect(again.text).toBe('');
      expect(again.headers['etag']).toBe(tag);
      expect(again.headers['cache-control']).toBe('private, no-cache');
      expect(again.headers['vary']).toContain('Authorization');
      expect(changed.status).toBe(200);
      expect(changed.headers['etag']).not.toBe(tag);
    },
  );

  test.each([
    ['*', 304],
    ['"17"', 304],
    ['17', 200],
    ['"170"', 200],
  ])('is compared with If-None-Match: %s', async (condition, status) => {
    gateway.fakes.inventory.GetProduct = () => ({ product: shirt });

    expect((await get('/api/products/shirt', { 'If-None-Match': condition })).status).toBe(status);
  });

  test('changes with products whose revision the version before does not count', async () => {
    const tagOf = async (product: Partial<typeof shirt>) => {
      gateway.fakes.inventory.GetProduct = () => ({ product: { ...shirt, revision: '0', ...product } });
      time += 1_001;
      return (await get('/api/products/shirt')).headers['etag'];
    };

    const tag = await tagOf({});
    expect(tag).toMatch(/^"0-[\w-]{43}"$/);
    expect(await tagOf({})).toBe(tag);
    expect(await tagOf({ stock: 9 })).not.toBe(tag);
  });

  test('comes with each change too', async () => {
    gateway.fakes.inventory.UpdateProduct = () => ({ product: shirt });

    expect((await patch({})).headers['etag']).toBe('"17"');
  });
});

describe('If-Match', () => {
  test.each<[string, string[]]>([
    ['"17"', ['17']],
    ['"16", "17"', ['16', '17']],
    ['"0"', ['0']],
    [`"0-${'a'.repeat(43)}"`, ['0']],
    ['*', []],
    ['W/"17"', ['-1']],
    ['W/"17", "18"', ['18']],
    ['"other"', ['-1']],
    ['""', ['-1']],
    ['"017"', ['-1']],
  ])('%s asks for the revisions %j', async (condition, revisions) => {
    let asked: string[] = [];
    gateway.fakes.inventory.UpdateProduct = ({ ifRevisions }: UpdateProductRequestOutput) => {
      asked = ifRevisions;
      return { product: shirt };
    };

    expect((await patch({ 'If-Match': condition })).status).toBe(200);
    expect(asked).toEqual(revisions);
  });

  test('of another revision is 412', async () => {
    gateway.fakes.inventory.UpdateProduct = () => {
      throw new DomainError('ILLEGAL_STATE', { code: 'PRECONDITION_FAILED', message: 'it has changed' });
    };

    expect(await patch({ 'If-Match': '"3"' })).toMatchObject({ status: 412, body: { code: 'PRECONDITION_FAILED' } });
  });

  test.each(['17', '"17', '*, "17"', ',', Array(101).fill('"1"').join()])('%s is refused', async (condition) => {
    expect(await patch({ 'If-Match': condition })).toMatchObject({
      status: 400,
      body: { details: [{ path: 'If-Match' }] },
    });
  });
});

describe('answers that are kept', () => {
  let calls: number;
  beforeEach(() => {
    calls = 0;
    const count = () => {
      calls += 1;
      return { product: { ...shirt, stock: calls }, products: [{ ...shirt, stock: calls }] };
    };
    gateway.fakes.inventory = { GetProduct: count, ListProducts: count, UpdateProduct: () => ({ product: shirt }) };
  });

  test.each(['/api/products', '/api/products/shirt'])('of %s are asked for once a second', async (path) => {
    await Promise.all(Array.from({ length: 20 }, () => get(path)));
    time += 999;
    await get(path);
    expect(calls).toBe(1);

    time += 2;
    await get(path);
    expect(calls).toBe(2);
  });

  test('are no older than a second after the clock was set back', async () => {
    await get('/api/products/shirt');
    clock -= 60_000;
    time += 1_001;
    await get('/api/products/shirt');

    expect(calls).toBe(2);
  });

  test('are not for admins, who may have changed it elsewhere', async () => {
    await get('/api/products/shirt', {}, gateway.keySet.adminToken());
    await get('/api/products/shirt', {}, gateway.keySet.adminToken());

    expect(calls).toBe(2);
  });

  test('are forgotten when this gateway changes the catalogue', async () => {
    await get('/api/products');
    await patch({});
    await get('/api/products');

    expect(calls).toBe(2);
  });

  test('are forgotten when a change may have been made', async () => {
    gateway.fakes.inventory.UpdateProduct = () => {
      throw new DomainError('CONFLICT', { code: 'IDEMPOTENCY_KEY_REUSED', message: 'used' });
    };

    await get('/api/products/shirt');
    await patch({});
    await get('/api/products/shirt');

    expect(calls).toBe(2);
  });

  test('are forgotten with an order, though not with each of very many', async () => {
    gateway.fakes.order.PlaceOrder = () => ({ order: anOrder() });
    const order = () =>
      sendRequest(gateway.url, '/api/order', {
        method: 'POST',
        token: gateway.keySet.userToken(),
        body: { items: [{ productId: 'shirt', quantity: 1 }] },
      });

    for (let n = 1; n <= 30; n += 1) {
      await get('/api/products');
      expect((await order()).status).toBe(201);
    }

    expect(calls).toBe(21);
  });

  test('are no failures', async () => {
    gateway.fakes.inventory.GetProduct = () => {
      throw new DomainError('NOT_FOUND', { code: 'UNKNOWN_PRODUCT', message: 'unknown' });
    };
    await get('/api/products/shirt');
    gateway.fakes.inventory.GetProduct = () => ({ product: shirt });

    expect((await get('/api/products/shirt')).status).toBe(200);
  });
});
