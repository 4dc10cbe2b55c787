import { v4, v5 } from 'uuid';

// Must never change: the orders that keys stand for would be lost to their repeats.
const namespace = '0f2d8a51-6c8e-4b0e-9d7b-3e1f5a9c4d27';

/** The id of a new order: always the same for one user and key, a new one where there is no key. */
export const orderIdFor = (userId: string, idempotencyKey: string | undefined): string =>
  idempotencyKey === undefined ? v4() : v5(`${userId}:${idempotencyKey}`, namespace);
