import type { OutboxEntry, PendingDelivery, RepublishCandidate } from '@orders/order/domain/order';
import { fromDocument } from '@orders/order/store/schemas';
import type { PendingQuery } from '@orders/order/store/outbox-store';
import { orderIn, ordersIn, type RunOnOrders } from './orders-database';

/** The outbox entries of all orders. */
export const createOutbox = (run: RunOnOrders) => ({
  findPending: ({ kind, before, limit }: PendingQuery) =>
    run(`sweep for ${kind}`, (documents): PendingDelivery[] => {
      const isDue = (entry: OutboxEntry) => entry.kind === kind && entry.at < before;
      return ordersIn(documents)
        .filter(({ outbox }) => outbox.some(isDue))
        .slice(0, limit)
        .flatMap((document) =>
          document.outbox.filter(isDue).map((entry) => ({ order: fromDocument(document), entry })),
        );
    }),

  remove: (delivered: { orderId: string; entryId: string }[]) =>
    run(`remove ${delivered.map(({ orderId, entryId }) => `${entryId} of ${orderId}`).join(', ')}`, (documents) => {
      for (const { orderId, entryId } of delivered) {
        const document = orderIn(documents, orderId);
        if (document)
          documents.set(orderId, { ...document, outbox: document.outbox.filter(({ id }) => id !== entryId) });
      }
    }),

  findRepublishable: (now: Date, limit: number) =>
    run('look for orders to publish again', (documents): RepublishCandidate[] =>
      ordersIn(documents)
        .filter(({ republishAt, outbox }) => republishAt && republishAt <= now && outbox.length === 0)
        .slice(0, limit)
        .map((document) => ({
          order: fromDocument(document),
          republishAt: document.republishAt ?? now,
          republishes: document.republishes,
        })),
    ),

  republish: ({ order, republishAt }: RepublishCandidate, again: { entry: OutboxEntry; nextAt: Date }) =>
    run(`publish ${order.orderId} again`, (documents): boolean => {
      const document = orderIn(documents, order.orderId);
      if (document?.republishAt?.getTime() !== republishAt.getTime()) return false;
      documents.set(order.orderId, {
        ...document,
        republishAt: again.nextAt,
        republishes: document.republishes + 1,
        outbox: [...document.outbox, again.entry],
      });
      return true;
    }),
});
