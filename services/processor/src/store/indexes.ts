import type { CollectionIndexes } from '@orders/shared/migrate';

/** Of the mails the first two are as small as those that are owed; the third ends what is long finished. */
export const processorIndexes: CollectionIndexes[] = [
  {
    collection: 'mails',
    indexes: [
      { name: 'owed', key: { state: 1, leaseUntil: 1 }, partialFilterExpression: { state: 'owed' } },
      { name: 'owed-since', key: { state: 1, owedAt: 1 }, partialFilterExpression: { state: 'owed' } },
      { name: 'purge-finished', key: { purgeAt: 1 }, expireAfterSeconds: 0 },
    ],
  },
  { collection: 'operator_acts', indexes: [{ name: 'newest', key: { at: -1 } }] },
];
