import { DomainError } from '@orders/shared/errors';
import { aGateway, type TestGateway } from './a-gateway';
import { sendRequest } from '../../support/request';

let gateway: TestGateway;
const product = { productId: 'prod1', name: 'Shirt', stock: 10 };
const described = { price: 1_999, description: 'Heavy cotton.\nWashes well.', imageUrl: '/assets/products/shirt.svg' };
const known = { ...product, ...described, archived: false, revision: '17' };
const shown = { ...known, price: { amount: 1_999, currency: 'EUR' }, revision: 17 };

// Answers about the catalogue are kept for a second.
let time = Date.now();

beforeAll(async () => {
  gateway = await aGateway({ now: () => time });
});
beforeEach(() => {
  gateway.fakes.inventory = {};
  time += 1_001;
});

const change = (method: string, path: string, body: unknown) =>
  sendRequest(gateway.url, path, { method, token: gateway.keySet.adminToken(), body });

test('everyone can read the catalogue and each product', async () => {
  gateway.fakes.inventory.ListProducts = () => ({ products: [known] });
  gateway.fakes.inventory.GetProduct = () => ({ product: known });

  const all = await sendRequest(gateway.url, '/api/products');
  const one = await sendRequest(gateway.url, '/api/products/prod1');

  expect(all.body).toEqual({ success: true, products: [shown], nextCursor: null });
  expect(one.body).toEqual({ success: true, product: shown });
});

test('a product without an image says so, and prices are in the currency of the shop', async () => {
  const swiss = await aGateway({ config: { CURRENCY: 'CHF' } });
  swiss.fakes.inventory.GetProduct = () => ({ product: { ...known, imageUrl: '' } });

  const one = await sendRequest(swiss.url, '/api/products/prod1');

  expect(one.body.product).toEqual({ ...shown, imageUrl: null, price: { amount: 1_999, currency: 'CHF' } });
});

test('an unknown product is not found', async () => {
  gateway.fakes.inventory.GetProduct = () => {
    throw new DomainError('NOT_FOUND', { code: 'UNKNOWN_PRODUCT', message: 'unknown' });
  };

  const answer = await sendRequest(gateway.url, '/api/products/none');

  expect(answer.status).toBe(404);
  expect(answer.body.code).toBe('UNKNOWN_PRODUCT');
});

test('an admin adds, changes and restocks, each under an operation id of its own', async () => {
  const operationIds: string[] = [];
  const asked: object[] = [];
  const answerFor = ({ operationId, ...request }: { operationId: string }) => {
    operationIds.push(operationId);
    asked.push(request);
    return { product: known };
  };
  gateway.fakes.inventory = { CreateProduct: answerFor, UpdateProduct: answerFor, RestockProduct: answerFor };

  const added = await change('POST', '/api/products', product);
  const changed = await change('PATCH', '/api/products/prod1', { stock: 0 });
  const restocked = await change('POST', '/api/products/prod1/restock', { quantity: 5 });

  expect([added.status, changed.status, restocked.status]).toEqual([201, 200, 200]);
  expect(asked).toMatchObject([product, { productId: 'prod1', stock: 0 }, { productId: 'prod1', quantity: 5 }]);
  expect(asked[1]).not.toHaveProperty('name');
  expect(new Set(operationIds).size).toBe(3);
});

test('what is described of a product reaches inventory, and null removes its image', async () => {
  const asked: object[] = [];
  const answerFor = ({ operationId: _, ...request }: { operationId: string }) => {
    asked.push(request);
    return { product: known };
  };
  gateway.fakes.inventory = { CreateProduct: answerFor, UpdateProduct: answerFor };

  const added = await change('POST', '/api/products', { ...product, ...described });
  await change('PATCH', '/api/products/prod1', { price: 0, imageUrl: null, archived: true });

  expect(added).toMatchObject({ status: 201, body: { product: shown } });
  expect(asked[0]).toMatchObject({ ...product, ...described });
  expect(asked[1]).toMatchObject({ productId: 'prod1', price: 0, imageUrl: '', archived: true });
  expect(asked[1]).not.toHaveProperty('description');
});

test('letters reach inventory composed, as they are counted', async () => {
  const decomposed = (length: number) => 'e\u0301'.repeat(length);
  let added: object = {};
  let query = '';
  gateway.fakes.inventory = {
    CreateProduct: (request) => {
      added = request;
      return { product: known };
    },
    ListProducts: (request) => {
      query = request.query;
      return { products: [] };
    },
  };

  const text = { name: decomposed(100), description: `${decomposed(999)}\n${decomposed(1_000)}` };
  const answer = await change('POST', '/api/products', { ...product, ...text });
  await sendRequest(gateway.url, `/api/products?q=${encodeURIComponent(decomposed(100))}`);

  expect(answer.status).toBe(201);
  expect(added).toMatchObject({ name: 'é'.repeat(100), description: `${'é'.repeat(999)}\n${'é'.repeat(1_000)}` });
  expect(query).toBe('é'.repeat(100));
});

describe('under an idempotency key', () => {
  const changes: [string, string, unknown][] = [
    ['POST', '/api/products', product],
    ['PATCH', '/api/products/prod1', { stock: 1 }],
    ['POST', '/api/products/prod1/restock', { quantity: 1 }],
  ];
  const under = (key: string, [method, path, body]: [string, string, unknown], token = gateway.keySet.adminToken()) =>
    sendRequest(gateway.url, path, { method, token, body, headers: { 'Idempotency-Key': key } });

  test.each(changes)('%s %s has one operation id for a user and key', async (...request) => {
    const operationIds: string[] = [];
    const answerFor = ({ operationId }: { operationId: string }) => {
      operationIds.push(operationId);
      return { product: known };
    };
    gateway.fakes.inventory = { CreateProduct: answerFor, UpdateProduct: answerFor, RestockProduct: answerFor };

    const first = await under('key', request);
    const again = await under('key', request);
    await under('other key', request);
    await under('key', request, gateway.keySet.adminToken('bbbbbbbbbbbbbbbbbbbbbbbb'));

    expect(again).toMatchObject({ status: first.status, body: { product: shown } });
    expect(operationIds[1]).toBe(operationIds[0]);
    expect(new Set(operationIds).size).toBe(3);
  });

  test.each(changes)('%s %s with a key of another request is refused', async (...request) => {
    const refuse = () => {
      throw new DomainError('CONFLICT', { code: 'IDEMPOTENCY_KEY_REUSED', message: 'used' });
    };
    gateway.fakes.inventory = { CreateProduct: refuse, UpdateProduct: refuse, RestockProduct: refuse };

    expect(await under('key', request)).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  test.each(changes)('%s %s refuses a key that is too long', async (...request) => {
    expect(await under('k'.repeat(256), request)).toMatchObject({
      status: 400,
      body: { details: [{ path: 'Idempotency-Key' }] },
    });
  });
});

test.each<[string, string, unknown]>([
  ['POST', '/api/products', product],
  ['PATCH', '/api/products/prod1', { stock: 1 }],
  ['POST', '/api/products/prod1/restock', { quantity: 1 }],
])('%s %s is for admins only', async (method, path, body) => {
  const answer = await sendRequest(gateway.url, path, { method, token: gateway.keySet.userToken(), body });

  expect(answer.status).toBe(403);
  expect(answer.body.code).toBe('FORBIDDEN');
});

test.each<[string, string, number]>([
  ['PRODUCT_EXISTS', 'ALREADY_EXISTS', 409],
  ['STOCK_LIMIT_EXCEEDED', 'ILLEGAL_STATE', 409],
])('%s is a conflict', async (code, kind, status) => {
  const refuse = () => {
    throw new DomainError(kind as 'ALREADY_EXISTS', { code, message: 'no' });
  };
  gateway.fakes.inventory = { CreateProduct: refuse, RestockProduct: refuse };

  const created = await change('POST', '/api/products', product);
  const restocked = await change('POST', '/api/products/prod1/restock', { quantity: 1 });

  expect([created.status, restocked.status]).toEqual([status, status]);
  expect(created.body.code).toBe(code);
});

test.each<[string, string, unknown]>([
  ['POST', '/api/products', { ...product, stock: 1_000_000_001 }],
  ['POST', '/api/products', { ...product, stock: -1 }],
  ['POST', '/api/products', { ...product, stock: 1.5 }],
  ['POST', '/api/products', { ...product, productId: 'a/b' }],
  ['POST', '/api/products', { ...product, name: '   ' }],
  ['PATCH', '/api/products/prod1', {}],
  ['PATCH', '/api/products/prod1', { productId: 'other' }],
  ['PATCH', '/api/products/a%20b', { stock: 1 }],
  ['POST', '/api/products/prod1/restock', { quantity: 0 }],
  ['POST', '/api/products', { ...product, archived: true }],
  ['POST', '/api/products', { ...product, price: -1 }],
  ['POST', '/api/products', { ...product, price: 1_000_000_001 }],
  ['POST', '/api/products', { ...product, price: '1999' }],
  ['POST', '/api/products', { ...product, price: { amount: 1_999, currency: 'EUR' } }],
  ['POST', '/api/products', { ...product, description: 'a'.repeat(2_001) }],
  ['POST', '/api/products', { ...product, description: 'rings\u0007' }],
  ['PATCH', '/api/products/prod1', { imageUrl: 'javascript:alert(1)' }],
  ['PATCH', '/api/products/prod1', { imageUrl: '//elsewhere.example/shirt.svg' }],
  ['PATCH', '/api/products/prod1', { imageUrl: '/\\elsewhere.example/shirt.svg' }],
  ['PATCH', '/api/products/prod1', { imageUrl: 'https://' }],
  ['PATCH', '/api/products/prod1', { imageUrl: 'https://shop.example/a picture.svg' }],
  ['PATCH', '/api/products/prod1', { imageUrl: 'shirt.svg' }],
  ['PATCH', '/api/products/prod1', { imageUrl: '/a\u0000.svg' }],
  ['PATCH', '/api/products/prod1', { imageUrl: 'https://shop.example/\u0085' }],
  ['PATCH', '/api/products/prod1', { imageUrl: '/\ud800.svg' }],
  ['PATCH', '/api/products/prod1', { imageUrl: '' }],
  ['PATCH', '/api/products/prod1', { imageUrl: `https://shop.example/${'a'.repeat(2_048)}` }],
  ['PATCH', '/api/products/prod1', { archived: 'yes' }],
])('%s %s %j is refused', async (method, path, body) => {
  const answer = await change(method, path, body);

  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('VALIDATION_FAILED');
});

test('a price with a fraction is refused with the unit that it must be in', async () => {
  const answer = await change('PATCH', '/api/products/prod1', { price: 19.99 });

  const message = 'must be an integer in the minor unit of the currency (1999 for 19.99), from 0 to 1,000,000,000';
  expect(answer).toMatchObject({ status: 400, body: { details: [{ path: 'price', message }] } });
});

test.each([
  'https://cdn.example/shirt.svg?v=1#a',
  'http://127.0.0.1:8080/shirt.png',
  '/',
  '/assets/products/shirt.svg',
])('an image may be at %s', async (imageUrl) => {
  gateway.fakes.inventory.UpdateProduct = () => ({ product: { ...known, imageUrl } });

  expect((await change('PATCH', '/api/products/prod1', { imageUrl })).body.product).toMatchObject({ imageUrl });
});
