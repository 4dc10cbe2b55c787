import { mongo as driver } from 'mongoose';
import { emailKeyOf, storedKeysOf } from '@orders/proto/email-address';
import { operatorActor, type AuditLog } from '@orders/shared/audit-log';
import { isDuplicateKey, type Mongo } from '@orders/shared/mongo';
import type { Role, User } from '../domain/user';
import type { InsertedUsers } from '../use-cases/import-users';
import { users, type UserDocument } from './schemas';

const { ObjectId } = driver;
const idForm = /^[0-9a-f]{24}$/i;

/** The accounts; the unique index on `emailKey` decides who has an address. */
export function createUserStore(mongo: Pick<Mongo, 'collection' | 'startSession'>) {
  const accounts = () => mongo.collection(users);
  /** Of two older accounts, whose domains are one in two spellings, the one whose spelling is given. */
  const findDocument = async (email: string): Promise<UserDocument | undefined> => {
    const keys = storedKeysOf(email);
    const documents = await accounts()
      .find({ emailKey: { $in: keys } })
      .toArray();
    return keys.map((key) => documents.find(({ emailKey }) => emailKey === key)).find((document) => document);
  };

  return {
    findByEmail: async (email: string): Promise<User | undefined> => {
      const document = await findDocument(email);
      return document ? fromDocument(document) : undefined;
    },

    find: async (userId: string): Promise<User | undefined> => {
      const document = await accounts().findOne({ _id: new ObjectId(userId) });
      return document ? fromDocument(document) : undefined;
    },

    findMany: async (userIds: string[]): Promise<User[]> => {
      const ids = userIds.filter((userId) => idForm.test(userId)).map((userId) => new ObjectId(userId));
      const documents = await accounts()
        .find({ _id: { $in: ids } })
        .toArray();
      return documents.map(fromDocument);
    },

    /** The ids of the admins. */
    listAdmins: (): Promise<string[]> => listAdmins(accounts()),

    /** Stores the account, with a mail to verify its address, unless the address has one; says whether it did. */
    insert: async (user: User, mailId: string): Promise<boolean> => {
      const at = user.createdAt;
      const verification = { mailId, hashes: [], expiresAt: at };
      const pendingMails = [{ mailId, kind: 'verify-email' as const, at }];
      try {
        await accounts().insertOne({ ...toDocument(user), verification, pendingMails });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    replaceHash: async ({ userId, from, to }: { userId: string; from: string; to: string }): Promise<void> => {
      await accounts().updateOne({ _id: new ObjectId(userId), passwordHash: from }, { $set: { passwordHash: to } });
    },

    /**
     * Gives the account of an address a role and records it in the same transaction; says whether there is one, and
     * whether it had another role before.
     */
    giveRole: async (email: string, role: Role, { record }: Pick<AuditLog, 'record'>) => {
      const { _id, role: before } = (await findDocument(email)) ?? {};
      if (_id === undefined) return { isKnown: false, isChanged: false };
      const session = mongo.startSession();
      try {
        return await session.withTransaction(async () => {
          const { matchedCount, modifiedCount } = await accounts().updateOne({ _id }, { $set: { role } }, { session });
          const act = { action: actionOf[role], subject: _id.toHexString(), before: { role: before }, after: { role } };
          if (modifiedCount === 1) await record({ ...act, actor: operatorActor() }, session);
          return { isKnown: matchedCount === 1, isChanged: modifiedCount === 1 };
        });
      } finally {
        await session.endSession();
      }
    },
  };
}

async function listAdmins(accounts: driver.Collection<UserDocument>): Promise<string[]> {
  const admins = accounts.find({ role: 'admin' }).project<Pick<UserDocument, '_id'>>({ _id: 1 });
  return (await admins.toArray()).map(({ _id }) => _id.toHexString());
}

const actionOf: Record<Role, string> = { admin: 'role.grant', user: 'role.revoke' };

export type UserStore = ReturnType<typeof createUserStore>;

/** Inserts the accounts whose ids do not exist; returns those whose address has another account. */
export async function insertMissingUsers(mongo: Pick<Mongo, 'collection'>, missing: User[]): Promise<InsertedUsers> {
  if (missing.length === 0) return { imported: 0, present: 0, taken: [] };
  const inserts = missing.map(toDocument).map(({ _id, ...document }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: document }, upsert: true },
  }));
  try {
    const result = await mongo.collection(users).bulkWrite(inserts, { ordered: false });
    return { imported: result.upsertedCount, present: result.matchedCount, taken: [] };
  } catch (error) {
    if (!(error instanceof driver.MongoBulkWriteError)) throw error;
    const failures = [error.writeErrors].flat();
    if (failures.some(({ code }) => code !== 11_000)) throw error;
    const taken = failures.map(({ index }) => missing[index]).filter((user) => user !== undefined);
    return { imported: error.result.upsertedCount, present: error.result.matchedCount, taken };
  }
}

export const toDocument = ({ userId, ...user }: User): UserDocument => ({
  _id: new ObjectId(userId),
  ...user,
  emailKey: emailKeyOf(user.email),
});

export const fromDocument = ({ _id, emailVerified = false, sessionsEnded, ...document }: UserDocument): User => {
  const { name, email, passwordHash, role, createdAt } = document;
  const user = { userId: _id.toHexString(), name, email, emailVerified, passwordHash, role, createdAt };
  return sessionsEnded ? { ...user, sessionsEnded } : user;
};
