import type { Mongo } from '@orders/shared/mongo';
import type { LedgerEntry } from './ledger-entry';

type StoredEntry = Omit<LedgerEntry, 'orderId'> & { _id: string };

/** What operators read of the mail ledger. */
export const createLedgerReader = (database: Mongo) => {
  const mails = () => database.collection<StoredEntry>('mails');
  return {
    find: async (orderId: string): Promise<LedgerEntry | undefined> => {
      const entry = await mails().findOne({ _id: orderId });
      return entry ? { ...entry, orderId } : undefined;
    },
    findMany: async (orderIds: string[]): Promise<LedgerEntry[]> => {
      const entries = await mails()
        .find({ _id: { $in: orderIds } })
        .toArray();
      return entries.map((entry) => ({ ...entry, orderId: entry._id }));
    },
    /** Since when the oldest mail is owed, where one is. */
    oldestOwedAt: async (): Promise<Date | undefined> =>
      (await mails().find({ state: 'owed' }).sort({ owedAt: 1 }).limit(1).toArray())[0]?.owedAt,
  };
};
