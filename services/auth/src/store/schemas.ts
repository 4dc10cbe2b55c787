import type { CollectionIndexes } from '@orders/shared/migrate';

/** One account an address; families are dropped by the database once they could not be refreshed any more. */
export const authIndexes: CollectionIndexes[] = [
  { collection: 'users', indexes: [{ name: 'email', key: { emailKey: 1 }, unique: true }] },
  { collection: 'refreshFamilies', indexes: [{ name: 'expiry', key: { expiresAt: 1 }, expireAfterSeconds: 0 }] },
];
