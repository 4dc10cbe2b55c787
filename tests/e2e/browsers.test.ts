import { statusAndCode } from '../support/request';
import { startGateway, type Gateway } from '../support/extra-gateway';
import { sharedSystem } from '../support/shared-system';
import { createShop, orderBody, password, type User } from '../support/shop';

const shop = createShop(sharedSystem());
const shopOrigin = 'https://shop.example';
let gateway: Gateway;
let buyer: User;
let Cookie: string;

beforeAll(async () => {
  gateway = await startGateway(shop.layout, { CORS_ORIGINS: shopOrigin });
  buyer = await shop.aUser();
  const { headers } = await shop.rest('/api/auth/login', { body: { email: buyer.email, password } });
  Cookie = (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}, 40_000);
afterAll(() => gateway.stop());

const placeFrom = (Origin: string, productId: string) =>
  gateway.rest('/api/order', {
    headers: { Cookie, Origin },
    body: orderBody(buyer.userId, [{ productId, quantity: 1 }]),
  });

test('a page of another origin cannot change anything with our cookies', async () => {
  const productId = await shop.aProduct({ stock: 3 });

  const answers = await Promise.all(
    ['https://evil.example', 'null', `${shopOrigin}.evil.example`].map((origin) => placeFrom(origin, productId)),
  );

  expect(answers.map(statusAndCode)).toEqual(Array(3).fill([403, 'FORBIDDEN_ORIGIN']));
  expect(await shop.stockOf(productId)).toBe(3);
});

test('a page of an allowed origin can make changes and read the answer', async () => {
  const productId = await shop.aProduct({ stock: 3 });

  const answer = await placeFrom(shopOrigin, productId);
  const preflight = await gateway.rest('/api/order', {
    method: 'OPTIONS',
    headers: { Origin: shopOrigin, 'Access-Control-Request-Method': 'POST' },
  });

  expect(answer.status).toBe(201);
  expect(answer.headers['access-control-allow-origin']).toBe(shopOrigin);
  expect(answer.headers['access-control-allow-credentials']).toBe('true');
  expect(preflight.status).toBe(204);
  expect(preflight.headers['access-control-allow-methods']).toContain('POST');
});

test('no other origin is allowed by default, and an unlisted one never', async () => {
  const byDefault = await shop.rest('/api/products', { headers: { Origin: shopOrigin } });
  const foreign = await gateway.rest('/api/products', { headers: { Origin: 'https://evil.example' } });

  expect(byDefault.headers['access-control-allow-origin']).toBeUndefined();
  expect(foreign.headers['access-control-allow-origin']).toBeUndefined();
});

test.each([
  ['a sane request id is kept', 'order-17.A_b', true],
  ['one with spaces is replaced', 'not sane', false],
  ['one that is too long is replaced', 'x'.repeat(1_000), false],
])('%s', async (_what, sent, isKept) => {
  const { headers } = await shop.rest('/api/products', { headers: { 'X-Request-Id': sent } });

  expect(headers['x-request-id'] === sent).toBe(isKept);
  expect(headers['x-request-id']).toMatch(/^[\w.-]{1,128}$/);
});
