import type { AuthHandlersNeeds } from './auth-handlers';
import { createAuthHandlers } from './auth-handlers';

type Handler = (request: object) => Promise<unknown>;

const none = () => Promise.resolve([]);
const needs = { unary: (handler: Handler) => handler, findUsers: none, auditLog: { list: none } };
const { GetUsers } = createAuthHandlers(needs as unknown as AuthHandlersNeeds) as unknown as { GetUsers: Handler };

test('a thousand accounts may be asked for at once', async () => {
  expect(await GetUsers({ userIds: Array<string>(1_000).fill('any') })).toEqual({ users: [] });
});

test('more are refused', async () => {
  await expect(GetUsers({ userIds: Array<string>(1_001).fill('any') })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    details: [{ path: 'userIds', message: 'must have at most 1000 entries' }],
  });
});
