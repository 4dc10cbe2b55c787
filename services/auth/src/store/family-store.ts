import { mongo as driver } from 'mongoose';
import type { Mongo } from '@orders/shared/mongo';
import { refreshTokenSeconds, repeatGraceMs, type RefreshFamily } from '../domain/session';
import type { FamilyStore, Rotation } from '../use-cases/sessions';
import { refreshFamilies, type FamilyDocument } from './schemas';

const { ObjectId } = driver;
const notRevoked = { revokedAt: { $exists: false } };

// The longest unused fall out: a client that repeats without end must not make the document grow.
const maxTokens = 100;
// Longer than the grace, as the clocks of replicas differ.
const spentMs = 60_000;

const before = (time: Date, ms: number) => new Date(time.getTime() - ms);

/** The condition on a family under which the use of a token is what it was taken for. */
const isUsed: Record<Rotation['use'], (hash: string, at: Date) => driver.Filter<FamilyDocument>> = {
  first: (hash, at) => {
    const issuedAt = { $gt: before(at, refreshTokenSeconds * 1_000) };
    return { $or: [{ currentHash: hash, rotatedAt: issuedAt }, { otherTokens: { $elemMatch: { hash, issuedAt } } }] };
  },
  repeated: (hash, at) => ({ spentTokens: { $elemMatch: { hash, spentAt: { $gte: before(at, repeatGraceMs) } } } }),
};

/** One document for each family, however often it is refreshed; the condition of a refresh is in its write. */
export function createFamilyStore(mongo: Pick<Mongo, 'collection'>): FamilyStore {
  const families = () => mongo.collection(refreshFamilies);

  return {
    insert: async ({ familyId, userId, ...family }) => {
      await families().insertOne({ _id: familyId, userId: new ObjectId(userId), ...family });
    },

    remove: async (familyId) => {
      await families().deleteOne({ _id: familyId });
    },

    find: async (familyId) => {
      const document = await families().findOne({ _id: familyId });
      return document ? fromDocument(document) : undefined;
    },

    rotate: async ({ familyId, from, use, to, at, expiresAt }) => {
      const { modifiedCount } = await families().updateOne(
        { _id: familyId, expiresAt: { $gt: at }, ...notRevoked, ...isUsed[use](from.hash, at) },
        [{ $set: rotated({ from, use, to, at, expiresAt }) }],
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

    findOfUser: async (userId, at, limit) => {
      const documents = await families().find(liveOf(userId, at)).sort({ rotatedAt: -1 }).limit(limit).toArray();
      return documents.map(fromDocument);
    },

    revokeOfUser: async (userId, familyId, at) => {
      const { modifiedCount } = await families().updateOne(
        { _id: familyId, ...liveOf(userId, at) },
        { $set: { revokedAt: at } },
      );
      return modifiedCount === 1;
    },

    revokeAllOfUser: async (userId, at, except) => {
      const others = except === undefined ? {} : { _id: { $ne: except } };
      const ended = { ...liveOf(userId, at), ...others };
      const { modifiedCount } = await families().updateMany(ended, { $set: { revokedAt: at } });
      return modifiedCount;
    },
  };
}

const liveOf = (userId: string, at: Date) => ({
  userId: new ObjectId(userId),
  expiresAt: { $gt: at },
  ...notRevoked,
});

/** The fields after a rotation; the newest token is the current one, which is all that earlier versions know. */
function rotated({ from, use, to, at, expiresAt }: Omit<Rotation, 'familyId'>) {
  const valid = { $concatArrays: [listOf('$otherTokens'), [{ hash: '$currentHash', issuedAt: '$rotatedAt' }]] };
  const isKept = {
    $and: [{ $ne: ['$$this.hash', from.hash] }, isAfter('$$this.issuedAt', at, refreshTokenSeconds * 1_000)],
  };
  const spent = { $filter: { input: listOf('$spentTokens'), cond: isAfter('$$this.spentAt', at, spentMs) } };
  const justSpent = use === 'first' ? [{ hash: from.hash, spentAt: at }] : [];
  return {
    currentHash: to,
    rotatedAt: at,
    // Families of earlier versions count from their first refresh by this one.
    createdAt: { $ifNull: ['$createdAt', '$rotatedAt'] },
    otherTokens: { $slice: [{ $filter: { input: valid, cond: isKept } }, -maxTokens] },
    spentTokens: { $slice: [{ $concatArrays: [spent, justSpent] }, -maxTokens] },
    // Once an earlier version has issued a token, those it has forgotten cannot be recognised.
    commonHash: { $cond: [{ $eq: ['$commonHash', from.commonHash] }, '$commonHash', '$$REMOVE'] },
    expiresAt,
  };
}

const listOf = (field: string) => ({ $ifNull: [field, []] });
const isAfter = (field: string, at: Date, ms: number) => ({ $gt: [field, before(at, ms)] });

const fromDocument = ({ _id, userId, ...family }: FamilyDocument): RefreshFamily => ({
  createdAt: family.rotatedAt,
  userAgent: '',
  otherTokens: [],
  spentTokens: [],
  ...family,
  familyId: _id,
  userId: userId.toHexString(),
});
