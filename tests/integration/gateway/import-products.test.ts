import { once } from 'node:events';
import { connect } from 'node:net';
import type { ImportProductsRequestOutput } from '@orders/proto/inventory/v1/ImportProductsRequest';
import { DomainError } from '@orders/shared/errors';
import { request as httpRequest } from 'node:http';
import { sendRequest } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';

let gateway: TestGateway;
let imported: ImportProductsRequestOutput['products'];

beforeAll(async () => {
  gateway = await aGateway({ timeLimitMs: 700 });
});
beforeEach(() => {
  imported = [];
  gateway.fakes.inventory = {
    ImportProducts: ({ products }: ImportProductsRequestOutput) => {
      imported.push(...products);
      return { outcomes: products.map(() => 'IMPORT_OUTCOME_CREATED' as const) };
    },
  };
});

const ndjson = { 'Content-Type': 'application/x-ndjson' };
const send = (body: string | Buffer, headers: Record<string, string> = ndjson, token = gateway.keySet.adminToken()) =>
  sendRequest(gateway.url, '/api/products/import', { method: 'POST', token, body, headers });
const lines = (count: number, given: object = { name: 'Shirt' }) =>
  Array.from({ length: count }, (_, n) => `${JSON.stringify({ productId: `p${n}`, ...given })}\n`).join('');

test('20,000 lines are imported in one request, and what each names reaches inventory', async () => {
  const answer = await send(lines(20_000, { name: 'Shirt', price: 1_999, stock: 3, imageUrl: null, archived: false }));

  expect(answer).toMatchObject({ status: 200, body: { created: 20_000, updated: 0, unchanged: 0, failed: [] } });
  expect(imported).toHaveLength(20_000);
  expect(imported[19_999]).toMatchObject({
    productId: 'p19999',
    price: 1_999,
    stock: 3,
    imageUrl: '',
    archived: false,
  });
  expect(imported[0]).not.toHaveProperty('description');
});

test('lines that fail are listed by their number', async () => {
  const answer = await send(`{"productId": "a", "name": "A"}\n{"productId": "b", "price": 0.5}\n`);

  expect(answer.body).toMatchObject({
    created: 1,
    failed: [{ line: 2, code: 'VALIDATION_FAILED', message: expect.stringMatching(/^price: must be an integer/) }],
  });
});

test.each([
  ['20,001 lines', () => lines(20_001)],
  ['more than 10 MB', () => lines(5_300, { description: 'a'.repeat(1_990) })],
])('%s are refused, and nothing of them is imported', async (_, body) => {
  const text = body();
  const refused = {
    status: 413,
    body: { code: 'PAYLOAD_TOO_LARGE', message: expect.stringContaining('20,000 lines') },
  };

  expect(await send(text)).toMatchObject(refused);
  expect(imported).toEqual([]);
});

test('a client that is still sending what is too large gets the answer all the same', async () => {
  const mebibyte = Buffer.alloc(1_024 * 1_024, 'x');
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname).pause();
  const write = (part: string | Buffer) =>
    new Promise<void>((resolve, reject) => {
      socket.write(part, (error) => (error ? reject(error) : resolve()));
    });

  await write(
    `POST /api/products/import HTTP/1.1\r\nHost: shop\r\nContent-Type: application/x-ndjson\r\n` +
      `Authorization: Bearer ${gateway.keySet.adminToken()}\r\nContent-Length: ${String(30 * mebibyte.length)}\r\n\r\n`,
  );
  for (let sent = 0; sent < 30; sent += 1) await write(mebibyte);
  const [answer] = (await once(socket.resume(), 'data')) as [Buffer];
  socket.destroy();

  expect(answer.toString()).toMatch(/^HTTP\/1.1 413 /);
});

test.each([
  [415, '{"productId": "a"}', { 'Content-Type': 'application/json' }],
  [415, '{"productId": "a"}', { ...ndjson, 'Content-Encoding': 'gzip' }],
  [400, '', ndjson],
  [400, ' \n\n', ndjson],
])('answers %i to %j with %j', async (status, body, headers) => {
  expect((await send(body, headers as Record<string, string>)).status).toBe(status);
});

test('it is for admins only', async () => {
  expect((await send(lines(1), ndjson, gateway.keySet.userToken())).status).toBe(403);
});

test('it may be repeated when inventory was unavailable', async () => {
  gateway.fakes.inventory.ImportProducts = () => {
    throw new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message: 'unavailable' });
  };

  expect(await send(lines(1))).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
});

test('lines are counted of a body without a length too', async () => {
  expect(await sendParts(lines(20_001), '\n')).toBe(413);
  expect(imported).toEqual([]);
});

test('it may take longer than other requests, its upload and its answer', async () => {
  for (const path of ['/api/products/import', '/api/products/import/'])
    expect(await sendParts('{"productId": "a", ', '"name": "A"}\n', path)).toBe(200);
});

/** Sends a body in two parts, the second one after the time limit of other requests, and returns the status. */
const sendParts = (first: string, second: string, path = '/api/products/import') =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(gateway.url);
    const headers = { ...ndjson, Authorization: `Bearer ${gateway.keySet.adminToken()}` };
    const request = httpRequest({ hostname, port, path, method: 'POST', headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    request.once('error', reject);
    request.write(first);
    setTimeout(() => request.end(second), 1_500);
  });
