import { DomainError, unavailable } from '@orders/shared/errors';
import { sendRequest } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';
import { anOrder, orderId, shownOrder } from './an-order';
import { buyerId } from './tokens';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await aGateway();
});

const get = (path: string) => sendRequest(gateway.url, path, { token: gateway.keySet.adminToken() });
const at = { seconds: 1_700_000_000, nanos: 123_000_000 };
const atText = '2023-11-14T22:13:20.123Z';

const aStory = {
  order: anOrder({ revision: 2 }),
  outbox: [{ entryId: 'entry', kind: 'OUTBOX_KIND_RELEASE' as const, owedAt: at }],
  republishes: 3,
  republishAt: at,
  epoch: 1,
  takenOver: false,
};

const adminPaths = ['/api/admin/orders', `/api/admin/orders/${orderId}`, '/api/admin/queue', '/api/admin/dlq'];

test.each(adminPaths)('%s is for admins only', async (path) => {
  const stranger = await sendRequest(gateway.url, path);
  const buyer = await sendRequest(gateway.url, path, { token: gateway.keySet.userToken() });

  expect([stranger.status, stranger.body.code]).toEqual([401, 'UNAUTHENTICATED']);
  expect([buyer.status, buyer.body.code]).toEqual([403, 'FORBIDDEN']);
});

test('orders of all users are listed by page, status and user', async () => {
  const asked: unknown[] = [];
  gateway.fakes.order = {
    FindOrders: (request) => {
      asked.push(request);
      return { orders: [anOrder()], nextPageToken: 'next' };
    },
  };

  const first = await get('/api/admin/orders');
  await get(`/api/admin/orders?limit=5&cursor=next&status=Failed&userId=${buyerId.toUpperCase()}`);

  expect(first.body).toEqual({ success: true, orders: [shownOrder], nextCursor: 'next' });
  expect(asked).toEqual([
    { pageSize: 20, pageToken: '', status: 'ORDER_STATUS_UNSPECIFIED', userId: '', orderIdPrefix: '' },
    { pageSize: 5, pageToken: 'next', status: 'ORDER_STATUS_FAILED', userId: buyerId, orderIdPrefix: '' },
  ]);
});

test.each([
  '/api/admin/orders?limit=0',
  '/api/admin/orders?userId=me',
  '/api/admin/orders?id=7b0f3f0',
  '/api/admin/orders?id=not-hexa',
  '/api/admin/orders?email=ada',
  '/api/admin/orders/x',
  '/api/admin/dlq?limit=101',
])('%s is refused', async (path) => {
  const answer = await get(path);

  expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_FAILED']);
});

test('orders are found by an address and by the beginning of an id', async () => {
  const asked: { userId: string; orderIdPrefix: string }[] = [];
  gateway.fakes.order = {
    FindOrders: (request) => {
      asked.push(request);
      return { orders: [anOrder()], nextPageToken: '' };
    },
  };
  gateway.fakes.auth = {
    FindUser: ({ email }) => (email === 'Ada@example.org' ? { user: { userId: buyerId, email } } : {}),
  };
  const found = async (query: string) => {
    const { status, body } = await get(`/api/admin/orders?${query}`);
    return [status, (body.orders as unknown[]).length];
  };

  expect(await found('email=Ada@example.org')).toEqual([200, 1]);
  expect(await found(`email=Ada@example.org&userId=${buyerId}&id=7B0F3F0A`)).toEqual([200, 1]);
  expect(asked).toMatchObject([
    { userId: buyerId, orderIdPrefix: '' },
    { userId: buyerId, orderIdPrefix: '7b0f3f0a' },
  ]);
  // Nobody has the address, or someone else: no order fits, so none is asked for.
  expect(await found('email=bob@example.org')).toEqual([200, 0]);
  expect(await found(`email=bob@example.org&userId=${buyerId}`)).toEqual([200, 0]);
  expect(await found('email=Ada@example.org&userId=000000000000000000000000')).toEqual([200, 0]);
  expect(asked).toHaveLength(2);
});

test('the story of an order combines what three services know', async () => {
  gateway.fakes.order = { GetOrderStory: () => aStory };
  gateway.fakes.inventory = {
    GetReservation: () => ({
      reservation: { orderId, state: 'RESERVATION_STATE_HELD', epoch: 1, items: [], heldAt: at, updatedAt: at },
    }),
  };
  gateway.fakes.processor = {
    GetMail: () => ({ mail: { orderId, state: 'MAIL_STATE_OWED', attempts: 1, owedAt: at, traceId: 'a1'.repeat(16) } }),
  };

  const { status, body } = await get(`/api/admin/orders/${orderId}`);

  expect(status).toBe(200);
  expect(body).toEqual({
    success: true,
    order: { ...shownOrder, revision: 2 },
    epoch: 1,
    takenOver: false,
    outbox: [{ entryId: 'entry', kind: 'release', owedAt: atText }],
    messages: { republishes: 3, nextRepublishAt: atText },
    reservation: { state: 'held', epoch: 1, items: [], heldAt: atText, updatedAt: atText },
    mail: { state: 'owed', attempts: 1, owedAt: atText, finishedAt: null, reason: null, traceId: 'a1'.repeat(16) },
    missing: [],
  });
});

test('a story names inventory and processor while they are unavailable', async () => {
  gateway.fakes.order = { GetOrderStory: () => aStory };
  gateway.fakes.inventory = { GetReservation: () => Promise.reject(unavailable('it is unavailable')) };
  gateway.fakes.processor = { GetMail: () => Promise.reject(unavailable('it is unavailable')) };

  const { status, body } = await get(`/api/admin/orders/${orderId}`);

  expect(status).toBe(200);
  expect(body).toMatchObject({ order: { orderId }, reservation: null, mail: null });
  expect(body.missing.sort()).toEqual(['inventory', 'processor']);
});

test('an unknown order has no story', async () => {
  gateway.fakes.order = {
    GetOrderStory: () => Promise.reject(new DomainError('NOT_FOUND', { code: 'ORDER_NOT_FOUND', message: 'no' })),
  };
  gateway.fakes.inventory = { GetReservation: () => ({}) };
  gateway.fakes.processor = { GetMail: () => ({}) };

  const { status, body } = await get(`/api/admin/orders/${orderId}`);

  expect([status, body.code]).toEqual([404, 'ORDER_NOT_FOUND']);
});

test('the queue reports its counts', async () => {
  const counts = { visible: 1, inFlight: 2, delayed: 3, deadLetters: 4, mailsOwed: 5 };
  gateway.fakes.processor = { GetQueue: () => ({ ...counts, oldestMailOwedAt: at }) };

  expect((await get('/api/admin/queue')).body).toEqual({
    success: true,
    queue: { ...counts, oldestMailOwedAt: atText },
  });
});

test('dead letters name their reason; an unreadable one has no order', async () => {
  const letter = { messageId: 'm', reason: 'no sense', sentAt: at, body: '{', orderId: '', requestId: '' };
  gateway.fakes.processor = { ListDeadLetters: () => ({ deadLetters: [letter], nextPageToken: '' }) };

  expect((await get('/api/admin/dlq')).body).toEqual({
    success: true,
    deadLetters: [{ messageId: 'm', reason: 'no sense', sentAt: atText, body: '{', orderId: null, requestId: null }],
    nextCursor: null,
  });
});

test('without LocalStack the route for mails does not exist', async () => {
  const { status, body } = await sendRequest(gateway.url, '/api/dev/mails');

  expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
});

test('in development everyone can read the mails of an order', async () => {
  const asked: unknown[] = [];
  const mail = { sentAt: atText, from: 'a@b.c', to: ['d@e.f'], subject: orderId, text: 't', html: 'h' };
  const developing = await aGateway({
    readMails: (query) => {
      asked.push(query);
      return Promise.resolve([mail]);
    },
  });

  const { body } = await sendRequest(developing.url, `/api/dev/mails?orderId=${orderId}&limit=3`);

  expect(body).toEqual({ success: true, mails: [mail] });
  expect(asked).toEqual([{ orderId, limit: 3 }]);
});
