import type { mongo } from 'mongoose';
import type { MailDocument } from './mail-document';

/** A mail that waits for its turn, and whose it is. */
export interface QueuedMail {
  orderId: string;
  userId: string;
}

/**
 * Gives each mail its turn: a user's next one is later than all that the user has, and no earlier than the turn that all are
 * at. So users take turns, however many mails one of them has.
 */
export function assignTurns(mails: QueuedMail[], current: number, lastOf: ReadonlyMap<string, number>) {
  const last = new Map(lastOf);
  return mails.map(({ orderId, userId }) => {
    const turn = Math.max(current, (last.get(userId) ?? 0) + 1);
    last.set(userId, turn);
    return { orderId, userId, turn };
  });
}

type Mails = mongo.Collection<MailDocument>;

export const isQueued = { state: 'owed' as const, turn: { $gt: 0 } };

/** Puts mails that have no turn yet into the queue of all users. */
export async function queueMails(mails: Mails, queued: QueuedMail[]): Promise<void> {
  if (queued.length === 0) return;
  const [current, lastOf] = await Promise.all([
    currentTurn(mails),
    lastTurns(mails, [...new Set(queued.map(({ userId }) => userId))]),
  ]);
  const writes = assignTurns(queued, current, lastOf).map(({ orderId, userId, turn }) => ({
    updateOne: {
      // Another processor may have been faster.
      filter: { _id: orderId, state: 'owed' as const, turn: { $exists: false } },
      update: { $set: { userId, turn } },
    },
  }));
  await mails.bulkWrite(writes, { ordered: false });
}

async function currentTurn(mails: Mails): Promise<number> {
  const [next] = await mails.find(isQueued).sort({ turn: 1, leaseUntil: 1 }).limit(1).toArray();
  return next?.turn ?? 1;
}

/** One look at the end of each user's turns, however many there are. */
async function lastTurns(mails: Mails, userIds: string[]): Promise<Map<string, number>> {
  const last = await Promise.all(
    userIds.map(async (userId) => {
      const [mail] = await mails
        .find({ ...isQueued, userId })
        .sort({ turn: -1 })
        .limit(1)
        .toArray();
      return [userId, mail?.turn ?? 0] as const;
    }),
  );
  return new Map(last);
}
