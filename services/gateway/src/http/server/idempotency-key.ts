import { v4, v5 } from 'uuid';
import { z } from 'zod';

/** The header that makes a request safe to repeat; the description says what repeating it does. */
export const idempotencyHeaders = (description: string) =>
  z.object({
    'Idempotency-Key': z
      .string()
      .regex(/^[\x20-\x7e]{1,255}$/, 'must be 1 to 255 printable characters')
      .optional()
      .meta({ description }),
  });

// Must never change: repeated requests would no longer find what was done under their keys.
const namespaces = {
  order: '0f2d8a51-6c8e-4b0e-9d7b-3e1f5a9c4d27',
  operation: '5b7c1e94-2a3f-4d68-8e05-c91d7f60a2b8',
};

const createIdFor =
  (namespace: string) =>
  (userId: string, idempotencyKey: string | undefined): string =>
    idempotencyKey === undefined ? v4() : v5(`${userId}:${idempotencyKey}`, namespace);

/** The id of a new order: always the same for one user and key, a random one without a key. */
export const orderIdFor = createIdFor(namespaces.order);

/** The id of a change of the catalogue, likewise. */
export const operationIdFor = createIdFor(namespaces.operation);
