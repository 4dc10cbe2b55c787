import type { Order, OutboxEntry, PlacedOrder } from '@orders/order/domain/order';
import { nextStatus } from '@orders/order/domain/order-state';
import { toDocument, type Insertion, type Move } from '@orders/order/store/order-store';
import { fromDocument, isOrder, type OrderDocument, type StoredDocument } from '@orders/order/store/schemas';

/** The collection `orders`; documents are replaced, never changed in place. */
export type Documents = Map<string, StoredDocument>;

/** Runs work on the collection at one moment, on behalf of one process. */
export type RunOnOrders = <T>(what: string, work: (documents: Documents) => T) => Promise<T>;

export const orderIn = (documents: Documents, orderId: string): OrderDocument | undefined => {
  const document = documents.get(orderId);
  return document && isOrder(document) ? document : undefined;
};

export const ordersIn = (documents: Documents): OrderDocument[] => [...documents.values()].filter(isOrder);

export const listIds = (orderIds: string[]) => orderIds.join(', ');

/** The order store: the same guarded writes. */
export const createOrders = (run: RunOnOrders) => ({
  find: (orderId: string) =>
    run(`read ${orderId}`, (documents) => {
      const document = orderIn(documents, orderId);
      return document && fromDocument(document);
    }),

  findMany: (orderIds: string[]) =>
    run(`read ${listIds(orderIds)}`, (documents) =>
      orderIds.flatMap((orderId) => orderIn(documents, orderId) ?? []).map(fromDocument),
    ),

  insert: async (order: PlacedOrder, first: { publish: OutboxEntry; republishAt: Date }): Promise<Insertion> => {
    const document = toDocument(order, first);
    const insert = () => run(`insert ${order.orderId}`, (documents) => insertOver(documents, document));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      // After a write whose result is unknown it looks again, as after one that found something.
      const isInserted = await insert().catch(() => false);
      if (isInserted) return { outcome: 'inserted' };
      const found = await run(`read what is stored under ${order.orderId}`, (documents) =>
        documents.get(order.orderId),
      );
      if (found && isOrder(found)) return { outcome: 'exists', order: fromDocument(found) };
      if (found && found.epoch >= document.epoch) return { outcome: 'expired' };
    }
    return { outcome: 'expired' };
  },

  moveFromPending: ({ orderId, userId, action, reason, at, entries, republishAt }: Move) =>
    run(`${action} ${orderId} where it is Pending`, (documents) => {
      const document = orderIn(documents, orderId);
      if (document?.status !== 'Pending' || document.userId !== (userId ?? document.userId)) return undefined;
      const ended = { ...document, ...(reason !== undefined && { reason }) };
      return fromDocument(
        move(documents, ended, {
          status: nextStatus('Pending', action),
          at,
          entries,
          republishAt,
        }),
      );
    }),

  settle: async (orderIds: string[], at: Date) => {
    await run(`process ${listIds(orderIds)} where Pending`, (documents) => {
      for (const orderId of orderIds) {
        const document = orderIn(documents, orderId);
        if (document?.status !== 'Pending') continue;
        const arrived = { ...document, outbox: document.outbox.filter(({ kind }) => kind !== 'publish') };
        move(documents, arrived, { status: nextStatus('Pending', 'process'), at, entries: [] });
      }
    });
    const current = await run(`read ${listIds(orderIds)}`, (documents) =>
      orderIds.flatMap((orderId) => orderIn(documents, orderId) ?? []),
    );
    const delivered = current.filter(({ status, republishAt }) => status !== 'Pending' && republishAt);
    if (delivered.length > 0)
      await stopRepublishing(
        run,
        delivered.map(({ _id }) => _id),
      );
    return current.map(fromDocument);
  },
});

/** The lists of a user's orders, newest first; only first pages. */
export const createLists = (run: RunOnOrders) => ({
  page: ({ userId, limit }: { userId?: string; limit: number }): Promise<Order[]> =>
    run(`list the orders of ${userId ?? 'all'}`, (documents) => newestOf(documents, userId).slice(0, limit)),
});

export const newestOf = (documents: Documents, userId: string | undefined): Order[] =>
  ordersIn(documents)
    .filter((document) => document.userId === (userId ?? document.userId))
    .map(fromDocument)
    .sort(
      (left, right) => right.createdAt.getTime() - left.createdAt.getTime() || (left.orderId < right.orderId ? 1 : -1),
    );

const stopRepublishing = (run: RunOnOrders, orderIds: string[]) =>
  run(`stop publishing ${listIds(orderIds)}`, (documents) => {
    for (const orderId of orderIds) {
      const document = orderIn(documents, orderId);
      if (!document || document.status === 'Pending') continue;
      const { republishAt: _, ...published } = document;
      documents.set(orderId, published);
    }
  });

/** Inserts over nothing or a tombstone of a smaller epoch; answers whether it did. */
function insertOver(documents: Documents, document: OrderDocument): boolean {
  const stored = documents.get(document._id);
  if (stored && (isOrder(stored) || stored.epoch >= document.epoch)) return false;
  documents.set(document._id, document);
  return true;
}

interface StatusChange {
  status: OrderDocument['status'];
  at: Date;
  entries: OutboxEntry[];
  republishAt?: Date;
}

export function move(
  documents: Documents,
  { republishAt: _, ...document }: OrderDocument,
  { status, at, entries, republishAt }: StatusChange,
): OrderDocument {
  const moved = {
    ...document,
    status,
    updatedAt: at,
    revision: document.revision + 1,
    outbox: [...document.outbox, ...entries],
    ...(republishAt && { republishAt }),
  };
  documents.set(moved._id, moved);
  return moved;
}
