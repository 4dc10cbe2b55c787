import SwaggerParser from '@apidevtools/swagger-parser';
import { httpStatusOf, type ErrorCode } from '@orders/gateway/http/server/failures';
import { readFileSync } from 'node:fs';
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
      'post /api/auth/verify-email',
      'post /api/auth/verify-email/resend',
      'post /api/auth/forgot-password',
      'post /api/auth/reset-password',
      'post /api/auth/change-password',
      'get /api/account',
      'patch /api/account',
      'delete /api/account',
      'get /api/account/export',
      'get /.well-known/jwks.json',
      'post /api/order',
      'get /api/orders',
      'get /api/order/{id}',
      'post /api/order/{id}/cancel',
      'get /api/order/{id}/events',
      'get /api/order/{id}/mail',
      'get /api/products',
      'get /api/products/{productId}',
      'post /api/products',
      'post /api/products/import',
      'patch /api/products/{productId}',
      'post /api/products/{productId}/restock',
      'get /api/admin/orders',
      'get /api/admin/orders/export',
      'get /api/admin/orders/{id}',
      'post /api/admin/orders/{id}/fail',
      'get /api/admin/queue',
      'get /api/admin/dlq',
      'post /api/admin/dlq/redrive',
      'post /api/admin/dlq/{messageId}/redrive',
      'post /api/admin/dlq/{messageId}/discard',
      'get /api/admin/audit-log',
      'post /api/admin/webhooks',
      'get /api/admin/webhooks',
      'get /api/admin/webhooks/{id}',
      'patch /api/admin/webhooks/{id}',
      'delete /api/admin/webhooks/{id}',
      'post /api/admin/webhooks/{id}/rotate-secret',
      'post /api/admin/webhooks/{id}/test',
      'get /api/admin/webhooks/{id}/deliveries',
      'post /api/admin/webhooks/{id}/deliveries/{deliveryId}/resend',
      'get /api/dev/mails',
    ].sort(),
  );
});

test('the other path of a route is mentioned where the route stands, and not listed again', () => {
  const aliases = gateway.routes.flatMap(({ method, path, alias }) =>
    alias === undefined ? [] : [{ method, path, alias }],
  );

  expect(aliases.length).toBe(6);
  for (const { method, path, alias } of aliases) {
    expect(document.paths[path][method].description).toContain(`\`${method.toUpperCase()} ${alias}\` is the same.`);
    expect(document.paths[alias]?.[method]).toBeUndefined();
  }
});

test('every documented operation and every alias exists', async () => {
  const paths = gateway.routes.flatMap(({ method, path, alias = path }) =>
    [path, alias].map((each) => ({ method, path: each })),
  );
  for (const { method, path } of paths) {
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

test('the version is that of the release', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

  expect(document.info.version).toBe(version);
});

test('every response that has a body shows an example of its own', () => {
  const without = documentedBodies().filter(({ examples }) => examples.length === 0);

  expect(without.map(({ at }) => at)).toEqual([]);
});

test('the example of a success is an answer that the route may give', () => {
  for (const { method, path, success } of gateway.routes.filter((route) => route.success.schema)) {
    const { content } = document.paths[path][method].responses[success.status];
    const [type = ''] = Object.keys(content);
    const example: unknown = content[type].examples.success.value;

    // What the schema does not know it would leave out.
    expect({ path, answer: success.schema?.parse(example) }).toEqual({ path, answer: example });
  }
});

test('a failure shows an example of each of its codes, with its status, as JSON and as a problem', () => {
  const failures = documentedBodies().filter(({ status }) => status >= 400);

  expect(failures.length).toBeGreaterThan(100);
  for (const { at, status, codes, examples } of failures) {
    expect([at, examples.map(({ code }) => code)]).toEqual([at, codes]);
    for (const { code } of examples) expect([at, code, httpStatusOf[code as ErrorCode]]).toEqual([at, code, status]);
  }
  const { content } = document.paths['/api/order'].post.responses['409'];
  const details = [{ productId: 'prod3', requested: 2, available: 0 }];
  expect(content['application/json'].examples.OUT_OF_STOCK.value).toMatchObject({ success: false, details });
  expect(content['application/problem+json'].examples.OUT_OF_STOCK.value).toMatchObject({ status: 409, details });
});

interface DocumentedResponse {
  description: string;
  content?: Record<string, { examples?: Record<string, { value: { code: string } }> }>;
}

/** Each body that the document describes, under a name such as `post /api/order 409 application/json`. */
function documentedBodies() {
  return gateway.routes.flatMap(({ method, path }) =>
    Object.entries<DocumentedResponse>(document.paths[path][method].responses).flatMap(
      ([status, { description, content = {} }]) =>
        Object.entries(content).map(([type, { examples = {} }]) => ({
          at: `${method} ${path} ${status} ${type}`,
          status: Number(status),
          codes: description.split(', '),
          examples: Object.values(examples).map(({ value }) => value),
        })),
    ),
  );
}

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
    expect(page.text).not.toMatch(/ (on\w+|style)=/);
    for (const [, file = ''] of page.text.matchAll(/(?:src|href)="(\/[^"]*)"/g)) {
      expect([file, (await sendRequest(gateway.url, file)).status]).toEqual([file, 200]);
    }
  }
});
