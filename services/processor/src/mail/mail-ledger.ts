import type { Mongo } from '@orders/shared/mongo';
import type { mongo } from 'mongoose';
import type { PlacedOrder } from './order';
import type { MailEnd, OwedMail } from './owed-mail';
import { finishedMailDays } from './retention';

interface MailDocument {
  /** The orderId: an order is owed one mail. */
  _id: string;
  state: 'owed' | MailEnd;
  /** Until then it is nobody else's; by the database's clock, the one clock that all processors share. */
  leaseUntil: Date;
  claim?: string;
  attempts: number;
  owedAt: Date;
  requestId: string;
  traceparent: string;
  reason?: string;
  finishedAt?: Date;
  purgeAt?: Date;
}

/** A mail that is held under a claim, or without one a mail that nobody holds. */
interface Holding {
  orderId: string;
  claim?: string;
}

export interface Closing extends Holding {
  end: MailEnd;
  reason?: string;
}

export interface Postponing extends Holding {
  delayMs: number;
}

const isDue = { $expr: { $lte: ['$leaseUntil', '$$NOW'] } };
const purgeAfterMs = finishedMailDays * 86_400_000;

/** The mails that are owed, and what became of each. */
export function createMailLedger(database: Mongo) {
  const mails = () => database.collection<MailDocument>('mails');

  return {
    /** Notes that mails are owed, where nothing is noted yet: a sent one stays sent. */
    owe: (placed: PlacedOrder[]): Promise<void> => owe(mails(), placed),

    /** A page of the mails that nobody holds, longest due first. */
    due: (limit: number): Promise<OwedMail[]> => readDue(mails(), limit),

    /** Takes a due mail for a while; answers how often it was taken, or undefined where another one holds it. */
    claim: async (mail: { orderId: string; claim: string; leaseMs: number }): Promise<number | undefined> => {
      const { orderId, claim, leaseMs } = mail;
      const claimed = await mails().findOneAndUpdate(
        held({ orderId }),
        [
          {
            $set: {
              leaseUntil: { $add: ['$$NOW', leaseMs] },
              claim: { $literal: claim },
              attempts: { $add: ['$attempts', 1] },
            },
          },
        ],
        { returnDocument: 'after' },
      );
      return claimed?.attempts;
    },

    /** Ends mails, each only where it is still held as stated; answers how many. */
    close: async (closings: Closing[]): Promise<number> => {
      if (closings.length === 0) return 0;
      const writes = closings.map(({ end, reason, ...holding }) => ({
        updateOne: { filter: held(holding), update: finish(end, reason) },
      }));
      return (await mails().bulkWrite(writes, { ordered: false })).modifiedCount;
    },

    /** Gives mails back to be due later, each only where it is still held as stated. */
    postpone: async (postponings: Postponing[]): Promise<void> => {
      if (postponings.length === 0) return;
      const writes = postponings.map(({ delayMs, ...holding }) => ({
        updateOne: { filter: held(holding), update: giveBack(delayMs) },
      }));
      await mails().bulkWrite(writes, { ordered: false });
    },

    countOwed: (): Promise<number> => mails().countDocuments({ state: 'owed' }),
  };
}

export type MailLedger = ReturnType<typeof createMailLedger>;

type Mails = mongo.Collection<MailDocument>;

async function owe(mails: Mails, placed: PlacedOrder[]): Promise<void> {
  const writes = placed.map((order) => ({
    updateOne: { filter: { _id: order.orderId }, update: insertIfAbsent(order), upsert: true },
  }));
  await mails.bulkWrite(writes, { ordered: false });
}

const insertIfAbsent = ({ orderId, requestId, traceparent }: PlacedOrder) => {
  const owed = {
    _id: orderId,
    state: 'owed',
    leaseUntil: '$$NOW',
    attempts: { $literal: 0 },
    owedAt: '$$NOW',
    requestId: { $literal: requestId },
    traceparent: { $literal: traceparent },
  };
  return [{ $replaceWith: { $cond: [{ $eq: [{ $type: '$state' }, 'missing'] }, owed, '$$ROOT'] } }];
};

async function readDue(mails: Mails, limit: number): Promise<OwedMail[]> {
  const found = await mails
    .find({ state: 'owed', ...isDue })
    .project<Omit<OwedMail, 'orderId'> & { _id: string }>({
      requestId: 1,
      traceparent: 1,
      ageMs: { $subtract: ['$$NOW', '$owedAt'] },
    })
    .sort({ leaseUntil: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id, ...facts }) => ({ orderId: _id, ...facts }));
}

const held = ({ orderId, claim }: Holding) => ({
  _id: orderId,
  state: 'owed' as const,
  ...(claim === undefined ? isDue : { claim }),
});

const giveBack = (delayMs: number) => [{ $set: { leaseUntil: { $add: ['$$NOW', delayMs] } } }, { $unset: 'claim' }];

const finish = (end: MailEnd, reason: string | undefined) => [
  {
    $set: {
      state: end,
      finishedAt: '$$NOW',
      purgeAt: { $add: ['$$NOW', purgeAfterMs] },
      ...(reason !== undefined && { reason: { $literal: reason } }),
    },
  },
  { $unset: 'claim' },
];
