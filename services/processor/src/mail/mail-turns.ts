import type { mongo } from 'mongoose';

/** A mail that may be sent now, and its turn where it waits with others. */
export interface DueMail<Mail> {
  mail: Mail;
  turn: number | undefined;
}

/** A mail that waits for its turn, and whose it is. */
export interface QueuedMail {
  mailId: string;
  userId: string;
}

/** What the ledgers of orders and of accounts keep of turns. */
interface TurnDocument {
  _id: string;
  state: string;
  userId?: string;
  turn?: number;
  leaseUntil: Date;
}

/**
 * Gives each mail its turn: a user's next one is later than all that the user has, and no earlier than the turn that all are
 * at. So users take turns, however many mails one of them has.
 */
export function assignTurns<Mail extends { userId: string }>(
  mails: Mail[],
  current: number,
  lastOf: ReadonlyMap<string, number>,
) {
  const last = new Map(lastOf);
  return mails.map((mail) => {
    const turn = Math.max(current, (last.get(mail.userId) ?? 0) + 1);
    last.set(mail.userId, turn);
    return { ...mail, turn };
  });
}

type Mails = mongo.Collection<TurnDocument>;

const isQueued = { state: 'owed' as const, turn: { $gt: 0 } };

/** Puts mails that have no turn yet into the queue of all users. */
export async function queueMails<Document extends TurnDocument>(
  ledger: mongo.Collection<Document>,
  queued: QueuedMail[],
): Promise<void> {
  if (queued.length === 0) return;
  // Only its turns are read and written, which both ledgers have.
  const mails = ledger as unknown as Mails;
  const [current, lastOf] = await Promise.all([
    currentTurn(mails),
    lastTurns(mails, [...new Set(queued.map(({ userId }) => userId))]),
  ]);
  const writes = assignTurns(queued, current, lastOf).map(({ mailId, userId, turn }) => ({
    updateOne: {
      // Another processor may have been faster.
      filter: { _id: mailId, state: 'owed', turn: { $exists: false } },
      update: { $set: { userId, turn } },
    },
  }));
  await mails.bulkWrite(writes, { ordered: false });
}

async function currentTurn(mails: Mails): Promise<number> {
  const [next] = await mails.find(isQueued).sort({ turn: 1, leaseUntil: 1 }).limit(1).toArray();
  return next?.turn ?? 1;
}

/** One look at the end of each user's turns, however many there are, and all in one command. */
async function lastTurns(mails: Mails, userIds: string[]): Promise<Map<string, number>> {
  const [first = [], ...others] = userIds.map((userId) => [
    { $match: { ...isQueued, userId } },
    { $sort: { turn: -1 } },
    { $limit: 1 },
    { $project: { userId: 1, turn: 1 } },
  ]);
  const unions = others.map((pipeline) => ({ $unionWith: { coll: mails.collectionName, pipeline } }));
  const last = await mails.aggregate<{ userId: string; turn: number }>([...first, ...unions]).toArray();
  return new Map(last.map(({ userId, turn }) => [userId, turn]));
}
