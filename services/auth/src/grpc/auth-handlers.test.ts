import { createGetUsers } from './get-users';

const getUsers = createGetUsers({ users: { findMany: () => Promise.resolve([]) } });

test('a thousand accounts may be asked for at once', async () => {
  expect(await getUsers(Array<string>(1_000).fill('any'))).toEqual([]);
});

test('more are refused', async () => {
  await expect(getUsers(Array<string>(1_001).fill('any'))).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
});
