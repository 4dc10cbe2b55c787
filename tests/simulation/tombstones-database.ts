import type { ReservationAttempt } from '@orders/order/domain/order';
import { isOrder } from '@orders/order/store/schemas';
import { listIds, orderIn, type RunOnOrders, type Documents } from './orders-database';

/** The tombstones of expired reservations. */
export const createTombstones = (run: RunOnOrders) => ({
  findOrphans: (attempts: ReservationAttempt[]) =>
    run(`look which of ${listIds(attempts.map(({ orderId }) => orderId))} have no order`, (documents) =>
      attempts.filter(({ orderId }) => !orderIn(documents, orderId)),
    ),

  writeTombstones: async (attempts: ReservationAttempt[]) => {
    const named = attempts.map(({ orderId, epoch }) => `${orderId} epoch ${String(epoch)}`).join(', ');
    await run(`write tombstones of ${named}`, (documents) => {
      for (const attempt of attempts) writeUnlessOrder(documents, attempt);
    });
    return run('look which have tombstones', (documents) =>
      attempts.filter(({ orderId, epoch }) => {
        const stored = documents.get(orderId);
        return stored !== undefined && !isOrder(stored) && stored.epoch >= epoch;
      }),
    );
  },
});

function writeUnlessOrder(documents: Documents, { orderId, epoch }: ReservationAttempt): void {
  const stored = documents.get(orderId);
  if (stored && isOrder(stored)) return;
  const at = new Date(0);
  documents.set(orderId, { _id: orderId, void: true, epoch: Math.max(stored?.epoch ?? 0, epoch), at, purgeAt: at });
}
