import { mongo as driver } from 'mongoose';
import type { Mongo } from '@orders/shared/mongo';
import type { AccountMail } from '../domain/mail-token';
import { erasures, refreshFamilies, users } from './schemas';

const { ObjectId } = driver;

/** What the processor has not recorded yet: mails to send, and accounts that were erased. */
export function createAccountEvents(mongo: Pick<Mongo, 'collection' | 'startSession'>) {
  const accounts = () => mongo.collection(users);
  const families = () => mongo.collection(refreshFamilies);

  return {
    pendingMails: async (limit: number): Promise<AccountMail[]> => {
      const found = await accounts()
        .find({ 'pendingMails.at': { $exists: true } })
        .project<{ _id: driver.ObjectId; pendingMails: Omit<AccountMail, 'userId'>[] }>({ pendingMails: 1 })
        .sort({ 'pendingMails.at': 1 })
        .limit(limit)
        .toArray();
      const mails = found.flatMap(({ _id, pendingMails }) =>
        pendingMails.map(({ mailId, kind }) => ({ mailId, kind, userId: _id.toHexString() })),
      );
      return mails.slice(0, limit);
    },

    acknowledgeMails: async (mails: Pick<AccountMail, 'mailId' | 'userId'>[]): Promise<void> => {
      if (mails.length === 0) return;
      const writes = mails.map(({ userId, mailId }) => ({
        updateOne: { filter: { _id: new ObjectId(userId) }, update: { $pull: { pendingMails: { mailId } } } },
      }));
      await accounts().bulkWrite(writes, { ordered: false });
    },

    /** Deletes an account whose password is still the one that was checked, with its sessions; says whether it did. */
    erase: async ({ userId, passwordHash, at }: { userId: string; passwordHash: string; at: Date }) => {
      const _id = new ObjectId(userId);
      const session = mongo.startSession();
      try {
        return await session.withTransaction(async () => {
          const { deletedCount } = await accounts().deleteOne({ _id, passwordHash }, { session });
          if (deletedCount === 0) return false;
          await families().deleteMany({ userId: _id }, { session });
          await mongo.collection(erasures).insertOne({ _id, at }, { session });
          return true;
        });
      } finally {
        await session.endSession();
      }
    },

    erasedUsers: async (limit: number): Promise<string[]> =>
      (await mongo.collection(erasures).find().limit(limit).toArray()).map(({ _id }) => _id.toHexString()),

    acknowledgeErasures: async (userIds: string[]): Promise<void> => {
      if (userIds.length === 0) return;
      const ids = userIds.map((userId) => new ObjectId(userId));
      // A sign-in that had checked the password before may have begun a session since.
      await families().deleteMany({ userId: { $in: ids } });
      await mongo.collection(erasures).deleteMany({ _id: { $in: ids } });
    },
  };
}

export type AccountEvents = ReturnType<typeof createAccountEvents>;
