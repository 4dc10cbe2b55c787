import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import type { PlacedOrder } from '../settle/settle-placed-orders';
import { finishedMailDays, type LedgerEntry, type MailOutcome, type PendingMail } from './ledger-entry';
import { mailCollection, type MailDocument } from './mail-document';
import { queueMails, type DueMail } from './mail-turns';

/** A mail under a claim, or without one a mail that is due and unclaimed. */
interface ClaimedMail {
  orderId: string;
  claim?: string;
}

export interface FinishedMail extends ClaimedMail {
  outcome: MailOutcome;
  reason?: string;
}

export interface PostponedMail extends ClaimedMail {
  delayMs: number;
}

/** Of mails whose time has come. */
export const isDue = { $expr: { $lte: ['$leaseUntil', '$$NOW'] } };

/** The mails of all orders: which are pending, and how the others ended. */
export function createMailLedger(database: Mongo) {
  const mails = () => database.collection(mailCollection);

  return {
    /** Records a pending mail for each order that has none yet: one that was sent stays sent. */
    recordPendingMails: (placed: PlacedOrder[]): Promise<void> => recordPendingMails(mails(), placed),

    /** Due mails that no processor has claimed: those without a turn, longest due first, then those whose turn is next. */
    dueMails: async (limit: number): Promise<DueMail<PendingMail>[]> => {
      const due = await mails()
        .find(isPendingAndDue)
        .sort(inTurn)
        .project<Omit<PendingMail, 'orderId'> & { _id: string; turn?: number }>({
          requestId: 1,
          traceparent: 1,
          turn: 1,
          ageMs: { $subtract: ['$$NOW', '$owedAt'] },
        })
        .limit(limit)
        .toArray();
      return due.map(({ _id, turn, ...facts }) => ({ mail: { orderId: _id, ...facts }, turn }));
    },

    /** Gives mails without a turn one, so that no user has to wait for all mails of another. */
    queueMails: (queued: { orderId: string; userId: string }[]): Promise<void> =>
      queueMails(
        mails(),
        queued.map(({ orderId, userId }) => ({ mailId: orderId, userId })),
      ),

    /** Claims a due mail for a while; the number of claims so far, undefined where another processor was faster. */
    claim: async (mail: { orderId: string; claim: string; leaseMs: number }): Promise<number | undefined> => {
      const { orderId, claim, leaseMs } = mail;
      const claimed = await mails().findOneAndUpdate(underClaim(orderId, undefined), claimFor(claim, leaseMs), {
        returnDocument: 'after',
      });
      return claimed?.attempts;
    },

    /** Finishes mails, each only where it is still claimed as stated; the number of finished ones. */
    finish: async (finished: FinishedMail[]): Promise<number> => {
      if (finished.length === 0) return 0;
      const writes = finished.map(({ orderId, claim, outcome, reason }) => ({
        updateOne: { filter: underClaim(orderId, claim), update: finishWith(outcome, reason) },
      }));
      return (await mails().bulkWrite(writes, { ordered: false })).modifiedCount;
    },

    /** Makes mails due later and ends their claims, each only where it is still claimed as stated. */
    postpone: async (postponed: PostponedMail[]): Promise<void> => {
      if (postponed.length === 0) return;
      const writes = postponed.map(({ orderId, claim, delayMs }) => ({
        updateOne: { filter: underClaim(orderId, claim), update: postponeBy(delayMs) },
      }));
      await mails().bulkWrite(writes, { ordered: false });
    },

    countPending: (): Promise<number> => mails().countDocuments({ state: 'owed' }),

    /** Since when the oldest pending mail is pending; undefined where none is. */
    oldestPendingAt: async (): Promise<Date | undefined> =>
      (await mails().find({ state: 'owed' }).sort({ owedAt: 1 }).limit(1).toArray())[0]?.owedAt,

    find: async (orderId: string): Promise<LedgerEntry | undefined> => {
      const mail = await mails().findOne({ _id: orderId });
      return mail ? { ...mail, orderId } : undefined;
    },

    findMany: async (orderIds: string[]): Promise<LedgerEntry[]> => {
      const found = await mails()
        .find({ _id: { $in: orderIds } })
        .toArray();
      return found.map((mail) => ({ ...mail, orderId: mail._id }));
    },
  };
}

export type MailLedger = ReturnType<typeof createMailLedger>;

type Mails = mongo.Collection<MailDocument>;

async function recordPendingMails(mails: Mails, placed: PlacedOrder[]): Promise<void> {
  const writes = placed.map((order) => ({
    updateOne: { filter: { _id: order.orderId }, update: insertIfAbsent(order), upsert: true },
  }));
  await mails.bulkWrite(writes, { ordered: false });
}

const insertIfAbsent = ({ orderId, requestId, traceparent }: PlacedOrder) => {
  const pending = {
    _id: orderId,
    state: 'owed',
    leaseUntil: '$$NOW',
    attempts: { $literal: 0 },
    owedAt: '$$NOW',
    requestId: { $literal: requestId },
    traceparent: { $literal: traceparent },
  };
  return [{ $replaceWith: { $cond: [{ $eq: [{ $type: '$state' }, 'missing'] }, pending, '$$ROOT'] } }];
};

export const isPendingAndDue = { state: 'owed' as const, ...isDue };

/** What has no turn sorts before what has one. */
export const inTurn = { turn: 1, leaseUntil: 1 } as const;

// What a claimed entry of this and of other ledgers goes through, by the clock of the database, the one that all processors share.

/** Of a pending mail under a claim; without one it must be due. */
export const underClaim = (_id: string, claim: string | undefined) => ({
  _id,
  state: 'owed' as const,
  ...(claim === undefined ? isDue : { claim }),
});

// A mail that is due again gets another turn, behind the user's other mails.
const outOfQueue = { $unset: 'turn' };

/** Claims a mail for a while, and counts the claims. */
export const claimFor = (claim: string, leaseMs: number) => [
  {
    $set: {
      leaseUntil: { $add: ['$$NOW', leaseMs] },
      claim: { $literal: claim },
      attempts: { $add: ['$attempts', 1] },
    },
  },
  outOfQueue,
];

/** Makes a mail due later, and ends its claim. */
export const postponeBy = (delayMs: number) => [
  { $set: { leaseUntil: { $add: ['$$NOW', delayMs] } } },
  { $unset: 'claim' },
  outOfQueue,
];

/** Ends a mail. */
export const finishWith = (outcome: MailOutcome, reason: string | undefined) => [
  {
    $set: {
      state: outcome,
      finishedAt: '$$NOW',
      purgeAt: { $add: ['$$NOW', purgeAfterMs] },
      ...(reason !== undefined && { reason: { $literal: reason } }),
    },
  },
  { $unset: 'claim' },
  outOfQueue,
];

const purgeAfterMs = finishedMailDays * 86_400_000;
