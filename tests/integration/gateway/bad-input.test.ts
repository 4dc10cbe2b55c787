import { gzipSync } from 'node:zlib';
import { aGateway, type TestGateway } from './a-gateway';
import { aBody } from './an-order';
import { sendRequest } from '../../support/request';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await aGateway();
});

// No fake expects a call, so whatever passes the checks is answered with 500 and fails the test.
const place = (body: unknown, headers: Record<string, string> = {}) =>
  sendRequest(gateway.url, '/api/order', { method: 'POST', token: gateway.keySet.userToken(), body, headers });

const item = (changes: object) => aBody({ items: [{ productId: 'prod1', quantity: 2, ...changes }] });

test.each<[string, unknown]>([
  ['nothing', ''],
  ['text that is no JSON', '{"userId":'],
  ['JSON with a tail', '{} {}'],
  ['a number', '1'],
  ['null', 'null'],
  ['a string', '"text"'],
  ['an array', '[]'],
  ['an array of orders', [aBody()]],
  ['an empty object', {}],
  ['an operator for a userId', aBody({ userId: { $gt: '' } })],
  ['a list for a userId', aBody({ userId: ['aaaaaaaaaaaaaaaaaaaaaaaa'] })],
  ['a NUL in the userId', aBody({ userId: 'aaaaaaaaaaaaaaaaaaaaaaa\u0000' })],
  ['no items', aBody({ items: [] })],
  ['items that are an object', aBody({ items: { 0: { productId: 'a', quantity: 1 } } })],
  ['a null item', aBody({ items: [null] })],
  ['101 items', aBody({ items: Array(101).fill({ productId: 'a', quantity: 1 }), totalAmount: 101 })],
  ['a quantity of 0', item({ quantity: 0 })],
  ['a negative quantity', item({ quantity: -1 })],
  ['a broken quantity', item({ quantity: 1.5 })],
  ['a quantity above the limit', item({ quantity: 1_000_001 })],
  ['a quantity in text', item({ quantity: '2' })],
  ['a quantity of true', item({ quantity: true })],
  [
    'a huge number',
    '{"userId":"aaaaaaaaaaaaaaaaaaaaaaaa","totalAmount":1e400,"items":[{"productId":"a","quantity":1e400}]}',
  ],
  ['a number past all precision', item({ quantity: 2 ** 60 })],
  ['an operator for a productId', item({ productId: { $ne: null } })],
  ['an empty productId', item({ productId: '' })],
  ['65 characters of productId', item({ productId: 'a'.repeat(65) })],
  ['a productId of .', item({ productId: '.' })],
  ['a productId of ..', item({ productId: '..' })],
  ['a path for a productId', item({ productId: '../../etc/passwd' })],
  ['a NUL in a productId', item({ productId: 'prod1\u0000' })],
  ['a line break after a productId', item({ productId: 'prod1\n' })],
  ['a control character in a productId', item({ productId: 'prod\u001b1' })],
  ['an unknown field', aBody({ status: 'Processed' })],
  ['an unknown field of an item', item({ price: 0 })],
  [
    '__proto__',
    '{"__proto__":{"isAdmin":true},"userId":"aaaaaaaaaaaaaaaaaaaaaaaa","totalAmount":2,"items":[{"productId":"a","quantity":2}]}',
  ],
  [
    '__proto__ of an item',
    '{"userId":"aaaaaaaaaaaaaaaaaaaaaaaa","totalAmount":2,"items":[{"productId":"a","quantity":2,"__proto__":{}}]}',
  ],
  ['constructor', aBody({ constructor: { prototype: {} } })],
  ['a total in text', aBody({ totalAmount: '2' })],
  ['a total of 0', aBody({ totalAmount: 0 })],
  ['an expected total that is a number', aBody({ total: 19.99 })],
  ['an expected total with a fraction', aBody({ total: { amount: 19.99, currency: 'EUR' } })],
  ['an expected total below 0', aBody({ total: { amount: -1, currency: 'EUR' } })],
  ['an expected total that is not exact', aBody({ total: { amount: 9_007_199_254_740_992, currency: 'EUR' } })],
  ['an expected total without a currency', aBody({ total: { amount: 1 } })],
  ['an expected total with more than that', aBody({ total: { amount: 1, currency: 'EUR', cents: 1 } })],
  ['a currency in small letters', aBody({ total: { amount: 1, currency: 'eur' } })],
  ['deep nesting', `{"items":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
])('an order of %s is a VALIDATION_FAILED', async (_what, body) => {
  const answer = await place(body);

  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ success: false, code: 'VALIDATION_FAILED', requestId: expect.any(String) });
  expect(answer.body.details.length).toBeGreaterThan(0);
});

test('details name at most 20 problems', async () => {
  const items = Array.from({ length: 100 }, () => ({ productId: '', quantity: 0 }));

  const answer = await place(aBody({ items }));

  expect(answer.status).toBe(400);
  expect(answer.body.details).toHaveLength(20);
});

test.each(['.', '..'])('a product %s cannot be made: no path would reach it', async (productId) => {
  const token = gateway.keySet.adminToken();

  const answer = await sendRequest(gateway.url, '/api/products', {
    token,
    body: { productId, name: 'Shirt', stock: 1 },
  });

  expect(answer.status).toBe(400);
  expect(answer.body.details).toEqual([{ path: 'productId', message: expect.stringContaining('not . or ..') }]);
});

test.each<[string, Buffer, string]>([
  ['is not compressed', Buffer.from(JSON.stringify(aBody())), 'gzip'],
  ['was cut', gzipSync(JSON.stringify(aBody())).subarray(0, -12), 'gzip'],
  ['is compressed in another way', gzipSync(JSON.stringify(aBody())), 'br'],
])('a body that %s says that it cannot be decompressed', async (_what, body, encoding) => {
  const answer = await place(body, { 'Content-Encoding': encoding });

  expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
  expect(answer.body.details).toEqual([
    { path: '', message: 'the body cannot be decompressed as its Content-Encoding says' },
  ]);
});

test.each<[string, object]>([
  ['an operator for the password', { email: 'ada@example.org', password: { $gt: '' } }],
  ['an operator for the address', { email: { $gt: '' }, password: 'x' }],
  ['a NUL in the password', { email: 'ada@example.org', password: 'abc\u0000def' }],
  ['a broken surrogate', { email: 'ada@example.org', password: 'abc\ud800' }],
  ['no address', { email: 'ada', password: 'x' }],
  ['an empty password', { email: 'ada@example.org', password: '' }],
])('signing in with %s is a VALIDATION_FAILED', async (_what, body) => {
  const answer = await sendRequest(gateway.url, '/api/auth/login', { body });

  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('VALIDATION_FAILED');
});

test.each<[string, object]>([
  ['7 characters', { password: '1234567' }],
  ['129 characters', { password: 'a'.repeat(129) }],
  ['a name of blanks', { name: '  ' }],
  ['a name of 101 characters', { name: 'a'.repeat(101) }],
  ['a name with a line break', { name: 'Ada\nBcc: x' }],
  ['no address', { email: 'ada@' }],
  ['an address with more before the @ than mail servers take', { email: `${'a'.repeat(65)}@example.org` }],
  ['an address whose domain no name server has', { email: 'ada@example-.org' }],
  ['an address that SES does not take', { email: 'ren\u00e9@example.org' }],
  ['a role', { role: 'admin' }],
])('registering with %s is a VALIDATION_FAILED', async (_what, changes) => {
  const body = { name: 'Ada', email: 'ada@example.org', password: 'correct horse', ...changes };

  const answer = await sendRequest(gateway.url, '/api/auth/register', { body });

  expect(answer.status).toBe(400);
  expect(answer.body.details).toEqual([expect.objectContaining({ path: Object.keys(changes)[0] })]);
});

test.each([
  'at&t@example.com',
  'x=y@example.com',
  'a/b@example.com',
  'ada@b\u00fccher.example',
  'ada@xn--e1afmkfd.xn--p1ai',
])('%s can register', async (email) => {
  const registered: string[] = [];
  gateway.fakes.auth.Register = (request) => {
    registered.push(request.email);
    return { session: { user: { userId: 'a', name: 'Ada', email }, accessToken: 'a', refreshToken: 'b' } };
  };

  const answer = await sendRequest(gateway.url, '/api/auth/register', {
    body: { name: 'Ada', email, password: 'correct horse' },
  });

  expect(answer.status).toBe(201);
  expect(registered).toEqual([email]);
});

test('a name counts characters, not code units', async () => {
  const body = { name: '😀'.repeat(100), email: 'ada@example.org', password: 'correct horse' };
  gateway.fakes.auth.Register = () => ({
    session: { user: { userId: 'a', name: body.name, email: body.email }, accessToken: 'a', refreshToken: 'b' },
  });

  const answer = await sendRequest(gateway.url, '/api/auth/register', { body });

  expect(answer.status).toBe(201);
});

test.each<[string, string]>([
  ['a key of 256 characters', 'k'.repeat(256)],
  ['a key with a tab', 'a\tb'],
  ['a key that is not ASCII', 'sch\u00fcssel'],
  ['an empty key', ''],
])('%s is refused', async (_what, key) => {
  const answer = await place(aBody(), { 'Idempotency-Key': key });

  expect(answer.status).toBe(400);
  expect(answer.body.details).toEqual([expect.objectContaining({ path: 'Idempotency-Key' })]);
});

test('a body of more than 100 kB is too large, also where it is so only after decompression', async () => {
  const large = JSON.stringify(aBody({ note: 'x'.repeat(110_000) }));

  const plain = await place(large);
  const packed = await place(gzipSync(large), { 'Content-Encoding': 'gzip' });

  expect([plain.status, packed.status]).toEqual([413, 413]);
  expect([plain.body.code, packed.body.code]).toEqual(['PAYLOAD_TOO_LARGE', 'PAYLOAD_TOO_LARGE']);
});

test('a body that claims to be compressed and is not is a VALIDATION_FAILED', async () => {
  const answer = await place(aBody(), { 'Content-Encoding': 'gzip' });

  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('VALIDATION_FAILED');
});

test.each<[string, Record<string, string>]>([
  ['text', { 'Content-Type': 'text/plain' }],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['nothing that is named', { 'Content-Type': '' }],
  ['another character set', { 'Content-Type': 'application/json; charset=latin1' }],
  ['an unknown encoding', { 'Content-Encoding': 'zip' }],
])('a body of %s is an unsupported media type', async (_what, headers) => {
  const answer = await place(aBody(), headers);

  expect(answer.status).toBe(415);
  expect(answer.body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
});

test.each(['/api/products/%', '/api/products/%E0%A4%A', '/api/order/%FF', '/api/products/%00', '/api/products/a%0Ab'])(
  '%s is a bad request',
  async (path) => {
    const answer = await sendRequest(gateway.url, path, { token: gateway.keySet.userToken() });

    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('VALIDATION_FAILED');
  },
);
