import { DomainError } from '@orders/shared/errors';
import { sendRequest } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';
import { buyerId } from './tokens';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await aGateway();
});

const id = '0b9ad8a0-6c1f-4d58-9e55-5d2a1c6f7e10';
const deliveryId = `msg_${'0a'.repeat(16)}`;
const at = { seconds: 1_700_000_000, nanos: 123_000_000 };
const atText = '2023-11-14T22:13:20.123Z';
const url = 'https://receiver.example/orders';

const webhook = {
  webhookId: id,
  url,
  events: ['WEBHOOK_EVENT_ORDER_PLACED' as const],
  enabled: true,
  createdAt: at,
  updatedAt: at,
};
const shownWebhook = {
  id,
  url,
  events: ['order.placed'],
  enabled: true,
  disabledReason: null,
  failingSince: null,
  createdAt: atText,
  updatedAt: atText,
};
const delivery = {
  deliveryId,
  event: 'WEBHOOK_EVENT_ORDER_FAILED' as const,
  orderId: 'o',
  status: 'WEBHOOK_DELIVERY_STATUS_PENDING' as const,
  attempts: 2,
  lastStatus: 500,
  lastError: 'answered 500',
  nextAttemptAt: at,
  createdAt: at,
};
const shownDelivery = {
  id: deliveryId,
  event: 'order.failed',
  orderId: 'o',
  status: 'pending',
  attempts: 2,
  lastStatus: 500,
  lastError: 'answered 500',
  lastResponse: null,
  nextAttemptAt: atText,
  createdAt: atText,
  finishedAt: null,
};

const base = '/api/admin/webhooks';
const asAdmin = (method: string, path: string, body?: object) =>
  sendRequest(gateway.url, path, { method, token: gateway.keySet.adminToken(), ...(body && { body }) });

test.each([
  ['GET', base],
  ['POST', base],
  ['GET', `${base}/${id}`],
  ['PATCH', `${base}/${id}`],
  ['DELETE', `${base}/${id}`],
  ['POST', `${base}/${id}/rotate-secret`],
  ['POST', `${base}/${id}/test`],
  ['GET', `${base}/${id}/deliveries`],
  ['POST', `${base}/${id}/deliveries/${deliveryId}/resend`],
])('%s %s is for admins only', async (method, path) => {
  const stranger = await sendRequest(gateway.url, path, { method });
  const buyer = await sendRequest(gateway.url, path, { method, token: gateway.keySet.userToken() });

  expect([stranger.status, buyer.status]).toEqual([401, 403]);
});

test('a webhook is created with its secret, in the name of the admin', async () => {
  const asked: unknown[] = [];
  gateway.fakes.processor = {
    CreateWebhook: (request) => {
      asked.push(request);
      return { webhook, secret: 'whsec_x' };
    },
  };

  const created = await asAdmin('POST', base, { url, events: ['order.placed'] });

  expect([created.status, created.body]).toEqual([201, { success: true, webhook: shownWebhook, secret: 'whsec_x' }]);
  expect(asked).toMatchObject([{ url, events: ['WEBHOOK_EVENT_ORDER_PLACED'], operator: buyerId }]);
});

test('webhooks are listed, read, changed, deleted, and their secret is replaced', async () => {
  const asked: unknown[] = [];
  gateway.fakes.processor = {
    ListWebhooks: () => ({ webhooks: [webhook] }),
    GetWebhook: () => ({ webhook: { ...webhook, enabled: false, disabledReason: 'gone', failingSince: at } }),
    UpdateWebhook: (request) => {
      asked.push(request);
      return { webhook };
    },
    DeleteWebhook: () => ({}),
    RotateWebhookSecret: () => ({ webhook, secret: 'whsec_y' }),
  };

  expect((await asAdmin('GET', base)).body.webhooks).toEqual([shownWebhook]);
  expect((await asAdmin('GET', `${base}/${id}`)).body.webhook).toMatchObject({
    enabled: false,
    disabledReason: 'gone',
    failingSince: atText,
  });
  expect((await asAdmin('PATCH', `${base}/${id}`, { enabled: true })).body.webhook).toEqual(shownWebhook);
  expect(asked).toMatchObject([{ webhookId: id, events: [], enabled: true, operator: buyerId }]);
  expect((await asAdmin('DELETE', `${base}/${id}`)).status).toBe(204);
  expect((await asAdmin('POST', `${base}/${id}/rotate-secret`)).body).toMatchObject({ secret: 'whsec_y' });
});

test('deliveries are listed, tests are sent, and deliveries are sent again', async () => {
  const asked: unknown[] = [];
  gateway.fakes.processor = {
    ListWebhookDeliveries: (request) => {
      asked.push(request);
      return { deliveries: [delivery], nextPageToken: 'next' };
    },
    TestWebhook: () => ({ delivery }),
    ResendWebhookDelivery: (request) => {
      asked.push(request);
      return { delivery };
    },
  };

  const listed = await asAdmin('GET', `${base}/${id}/deliveries?status=failed&limit=5&cursor=c`);
  expect(listed.body).toEqual({ success: true, deliveries: [shownDelivery], nextCursor: 'next' });
  const tested = await asAdmin('POST', `${base}/${id}/test`);
  expect([tested.status, tested.body.delivery]).toEqual([202, shownDelivery]);
  const resent = await asAdmin('POST', `${base}/${id}/deliveries/${deliveryId}/resend`);
  expect([resent.status, resent.body.delivery]).toEqual([202, shownDelivery]);
  expect(asked).toMatchObject([
    { webhookId: id, status: 'WEBHOOK_DELIVERY_STATUS_FAILED', pageSize: 5, pageToken: 'c' },
    { webhookId: id, deliveryId, operator: buyerId },
  ]);
});

test.each<[string, string, object | undefined]>([
  ['POST', base, { url: 'receiver.example', events: ['order.placed'] }],
  ['POST', base, { url: `${url}?\u0007`, events: ['order.placed'] }],
  ['POST', base, { url: `${url}?\ud800`, events: ['order.placed'] }],
  ['POST', base, { url, events: [] }],
  ['POST', base, { url, events: ['order.shipped'] }],
  ['POST', base, { url, events: ['order.placed'], secret: 'mine' }],
  ['PATCH', `${base}/${id}`, {}],
  ['GET', `${base}/mine`, undefined],
  ['GET', `${base}/${id}/deliveries?status=lost`, undefined],
  ['POST', `${base}/${id}/deliveries/mine/resend`, undefined],
])('%s %s with %j is refused', async (method, path, body) => {
  const refused = await asAdmin(method, path, body);

  expect([refused.status, refused.body.code]).toEqual([400, 'VALIDATION_FAILED']);
});

test.each([
  ['NOT_FOUND', 'WEBHOOK_NOT_FOUND', 404],
  ['ILLEGAL_STATE', 'TOO_MANY_WEBHOOKS', 409],
  ['ILLEGAL_STATE', 'WEBHOOK_KEY_MISSING', 409],
  ['ILLEGAL_STATE', 'SECRET_JUST_ROTATED', 409],
] as const)('what the processor refuses as %s %s is a %d', async (kind, code, status) => {
  gateway.fakes.processor = {
    CreateWebhook: () => {
      throw new DomainError(kind, { code, message: 'a reason' });
    },
  };

  const refused = await asAdmin('POST', base, { url, events: ['order.placed'] });

  expect([refused.status, refused.body.code]).toEqual([status, code]);
});
