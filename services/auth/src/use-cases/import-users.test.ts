import type { SourceUser } from '../domain/imported-user';
import type { User } from '../domain/user';
import { createImportUsers } from './import-users';

const password = `$2b$10$${'a'.repeat(53)}`;
const sourceUser = (userId: string, email: string, hash = password): SourceUser => ({
  userId,
  hasObjectId: true,
  createdAt: new Date(0),
  name: 'Ann',
  email,
  password: hash,
});

async function* batchesOf(...batches: SourceUser[][]) {
  yield* await Promise.resolve(batches);
}

test('batches are added up, and what cannot be taken is listed by id and reason', async () => {
  const importUsers = createImportUsers({
    insertMissing: (users) => {
      const taken = users.filter(({ email }) => email === 'ANN@example.org');
      return Promise.resolve({ imported: users.length - taken.length - 1, present: 1, taken });
    },
    findByEmail: () => Promise.resolve({ userId: 'one' } as User),
  });

  const report = await importUsers(
    batchesOf(
      [sourceUser('one', 'ann@example.org'), sourceUser('two', 'bob@example.org'), sourceUser('three', 'c@x', 'plain')],
      [sourceUser('four', 'ANN@example.org'), sourceUser('five', 'dan@example.org')],
    ),
  );

  expect(report).toEqual({
    imported: 1,
    present: 2,
    refused: [
      { id: 'three', reason: 'its password is not a bcrypt hash' },
      { id: 'four', reason: 'account one has its address (ann@example.org, compared without regard to case)' },
    ],
  });
});
