import { isOrder } from '@orders/order/store/order-document';
import type { Taking } from '@orders/order/store/void-store';
import { listIds, orderIn, type RunOnOrders, type Documents } from './orders-database';

/** The fence of expired reservations. */
export const createVoids = (run: RunOnOrders) => ({
  withoutOrder: (takings: Taking[]) =>
    run(`look which of ${listIds(takings.map(({ orderId }) => orderId))} have no order`, (documents) =>
      takings.filter(({ orderId }) => !orderIn(documents, orderId)),
    ),

  fence: async (takings: Taking[]) => {
    await run(
      `void ${takings.map(({ orderId, epoch }) => `${orderId} epoch ${String(epoch)}`).join(', ')}`,
      (documents) => {
        for (const taking of takings) voidUnlessOrder(documents, taking);
      },
    );
    return run('look which are void', (documents) =>
      takings.filter(({ orderId, epoch }) => {
        const stored = documents.get(orderId);
        return stored !== undefined && !isOrder(stored) && stored.epoch >= epoch;
      }),
    );
  },
});

function voidUnlessOrder(documents: Documents, { orderId, epoch }: Taking): void {
  const stored = documents.get(orderId);
  if (stored && isOrder(stored)) return;
  const at = new Date(0);
  documents.set(orderId, { _id: orderId, void: true, epoch: Math.max(stored?.epoch ?? 0, epoch), at, purgeAt: at });
}
