import { mongo as driver } from 'mongoose';
import type { Mongo } from '@orders/shared/mongo';
import { isDuplicateKey } from '@orders/shared/mongo-errors';
import { emailKeyOf, type Role, type User } from '../domain/user';
import type { UserStore } from '../use-cases/stores';

export interface UserDocument {
  _id: driver.ObjectId;
  name: string;
  email: string;
  emailKey: string;
  passwordHash: string;
  role: Role;
  createdAt: Date;
}

const { ObjectId } = driver;
const idForm = /^[0-9a-f]{24}$/i;

/** The accounts; the unique index on `emailKey` decides who has an address. */
export function createUserStore(mongo: Pick<Mongo, 'collection'>) {
  const users = () => mongo.collection<UserDocument>('users');

  return {
    findByEmail: async (email) => {
      const document = await users().findOne({ emailKey: emailKeyOf(email) });
      return document ? fromDocument(document) : undefined;
    },

    find: async (userId) => {
      const document = await users().findOne({ _id: new ObjectId(userId) });
      return document ? fromDocument(document) : undefined;
    },

    findMany: async (userIds) => {
      const ids = userIds.filter((userId) => idForm.test(userId)).map((userId) => new ObjectId(userId));
      const documents = await users()
        .find({ _id: { $in: ids } })
        .toArray();
      return documents.map(fromDocument);
    },

    insert: async (user) => {
      try {
        await users().insertOne(toDocument(user));
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    replaceHash: async ({ userId, from, to }) => {
      await users().updateOne({ _id: new ObjectId(userId), passwordHash: from }, { $set: { passwordHash: to } });
    },

    /** Gives the account a role; says whether there is such an account, and whether it had another role before. */
    giveRole: async (email: string, role: Role) => {
      const result = await users().updateOne({ emailKey: emailKeyOf(email) }, { $set: { role } });
      return { isKnown: result.matchedCount === 1, isChanged: result.modifiedCount === 1 };
    },
  } satisfies UserStore & Record<string, unknown>;
}

export const toDocument = ({ userId, ...user }: User): UserDocument => ({
  _id: new ObjectId(userId),
  ...user,
  emailKey: emailKeyOf(user.email),
});

const fromDocument = ({ _id, name, email, passwordHash, role, createdAt }: UserDocument): User => ({
  userId: _id.toHexString(),
  name,
  email,
  passwordHash,
  role,
  createdAt,
});
