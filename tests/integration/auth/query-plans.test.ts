import { createCommandAuditLog } from '@orders/shared/audit-log';
import { createAccountEvents } from '@orders/auth/store/account-events';
import { createAccountStore } from '@orders/auth/store/account-store';
import { createFamilyStore } from '@orders/auth/store/family-store';
import { authCollections, refreshFamilies, users as userCollection } from '@orders/auth/store/schemas';
import { createUserStore, toDocument } from '@orders/auth/store/user-store';
import { mongo } from 'mongoose';
import { randomBytes, randomUUID } from 'node:crypto';
import { expectIndexed } from '../../support/query-plans';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const { ObjectId } = mongo;
let database: TestDatabase;
const at = new Date();
const aUser = (index: number) => ({
  userId: randomBytes(12).toString('hex'),
  name: 'Ada',
  email: `user-${index}@example.org`,
  emailVerified: false,
  passwordHash: 'hash',
  role: 'user' as const,
  createdAt: at,
});
const users = Array.from({ length: 200 }, (_, index) => aUser(index));
const userIds = users.map(({ userId }) => userId);

beforeAll(async () => {
  database = await createTestDatabase('auth_plans', authCollections);
  await database.mongo.collection(userCollection).insertMany(users.map(toDocument));
  const families = userIds.map((userId) => ({
    _id: randomUUID(),
    userId: new ObjectId(userId),
    currentHash: 'hash',
    rotatedAt: at,
    expiresAt: at,
  }));
  await database.mongo.collection(refreshFamilies).insertMany(families);
});
afterAll(() => database.drop());

const accounts = () => createUserStore(database.mongo);
const families = () => createFamilyStore(database.mongo);
const changes = () => createAccountStore(database.mongo);
const events = () => createAccountEvents(database.mongo);
const familyId = randomUUID();
const [userId] = userIds as [string];
const rotation = { familyId, from: { hash: 'a', commonHash: 'c' }, to: 'b', at, expiresAt: at };
const mail = { userId, mailId: 'mail', kind: 'reset-password' as const };
const spent = { userId, hash: 'hash', at };
const newPassword = { ...spent, passwordHash: 'other', mailId: 'mail' };

test.each<[string, () => Promise<unknown>]>([
  ['a user by address', () => accounts().findByEmail('User-7@example.org')],
  ['a user', () => accounts().find(userIds[0]!)],
  ['the admins', () => accounts().listAdmins()],
  ['users by id', () => accounts().findMany(userIds.slice(0, 3))],
  ['a new hash', () => accounts().replaceHash({ userId: userIds[0]!, from: 'hash', to: 'other' })],
  ['a role', () => accounts().giveRole('user-8@example.org', 'admin', createCommandAuditLog(database.mongo))],
  ['a family', () => families().find(familyId)],
  ['refreshing', () => families().rotate({ ...rotation, use: 'first' })],
  ['repeating', () => families().rotate({ ...rotation, use: 'repeated' })],
  ['sessions of a user', () => families().findOfUser(userIds[0]!, at, 100)],
  ['ending one of them', () => families().revokeOfUser(userIds[0]!, familyId, at)],
  ['ending all of them', () => families().revokeAllOfUser(userIds[0]!, at)],
  ['ending a family', () => families().revoke(familyId, at)],
  ['removing a family', () => families().remove(familyId)],
  ['a mail to send', () => changes().requestMail({ ...mail, at })],
  ['a token', () => changes().issueToken({ ...mail, hash: 'hash', expiresAt: at })],
  ['verifying', () => changes().verifyEmail(spent)],
  ['a valid token', () => changes().hasResetToken(spent)],
  ['a reset', () => changes().resetPassword(newPassword)],
  ['a change', () => changes().changePassword({ ...newPassword, from: 'hash' })],
  ['a name', () => changes().rename(userId, 'Bea')],
  ['mails to send', () => events().pendingMails(100)],
  ['mails that were recorded', () => events().acknowledgeMails([mail])],
  ['erasures that were recorded', () => events().acknowledgeErasures([userId])],
  ['erasing', () => events().erase({ userId, passwordHash: 'other', at })],
])('%s: all that is asked goes by an index', (_, work) => expectIndexed(database, work));
