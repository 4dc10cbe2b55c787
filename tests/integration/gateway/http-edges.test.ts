import { DomainError } from '@orders/shared/errors';
import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { aGateway, type TestGateway } from './a-gateway';
import { aBody, anOrder, orderId } from './an-order';
import { sendRequest } from '../../support/request';

let gateway: TestGateway;
const shop = 'https://shop.example';

beforeAll(async () => {
  gateway = await aGateway({ config: { CORS_ORIGINS: [shop] } });
  gateway.fakes.inventory.ListProducts = () => ({ products: [] });
  gateway.fakes.order.PlaceOrder = () => ({ order: anOrder(), replayed: false });
});

/** What comes back for these bytes, and after how long the connection ended. */
function sendBytes(url: string, bytes: string): Promise<{ text: string; tookMs: number }> {
  const startedAt = Date.now();
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.on('error', reject).on('close', () => resolve({ text, tookMs: Date.now() - startedAt }));
  });
}

test.each(['req-1', 'A.b_c-9', 'x'.repeat(128)])('the request id %s is taken', async (id) => {
  const answer = await sendRequest(gateway.url, '/nowhere', { headers: { 'X-Request-Id': id } });

  expect(answer.headers['x-request-id']).toBe(id);
  expect(answer.body.requestId).toBe(id);
});

test.each(['', 'x'.repeat(129), 'a b', 'a,b', '<script>', '\u00fc'])('the request id %j is not taken', async (id) => {
  const answer = await sendRequest(gateway.url, '/nowhere', { headers: { 'X-Request-Id': id } });

  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
});

test('a failure contains the trace id of the caller', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';

  const answer = await sendRequest(gateway.url, '/nowhere', {
    headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
  });

  expect(answer.body.traceId).toBe(traceId);
});

test.each(['application/problem+json', 'Application/Problem+JSON', 'application/json, application/problem+json;q=0.9'])(
  'a failure is a problem document for who accepts %s',
  async (accept) => {
    const answer = await sendRequest(gateway.url, '/api/products/..%2F', { headers: { accept } });

    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: '/docs#VALIDATION_FAILED',
      title: 'Validation failed',
      status: 400,
      detail: 'the request is not valid',
      code: 'VALIDATION_FAILED',
      details: [{ path: 'productId', message: expect.stringContaining('must be 1 to 64') }],
      requestId: answer.headers['x-request-id'],
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  },
);

test.each(['*/*', 'application/*', 'application/json', 'application/problem+json;q=0'])(
  'a failure is plain JSON for who accepts %s',
  async (accept) => {
    const answer = await sendRequest(gateway.url, '/nowhere', { headers: { accept } });

    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.body).toMatchObject({ success: false, code: 'NOT_FOUND' });
  },
);

test.each(['/nowhere', '/api/admin', '/api/dev/mails', '/api', '/API/products', '/docs/assets/../package.json'])(
  '%s is not found',
  async (path) => {
    const answer = await sendRequest(gateway.url, path);

    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ success: false, code: 'NOT_FOUND' });
  },
);

test.each<[string, string, string]>([
  ['DELETE', '/api/orders', 'OPTIONS, POST, GET, HEAD'],
  ['GET', '/api/auth/login', 'OPTIONS, POST'],
  ['PUT', '/api/products/prod1', 'OPTIONS, GET, HEAD, PATCH'],
  ['POST', '/openapi.json', 'OPTIONS, GET, HEAD'],
  ['POST', '/asyncapi.json', 'OPTIONS, GET, HEAD'],
])('%s %s is not allowed, and Allow lists what is', async (method, path, allow) => {
  const answer = await sendRequest(gateway.url, path, { method });

  expect(answer.status).toBe(405);
  expect(answer.body.code).toBe('METHOD_NOT_ALLOWED');
  expect(answer.headers.allow).toBe(allow);
});

test('OPTIONS lists the allowed methods, HEAD is a GET without a body', async () => {
  const options = await sendRequest(gateway.url, '/api/products', { method: 'OPTIONS' });
  const head = await sendRequest(gateway.url, '/api/products', { method: 'HEAD' });

  expect([options.status, options.headers.allow]).toEqual([204, 'OPTIONS, GET, HEAD, POST']);
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(String('{"success":true,"products":[],"nextCursor":null}'.length));
});

test('answers have strict headers and do not name the software', async () => {
  const answer = await sendRequest(gateway.url, '/');

  expect(answer.headers['x-powered-by']).toBeUndefined();
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.headers['content-security-policy']).not.toContain('unsafe');
});

test.each<[string, string | undefined]>([
  [shop, shop],
  ['https://evil.example', undefined],
  ['null', undefined],
])('the origin that may read answers to a page of %s is %s', async (origin, allowed) => {
  const answer = await sendRequest(gateway.url, '/api/products', { headers: { Origin: origin } });
  const preflight = await sendRequest(gateway.url, '/api/order', {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'idempotency-key',
    },
  });

  expect(answer.headers['access-control-allow-origin']).toBe(allowed);
  expect(preflight.headers['access-control-allow-origin']).toBe(allowed);
  expect(preflight.status).toBe(204);
});

test.each<[string, string, number]>([
  ['https://evil.example', 'POST', 403],
  ['null', 'POST', 403],
  ['not an origin', 'POST', 403],
  ['http://127.0.0.1:1', 'POST', 403],
  [shop, 'POST', 201],
  ['https://evil.example', 'GET', 405],
])('with a cookie and the origin %s a %s is answered with %d', async (origin, method, status) => {
  const headers = { Cookie: `token=${gateway.keySet.userToken()}`, Origin: origin };
  const path = method === 'GET' ? '/api/auth/login' : '/api/order';

  const answer = await sendRequest(gateway.url, path, { method, headers, ...(method === 'POST' && { body: aBody() }) });

  expect(answer.status).toBe(status);
  if (status === 403) expect(answer.body.code).toBe('FORBIDDEN_ORIGIN');
});

test.each(['logout', 'logout/'])(
  'a page of another origin cannot have the cookies cleared by %s, which it sends without any',
  async (route) => {
    const ask = (headers: Record<string, string>) =>
      sendRequest(gateway.url, `/api/auth/${route}`, { method: 'POST', headers });

    const foreign = await ask({ Origin: 'https://evil.example' });
    const allowed = await Promise.all([{}, { Origin: shop }, { Origin: gateway.url }].map(ask));

    expect([foreign.status, foreign.body.code]).toEqual([403, 'FORBIDDEN_ORIGIN']);
    expect(foreign.headers['set-cookie']).toBeUndefined();
    expect(allowed.map(({ status }) => status)).not.toContain(403);
  },
);

test('a page of this origin can use the cookie, and one of another origin its own token', async () => {
  const token = gateway.keySet.userToken();
  const own = { Cookie: `token=${token}`, Origin: gateway.url };

  const withCookie = await sendRequest(gateway.url, '/api/order', { body: aBody(), headers: own });
  const withToken = await sendRequest(gateway.url, '/api/order', {
    body: aBody(),
    token,
    headers: { Origin: 'https://x.example' },
  });

  expect([withCookie.status, withToken.status]).toEqual([201, 201]);
});

test.each<[string, string, number]>([
  ['shop.example.com', 'https://shop.example.com', 201],
  ['shop.example.com:443', 'https://shop.example.com', 201],
  ['shop.example.com', 'https://shop.example.com:443', 201],
  ['Shop.Example.COM', 'https://shop.example.com', 201],
  ['shop.example.com:80', 'http://shop.example.com', 201],
  ['[::1]:80', 'http://[::1]', 201],
  ['shop.example.com:80', 'https://shop.example.com', 403],
  ['shop.example.com:8443', 'https://shop.example.com', 403],
  ['shop.example.com', 'https://shop.example.com.evil.example', 403],
  ['127.0.0.1', 'https://shop.example:443', 201],
])('at the host %s a page of %s is answered with %d', async (host, origin, status) => {
  const headers = { Cookie: `token=${gateway.keySet.userToken()}`, Origin: origin, Host: host };

  const answer = await sendRequest(gateway.url, '/api/order', { body: aBody(), headers });

  expect(answer.status).toBe(status);
});

test.each<[string, string, number, string | undefined]>([
  ['/api/auth/refresh', '', 401, 'INVALID_REFRESH_TOKEN'],
  ['/api/auth/logout', '', 204, undefined],
  ['/api/auth/login', '', 400, 'VALIDATION_FAILED'],
  ['/api/order/7b0f3f0a-5f3e-4c43-9f43-0d8e5f1f5e9b/cancel', '', 401, 'UNAUTHENTICATED'],
  ['/api/auth/login', 'Content-Type: application/json\r\n', 400, 'VALIDATION_FAILED'],
  ['/api/auth/refresh', 'Content-Type: text/plain\r\n', 401, 'INVALID_REFRESH_TOKEN'],
])('an empty body of chunks to %s is no body', async (path, header, status, code) => {
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n${header}\r\n`;

  const { text } = await sendBytes(gateway.url, `${head}0\r\n\r\n`);
  const none = await sendRequest(gateway.url, path, { method: 'POST' });

  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(none.status).toBe(status);
  if (code !== undefined) expect(text).toContain(`"code":"${code}"`);
  if (status === 400) expect(text).toContain('a JSON object is required as the body');
});

test('a body of chunks is read, in however many parts it arrives', async () => {
  const body = JSON.stringify({ refreshToken: 'from chunks' });
  const spent: string[] = [];
  gateway.fakes.auth.Refresh = ({ refreshToken }) => {
    spent.push(refreshToken);
    throw new DomainError('UNAUTHENTICATED', { code: 'INVALID_REFRESH_TOKEN', message: 'spent' });
  };
  const head = `POST /api/auth/refresh HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n`;
  const chunks = Array.from(body, (letter) => `1\r\n${letter}\r\n`).join('');

  const { text } = await sendBytes(gateway.url, `${head}Content-Type: application/json\r\n\r\n${chunks}0\r\n\r\n`);
  const plain = await sendBytes(gateway.url, `${head}\r\n${chunks}0\r\n\r\n`);

  expect(text).toContain('INVALID_REFRESH_TOKEN');
  expect(spent).toEqual(['from chunks']);
  expect(plain.text).toMatch(/^HTTP\/1.1 415 /);
});

const post = 'POST / HTTP/1.1\r\nHost: x\r\n';
const malformed = { status: 400, code: 'MALFORMED_REQUEST' };

test.each<{ what: string; bytes: string; status: number; code: string }>([
  { what: 'no Host', bytes: 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', ...malformed },
  { what: 'two Hosts', bytes: 'GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\nConnection: close\r\n\r\n', ...malformed },
  { what: 'no HTTP', bytes: 'hello\r\n\r\n', ...malformed },
  { what: 'an invalid header', bytes: 'GET / HTTP/1.1\r\nHost: x\r\nBad Header\u0000: 1\r\n\r\n', ...malformed },
  { what: 'two lengths', bytes: `${post}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, ...malformed },
  {
    what: 'both kinds of length',
    bytes: `${post}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
    ...malformed,
  },
  { what: 'huge headers', bytes: `${post}X: ${'a'.repeat(20_000)}\r\n\r\n`, status: 431, code: 'HEADERS_TOO_LARGE' },
])('$what is answered as JSON', async ({ bytes, status, code }) => {
  const { text } = await sendBytes(gateway.url, bytes);

  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('X-Request-Id: ');
  expect(JSON.parse(body)).toMatchObject({ success: false, code, requestId: expect.any(String) });
});

test.each<[string, string]>([
  ['headers that never end', 'GET / HTTP/1.1\r\nHost: x\r\n'],
  [
    'a body of chunks that never begins',
    'POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  ],
  [
    'a body that never ends',
    'POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
  ],
])('%s are answered within 5 s', async (_what, bytes) => {
  const { text, tookMs } = await sendBytes(gateway.url, bytes);

  expect(tookMs).toBeLessThan(5_000);
  expect(text).toMatch(/^HTTP\/1.1 408 /);
  expect(text).toContain('"code":"REQUEST_TIMEOUT"');
});

test.each([
  [
    'a body',
    '/api/auth/login',
    Buffer.from('{"email":"ada@example.org","password":"\xff"}', 'latin1'),
    'the body must be UTF-8',
  ],
  ['a query', '/api/products?q=%ff', undefined, 'the query must be UTF-8'],
])('%s that is not UTF-8 is refused', async (_what, path, body, message) => {
  const headers = { 'Content-Type': 'application/json' };

  const answer = await sendRequest(gateway.url, path, { headers, ...(body && { method: 'POST', body }) });

  expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
  expect(answer.body.details).toEqual([{ path: '', message }]);
});

test('a request is answered at its time limit although a service does not answer', async () => {
  const slow = await aGateway({ timeLimitMs: 300 });
  slow.fakes.inventory.ListProducts = () => new Promise(() => undefined);

  const startedAt = Date.now();
  const answer = await sendRequest(slow.url, '/api/products');

  expect(answer.status).toBe(503);
  expect(answer.body.code).toBe('UNAVAILABLE');
  expect(answer.headers['retry-after']).toBe('1');
  expect(Date.now() - startedAt).toBeLessThan(3_000);
});

test('a failure after the time limit leaves the connection to the next request', async () => {
  const slow = await aGateway({ timeLimitMs: 300 });
  const token = slow.keySet.userToken();
  let failNow = () => {};
  slow.fakes.order.GetOrder = () =>
    new Promise((_, reject) => (failNow = () => reject(new DomainError('INVALID', { code: 'X', message: 'late' }))));
  slow.fakes.order.ListOrders = () => {
    failNow();
    return { orders: [], nextPageToken: '' };
  };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const connections = new Set<Socket>();
  agent.on('free', (socket: Socket) => connections.add(socket));

  const late = await sendRequest(slow.url, `/api/order/${orderId}`, { token, agent });
  const next = await sendRequest(slow.url, '/api/orders', { token, agent });

  agent.destroy();
  expect([late.status, next.status]).toEqual([503, 200]);
  expect(connections.size).toBe(1);
});

test('an expectation that is not known is ignored', async () => {
  const { text } = await sendBytes(gateway.url, `${post}Expect: 7\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);

  expect(text).toMatch(/^HTTP\/1.1 405 /);
  expect(text).toContain('"code":"METHOD_NOT_ALLOWED"');
});

test('draining finishes requests in progress and accepts no new ones', async () => {
  const draining = await aGateway();
  let answerNow = () => {};
  const asked = new Promise<void>((resolve) => {
    draining.fakes.inventory.ListProducts = () => {
      resolve();
      return new Promise((answer) => (answerNow = () => answer({ products: [] })));
    };
  });

  const inHand = sendRequest(draining.url, '/api/products');
  await asked;
  const drained = draining.drain();
  const refused = sendRequest(draining.url, '/api/products').catch((error: unknown) => error);
  expect(await refused).toMatchObject({ code: 'ECONNREFUSED' });
  answerNow();

  expect((await inHand).status).toBe(200);
  await drained;
});
