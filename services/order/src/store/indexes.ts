import type { CollectionIndexes } from '@orders/shared/migrate';

/** One index a query; each partial one is as small as the work that is open. */
export const orderIndexes: CollectionIndexes[] = [
  {
    collection: 'orders',
    indexes: [
      { name: 'history', key: { userId: 1, createdAt: -1, _id: -1 } },
      { name: 'history-by-status', key: { userId: 1, status: 1, createdAt: -1, _id: -1 } },
      {
        name: 'all',
        key: { createdAt: -1, _id: -1 },
        partialFilterExpression: { createdAt: { $exists: true } },
      },
      { name: 'all-by-status', key: { status: 1, createdAt: -1, _id: -1 } },
      {
        name: 'outbox',
        key: { 'outbox.kind': 1, 'outbox.at': 1 },
        partialFilterExpression: { 'outbox.at': { $exists: true } },
      },
      { name: 'republish', key: { republishAt: 1 }, partialFilterExpression: { republishAt: { $exists: true } } },
      { name: 'purge-voids', key: { purgeAt: 1 }, expireAfterSeconds: 0, partialFilterExpression: { void: true } },
    ],
  },
];
