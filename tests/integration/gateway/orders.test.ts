import type { CancelOrderRequestOutput } from '@orders/proto/order/v1/CancelOrderRequest';
import type { ListOrdersRequestOutput } from '@orders/proto/order/v1/ListOrdersRequest';
import { DomainError } from '@orders/shared/errors';
import { aGateway, type TestGateway } from './a-gateway';
import { anOrder, orderId, shownOrder } from './an-order';
import { sendRequest } from '../../support/request';
import { buyerId } from './tokens';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await aGateway();
});
beforeEach(() => {
  gateway.fakes.order = {};
});

const get = (path: string) => sendRequest(gateway.url, path, { token: gateway.keySet.userToken() });
const cancel = () =>
  sendRequest(gateway.url, `/api/order/${orderId}/cancel`, { method: 'POST', token: gateway.keySet.userToken() });

test.each(['/api/order', '/api/orders'])('%s/{id} shows an order of the caller', async (base) => {
  gateway.fakes.order.GetOrder = (own) => ({ order: anOrder(own) });

  const answer = await get(`${base}/${orderId.toUpperCase()}`);

  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ success: true, order: shownOrder });
});

test('a failed order has its reason', async () => {
  gateway.fakes.order.GetOrder = () => ({
    order: anOrder({ status: 'ORDER_STATUS_FAILED', reason: 'failed by an operator' }),
  });

  const answer = await get(`/api/order/${orderId}`);

  expect(answer.body.order).toMatchObject({ status: 'Failed', reason: 'failed by an operator' });
});

test('an unknown order, or one of another user, is not found', async () => {
  gateway.fakes.order.GetOrder = () => {
    throw new DomainError('NOT_FOUND', { code: 'ORDER_NOT_FOUND', message: 'there is no such order' });
  };

  const answer = await get(`/api/order/${orderId}`);

  expect(answer.status).toBe(404);
  expect(answer.body.code).toBe('ORDER_NOT_FOUND');
});

test.each(['/api/order/1', '/api/order/1/events', `/api/orders/${orderId}x`])(
  '%s is refused: it names no UUID',
  async (path) => {
    const answer = await get(path);

    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: [{ path: 'id', message: 'must be a UUID' }],
    });
  },
);

test.each(['/api/order', '/api/orders'])('%s lists the orders of the caller by pages', async (path) => {
  const asked: ListOrdersRequestOutput[] = [];
  gateway.fakes.order.ListOrders = (request) => {
    asked.push(request);
    return { orders: [anOrder()], nextPageToken: request.pageToken === '' ? 'next' : '' };
  };

  const first = await get(path);
  const last = await get(`${path}?limit=5&cursor=next&status=Pending`);

  expect(first.body).toEqual({ success: true, orders: [shownOrder], nextCursor: 'next' });
  expect(last.body.nextCursor).toBeNull();
  expect(asked).toEqual([
    { userId: buyerId, pageSize: 20, pageToken: '', status: 'ORDER_STATUS_UNSPECIFIED' },
    { userId: buyerId, pageSize: 5, pageToken: 'next', status: 'ORDER_STATUS_PENDING' },
  ]);
});

test.each([
  'limit=0',
  'limit=101',
  'limit=1e1',
  'limit=-1',
  'limit=',
  'limit=5&limit=6',
  'status=pending',
  'status=Pending&status=Failed',
  'cursor=',
  'cursor=%00',
  'cursor=a&cursor=b',
  'limit[$gt]=1',
  'state=Pending',
  '__proto__=1',
])('a page of ?%s is refused', async (query) => {
  const answer = await get(`/api/orders?${query}`);

  expect(answer.status).toBe(400);
  expect(answer.body.code).toBe('VALIDATION_FAILED');
});

test('an order is cancelled by its buyer', async () => {
  const asked: CancelOrderRequestOutput[] = [];
  gateway.fakes.order.CancelOrder = (request) => {
    asked.push(request);
    return { order: anOrder({ status: 'ORDER_STATUS_CANCELLED' }) };
  };

  const answer = await cancel();

  expect(answer.status).toBe(200);
  expect(answer.body.order.status).toBe('Cancelled');
  expect(asked).toEqual([{ orderId, userId: buyerId }]);
});

test('an order in another final status cannot be cancelled', async () => {
  gateway.fakes.order.CancelOrder = () => {
    throw new DomainError('ILLEGAL_STATE', { code: 'NOT_CANCELLABLE', message: 'it is Processed' });
  };

  const answer = await cancel();

  expect(answer.status).toBe(409);
  expect(answer.body.code).toBe('NOT_CANCELLABLE');
});

test.each<[string, string]>([
  ['GET', '/api/orders'],
  ['GET', `/api/order/${orderId}`],
  ['GET', `/api/order/${orderId}/events`],
  ['POST', `/api/order/${orderId}/cancel`],
  ['POST', '/api/products'],
])('%s %s needs a token', async (method, path) => {
  const answer = await sendRequest(gateway.url, path, { method });

  expect(answer.status).toBe(401);
  expect(answer.body.code).toBe('UNAUTHENTICATED');
  expect(answer.headers['www-authenticate']).toBe('Bearer');
});
