import type { CollectionIndexes } from '@orders/shared/migrate';

/** The first is as small as the mails that are owed; the second ends what is long finished. */
export const processorIndexes: CollectionIndexes[] = [
  {
    collection: 'mails',
    indexes: [
      { name: 'owed', key: { state: 1, leaseUntil: 1 }, partialFilterExpression: { state: 'owed' } },
      { name: 'purge-finished', key: { purgeAt: 1 }, expireAfterSeconds: 0 },
    ],
  },
];
