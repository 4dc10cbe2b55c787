import { mongo as driver } from 'mongoose';
import type { Mongo } from '@orders/shared/mongo';
import type { RefreshFamily } from '../domain/session';
import type { FamilyStore } from '../use-cases/sessions';
import { refreshFamilies, type FamilyDocument } from './schemas';

const { ObjectId } = driver;
const notRevoked = { revokedAt: { $exists: false } };

/** One document for each family, however often it is refreshed; the condition of a refresh is in its write. */
export function createFamilyStore(mongo: Pick<Mongo, 'collection'>): FamilyStore {
  const families = () => mongo.collection(refreshFamilies);

  return {
    insert: async ({ familyId, userId, ...family }) => {
      await families().insertOne({ _id: familyId, userId: new ObjectId(userId), ...family });
    },

    find: async (familyId) => {
      const document = await families().findOne({ _id: familyId });
      return document ? fromDocument(document) : undefined;
    },

    rotate: async ({ familyId, from, to, at, expiresAt }) => {
      const { modifiedCount } = await families().updateOne(
        { _id: familyId, currentHash: from, expiresAt: { $gt: at }, ...notRevoked },
        { $set: { currentHash: to, rotatedAt: at, expiresAt } },
      );
      return modifiedCount === 1;
    },

    revoke: async (familyId, at) => {
      const { modifiedCount } = await families().updateOne(
        { _id: familyId, expiresAt: { $gt: at }, ...notRevoked },
        { $set: { revokedAt: at } },
      );
      return modifiedCount === 1;
    },
  };
}

const fromDocument = ({ _id, userId, currentHash, rotatedAt, expiresAt }: FamilyDocument): RefreshFamily => ({
  familyId: _id,
  userId: userId.toHexString(),
  currentHash,
  rotatedAt,
  expiresAt,
});
