import { DomainError } from '@orders/shared/errors';
import { sendRequest } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';
import { anOrder, orderId, shownOrder } from './an-order';
import { buyerId } from './tokens';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await aGateway();
});

const messageId = '5c1a6d4e-1f0b-4f6f-8d3a-9e2b7c4d1a60';
const reason = 'the parcel is lost';
const post = (path: string, body?: object, key?: string) =>
  sendRequest(gateway.url, path, {
    method: 'POST',
    token: gateway.keySet.adminToken(),
    ...(body && { body }),
    ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
  });
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;
const refused = (kind: 'NOT_FOUND' | 'ILLEGAL_STATE' | 'CONFLICT', code: string) =>
  Promise.reject(new DomainError(kind, { code, message: 'no' }));

test.each([
  [`/api/admin/orders/${orderId}/fail`, { reason }],
  ['/api/admin/dlq/redrive', undefined],
  [`/api/admin/dlq/${messageId}/redrive`, undefined],
  [`/api/admin/dlq/${messageId}/discard`, { reason }],
])('%s is for admins only', async (path, body) => {
  const request = { method: 'POST', ...(body && { body }) };

  expect((await sendRequest(gateway.url, path, request)).status).toBe(401);
  const token = gateway.keySet.userToken();
  expect((await sendRequest(gateway.url, path, { ...request, token })).status).toBe(403);
});

test.each([
  [`/api/admin/orders/${orderId}/fail`, {}],
  [`/api/admin/orders/${orderId}/fail`, { reason: ' ' }],
  [`/api/admin/orders/${orderId}/fail`, { reason: 'x'.repeat(201) }],
  ['/api/admin/orders/7b0f3f0a/fail', { reason }],
  [`/api/admin/dlq/${messageId}/discard`, {}],
  ['/api/admin/dlq/a.b/redrive', undefined],
])('%s with %j is refused', async (path, body) => {
  const answer = await post(path, body);

  expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
});

test('an order is given up, and answered as it is then', async () => {
  const asked: unknown[] = [];
  gateway.fakes.processor = { FailOrder: (request) => (asked.push(request), {}) };
  gateway.fakes.order = {
    GetOrderStory: () => ({ order: anOrder({ status: 'ORDER_STATUS_FAILED', reason }), epoch: 1 }),
  };

  const { status, body } = await post(`/api/admin/orders/${orderId}/fail`, { reason: ` ${reason} ` });

  expect([status, body]).toEqual([200, { success: true, order: { ...shownOrder, status: 'Failed', reason } }]);
  expect(asked).toEqual([{ operator: buyerId, operationId: uuid, orderId, reason }]);
});

test.each([
  ['NOT_FOUND', 'ORDER_NOT_FOUND', 404],
  ['ILLEGAL_STATE', 'ORDER_IS_FINAL', 409],
  ['CONFLICT', 'IDEMPOTENCY_KEY_REUSED', 422],
] as const)('an order that cannot be given up: %s %s is %i', async (kind, code, expected) => {
  gateway.fakes.processor = { FailOrder: () => refused(kind, code) };

  const { status, body } = await post(`/api/admin/orders/${orderId}/fail`, { reason });

  expect([status, body.code]).toEqual([expected, code]);
});

test('one key names one operation, and no key another each time', async () => {
  const ids: string[] = [];
  gateway.fakes.processor = {
    RedriveDeadLetters: ({ operationId }) => {
      ids.push(operationId);
      return { redriven: 1 };
    },
  };
  const path = `/api/admin/dlq/${messageId}/redrive`;
  for (const key of ['one', 'one', 'two', undefined, undefined]) await post(path, undefined, key);

  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(4);
});

test.each([
  [0, 1],
  [7, 7],
  [500, 100],
])('of %i dead letters at most %i are redriven at once', async (deadLetters, limit) => {
  const asked: unknown[] = [];
  gateway.fakes.processor = {
    GetQueue: () => ({ visible: 0, inFlight: 0, delayed: 0, mailsOwed: 0, deadLetters }),
    RedriveDeadLetters: (request) => (asked.push(request), { redriven: Math.min(deadLetters, limit) }),
  };

  const { body } = await post('/api/admin/dlq/redrive');

  expect(body).toEqual({ success: true, redriven: Math.min(deadLetters, limit) });
  expect(asked).toMatchObject([{ operator: buyerId, messageId: '', limit }]);
});

test('a discarded message names its order, where it has one', async () => {
  const asked: unknown[] = [];
  const answers = [
    { orderId, orderStatus: 'Failed' },
    { orderId: '', orderStatus: '' },
  ];
  gateway.fakes.processor = { DiscardDeadLetter: (request) => (asked.push(request), answers.shift()!) };

  const first = await post(`/api/admin/dlq/${messageId}/discard`, { reason });
  const second = await post(`/api/admin/dlq/${messageId}/discard`, { reason });

  expect(first.body).toEqual({ success: true, orderId, orderStatus: 'Failed' });
  expect(second.body).toEqual({ success: true, orderId: null, orderStatus: null });
  expect(asked[0]).toEqual({ operator: buyerId, operationId: uuid, messageId, reason });
});

test.each(['redrive', 'discard'])('a message that is not there: %s is 404', async (act) => {
  const answer = () => refused('NOT_FOUND', 'DEAD_LETTER_NOT_FOUND');
  gateway.fakes.processor = { RedriveDeadLetters: answer, DiscardDeadLetter: answer };

  const { status, body } = await post(`/api/admin/dlq/${messageId}/${act}`, act === 'discard' ? { reason } : undefined);

  expect([status, body.code]).toEqual([404, 'DEAD_LETTER_NOT_FOUND']);
});
