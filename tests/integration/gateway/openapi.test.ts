import SwaggerParser from '@apidevtools/swagger-parser';
import { httpStatusOf } from '@orders/gateway/http/server/failures';
import { aGateway, type TestGateway } from './a-gateway';
import { sendRequest } from '../../support/request';

let gateway: TestGateway;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the document is looked at as a client gets it
let document: any;

beforeAll(async () => {
  gateway = await aGateway({ readMails: () => Promise.resolve([]) });
  document = (await sendRequest(gateway.url, '/openapi.json')).body;
});

test('the document is valid OpenAPI 3.1', async () => {
  await expect(SwaggerParser.validate(structuredClone(document))).resolves.toBeDefined();
  expect(document.openapi).toMatch(/^3\.1\./);
});

test('every route is in the document, and nothing else', () => {
  const documented = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );

  expect(documented.sort()).toEqual(gateway.routes.map(({ method, path }) => `${method} ${path}`).sort());
});

test('the document has every route of the contract', () => {
  const routes = gateway.routes.map(({ method, path }) => `${method} ${path}`);

  expect(routes.sort()).toEqual(
    [
      'post /api/auth/register',
      'post /api/auth/login',
      'post /api/auth/refresh',
      'post /api/auth/logout',
      'post /api/auth/logout-all',
      'get /api/auth/sessions',
      'delete /api/auth/sessions/{id}',
      'get /.well-known/jwks.json',
      ...['/api/order', '/api/orders'].flatMap((base) => [
        `post ${base}`,
        `get ${base}`,
        `get ${base}/{id}`,
        `post ${base}/{id}/cancel`,
        `get ${base}/{id}/events`,
      ]),
      'get /api/products',
      'get /api/products/{productId}',
      'post /api/products',
      'patch /api/products/{productId}',
      'post /api/products/{productId}/restock',
      'get /api/admin/orders',
      'get /api/admin/orders/{id}',
      'get /api/admin/queue',
      'get /api/admin/dlq',
      'get /api/dev/mails',
    ].sort(),
  );
});

test('every documented operation exists', async () => {
  for (const { method, path } of gateway.routes) {
    const answer = await sendRequest(gateway.url, path.replaceAll(/\{\w+\}/g, 'x'), { method: method.toUpperCase() });

    expect([path, answer.status]).not.toEqual([path, 404]);
    expect([path, answer.status]).not.toEqual([path, 405]);
  }
});

test('placing an order documents its limits and every failure', () => {
  const { post } = document.paths['/api/order'];
  const { NewOrder, Item } = document.components.schemas;

  expect(NewOrder).toMatchObject({ additionalProperties: false, required: ['items'] });
  expect(NewOrder.properties.items).toMatchObject({ minItems: 1, maxItems: 100 });
  expect(Item.properties.quantity).toMatchObject({ type: 'integer', minimum: 1, maximum: 1_000_000 });
  expect(post.parameters).toEqual([expect.objectContaining({ in: 'header', name: 'Idempotency-Key' })]);
  expect(Object.keys(post.responses).sort()).toEqual(
    ['201', '400', '401', '403', '404', '408', '409', '413', '415', '422', '429', '500', '503'].sort(),
  );
  expect(post.responses['201'].headers).toHaveProperty('Location');
});

test('following an order documents the ids of events and the answer that stops a client', () => {
  const { get } = document.paths['/api/order/{id}/events'];

  expect(get.parameters).toContainEqual(expect.objectContaining({ in: 'header', name: 'Last-Event-ID' }));
  expect(get.responses['204']).toEqual({ description: expect.stringContaining('final status') });
  expect(document.components.schemas.OrderEvent.required).toContain('id');
});

test('operation ids are unique', () => {
  const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );

  expect(new Set(ids).size).toBe(ids.length);
});

test('every code that a route may answer with has a status in the table', () => {
  const codes = gateway.routes.flatMap(({ failures = [] }) => failures);

  for (const code of codes) expect(httpStatusOf[code]).toBeGreaterThanOrEqual(400);
});

test('the pages load nothing from other origins and have no inline script', async () => {
  for (const path of ['/', '/docs']) {
    const page = await sendRequest(gateway.url, path);

    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/https?:\/\//);
    expect(page.text).not.toMatch(/<script(?![^>]*src=)/);
    expect(page.text).not.toMatch(/ on\w+=|style=/);
    for (const [, file = ''] of page.text.matchAll(/(?:src|href)="(\/[^"]*)"/g)) {
      expect([file, (await sendRequest(gateway.url, file)).status]).toEqual([file, 200]);
    }
  }
});
