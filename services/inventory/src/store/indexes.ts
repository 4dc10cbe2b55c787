import type { CollectionIndexes } from '@orders/shared/migrate';

/** Held reservations are paged by age; what is over is dropped by the database on the day that it names. */
export const inventoryIndexes: CollectionIndexes[] = [
  {
    collection: 'reservations',
    indexes: [
      { name: 'held', key: { state: 1, heldAt: 1, _id: 1 }, partialFilterExpression: { state: 'held' } },
      { name: 'purge', key: { purgeAt: 1 }, expireAfterSeconds: 0 },
    ],
  },
  { collection: 'operations', indexes: [{ name: 'purge', key: { purgeAt: 1 }, expireAfterSeconds: 0 }] },
];
