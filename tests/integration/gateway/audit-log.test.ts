import type { AuditEntry } from '@orders/proto/audit/v1/AuditEntry';
import { auditPositionOf } from '@orders/shared/audit-log';
import { unavailable } from '@orders/shared/errors';
import { requestContext } from '@orders/shared/request-context';
import { sendRequest } from '../../support/request';
import { aGateway, type TestGateway } from './a-gateway';
import { buyerId } from './tokens';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await aGateway();
});

const entry = (second: number): AuditEntry => ({
  entryId: `entry-${second}`,
  at: { seconds: String(second), nanos: 5_000_000 },
  actor: 'operator:ada',
  action: 'role.grant',
  subject: 'someone',
  beforeJson: '{"role":"user"}',
  afterJson: '',
  requestId: '',
});

/** What a service with these entries answers, newest first. */
const listing =
  (seconds: number[]) =>
  ({ pageSize, pageToken }: { pageSize: number; pageToken: string }) => {
    const before = auditPositionOf(pageToken)?.at.getTime() ?? Infinity;
    const entries = seconds.filter((second) => second * 1_000 + 5 < before).map(entry);
    return { entries: entries.slice(0, pageSize) };
  };

const read = (query = '') =>
  sendRequest(gateway.url, `/api/admin/audit-log${query}`, { token: gateway.keySet.adminToken() });

test('the entries of all services are one list, newest first, page by page', async () => {
  Object.assign(gateway.fakes.auth, { ListAuditEntries: listing([9, 4, 3]) });
  gateway.fakes.inventory.ListAuditEntries = listing([8, 7, 1]);
  gateway.fakes.processor.ListAuditEntries = listing([6]);

  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const { status, body } = await read(`?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    ids.push(...(body.entries as { id: string }[]).map(({ id }) => id));
    cursor = body.nextCursor as string | null;
  } while (cursor !== null);

  expect(ids).toEqual([9, 8, 7, 6, 4, 3, 1].map((second) => `entry-${second}`));
});

test.each([
  [100, [], false],
  [99, [1], false],
  [100, [1], true],
  [101, [], true],
])(
  'whether %i entries of one service and %j of another are more than a page of 100: %p',
  async (count, others, isMore) => {
    const newest = Array.from({ length: count }, (_, index) => 1_000 - index);
    Object.assign(gateway.fakes.auth, { ListAuditEntries: listing(newest) });
    gateway.fakes.inventory.ListAuditEntries = listing(others);
    gateway.fakes.processor.ListAuditEntries = listing([]);

    const { body } = await read('?limit=100');
    expect(body.entries).toHaveLength(100);
    expect(body.nextCursor !== null).toBe(isMore);
    if (!isMore) return;
    const next = (await read(`?limit=100&cursor=${body.nextCursor as string}`)).body;
    expect(next).toMatchObject({ entries: [{}], nextCursor: null });
  },
);

test('an entry is shown with its facts as JSON', async () => {
  Object.assign(gateway.fakes.auth, { ListAuditEntries: listing([9]) });
  gateway.fakes.inventory.ListAuditEntries = listing([]);
  gateway.fakes.processor.ListAuditEntries = listing([]);

  expect((await read()).body).toEqual({
    success: true,
    entries: [
      {
        id: 'entry-9',
        at: '1970-01-01T00:00:09.005Z',
        actor: 'operator:ada',
        action: 'role.grant',
        subject: 'someone',
        before: { role: 'user' },
        after: null,
        requestId: null,
      },
    ],
    nextCursor: null,
  });
});

test('a log that would lack the entries of a service is not shown', async () => {
  gateway.fakes.processor.ListAuditEntries = () => {
    throw unavailable('the database is unavailable');
  };

  expect((await read()).status).toBe(503);
});

test('only admins read it', async () => {
  const answer = await sendRequest(gateway.url, '/api/admin/audit-log', { token: gateway.keySet.userToken() });

  expect(answer.status).toBe(403);
});

test('services learn who makes a request', async () => {
  const actors: unknown[] = [];
  const product = { productId: 'prod1', name: 'Shirt', stock: 1 };
  gateway.fakes.inventory.RestockProduct = () => {
    actors.push(requestContext()?.actor);
    return { product };
  };

  const restock = { token: gateway.keySet.adminToken(), body: { quantity: 1 } };
  await sendRequest(gateway.url, '/api/products/prod1/restock', restock);

  expect(actors).toEqual([buyerId]);
});
