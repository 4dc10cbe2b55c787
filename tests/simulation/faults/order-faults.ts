import { isOrder } from '@orders/order/store/order-document';
import type { Order } from '@orders/order/domain/order';
import { createOrderCache } from '@orders/order/store/order-cache';
import { createExpireReservations } from '@orders/order/use-cases/expire-reservations';
import { createOutboxRelay } from '@orders/order/queue/outbox-relay';
import { createPlaceOrder } from '@orders/order/use-cases/place-order';
import { createOrders, createOutbox, createVoids, move, orderIn } from '../orders-database';
import { fromDocument, toDocument } from '@orders/order/store/order-document';
import type { PlantedFault } from './planted-fault';

/** In the place where orders are placed. */
const placing: PlantedFault[] = [
  {
    name: 'Place releases the stock when the insert is not answered',
    parts: {
      createPlaceOrder: (needs) => {
        const { release } = needs.inventory as unknown as { release: (orderIds: string[]) => Promise<void> };
        const insert: typeof needs.orders.insert = async (order, first) => {
          try {
            return await needs.orders.insert(order, first);
          } catch (error) {
            await release([order.orderId]);
            throw error;
          }
        };
        return createPlaceOrder({ ...needs, orders: { ...needs.orders, insert } });
      },
    },
  },
  {
    name: 'Reserve does not look at the body',
    parts: {
      createPlaceOrder: (needs) => {
        const reserve: typeof needs.inventory.reserve = (request) =>
          needs.inventory.reserve({ ...request, bodyHash: 'any' });
        return createPlaceOrder({ ...needs, inventory: { reserve } });
      },
    },
  },
  {
    name: 'A stored order is answered to another body',
    parts: { createPlaceOrder: (needs) => createPlaceOrder({ ...needs, hash: () => 'any' }) },
  },
  {
    name: 'An order is stored over a Void of its own epoch',
    parts: {
      createOrders: (ask) => ({
        ...createOrders(ask),
        insert: async (order, first) => {
          const isIn = await ask(`insert ${order.orderId} over anything but an order`, (documents) => {
            if (orderIn(documents, order.orderId)) return false;
            documents.set(order.orderId, toDocument(order, first));
            return true;
          });
          if (isIn) return { outcome: 'inserted' };
          return createOrders(ask).insert(order, first);
        },
      }),
    },
  },
  {
    name: 'An order is never stored over a Void',
    parts: {
      createOrders: (ask) => ({
        ...createOrders(ask),
        insert: async (order, first) => {
          const isVoid = await ask(`look for a Void of ${order.orderId}`, (documents) => {
            const stored = documents.get(order.orderId);
            return stored !== undefined && !isOrder(stored);
          });
          return isVoid ? { outcome: 'fenced' } : createOrders(ask).insert(order, first);
        },
      }),
    },
  },
];

/** Where orders come to their end. */
const ending: PlantedFault[] = [
  {
    name: 'Settle moves orders whatever they are',
    parts: {
      createOrders: (ask) => ({
        ...createOrders(ask),
        settle: (orderIds, at) =>
          ask(`process ${orderIds.join(', ')}, unguarded`, (documents) =>
            orderIds
              .flatMap((orderId) => orderIn(documents, orderId) ?? [])
              .map((document) =>
                document.status === 'Processed'
                  ? document
                  : move(documents, document, { status: 'Processed', at, owes: [] }),
              )
              .map(fromDocument),
          ),
      }),
    },
  },
  {
    name: 'Cancel reads whether an order is Pending, and then writes without a guard',
    parts: {
      createOrders: (ask) => ({
        ...createOrders(ask),
        moveFromPending: async ({ orderId, userId, at, owes }) => {
          const isPending = await ask(`read whether ${orderId} is Pending`, (documents) => {
            const document = orderIn(documents, orderId);
            return document?.status === 'Pending' && document.userId === userId;
          });
          if (!isPending) return undefined;
          return ask(`cancel ${orderId}, unguarded`, (documents) => {
            const document = orderIn(documents, orderId);
            return document && fromDocument(move(documents, document, { status: 'Cancelled', at, owes: [owes] }));
          });
        },
      }),
    },
  },
  {
    name: 'The release of a cancel is owed by a second write, outside the document of the first',
    parts: {
      createOrders: (ask) => ({
        ...createOrders(ask),
        moveFromPending: async ({ orderId, userId, at, owes }) => {
          const cancelled = await ask(`cancel ${orderId} where Pending`, (documents) => {
            const document = orderIn(documents, orderId);
            if (document?.status !== 'Pending' || document.userId !== userId) return undefined;
            return fromDocument(move(documents, document, { status: 'Cancelled', at, owes: [] }));
          });
          if (!cancelled) return undefined;
          await ask(`owe the release of ${orderId}`, (documents) => {
            const document = orderIn(documents, orderId);
            if (document) documents.set(orderId, { ...document, outbox: [...document.outbox, owes] });
          });
          return cancelled;
        },
      }),
    },
  },
  {
    name: 'A cached order is answered also when it is not final',
    parts: {
      createOrderCache: (needs) => {
        const keyOf = (orderId: string) => `order:${orderId}`;
        return {
          ...createOrderCache(needs),
          find: async (orderId) => {
            const text = await needs.redis.get(keyOf(orderId)).catch(() => null);
            return text === null ? undefined : (JSON.parse(text) as Order);
          },
          keep: async (orders) => {
            const pipeline = needs.redis.pipeline();
            for (const order of orders) {
              pipeline.eval('', 1, keyOf(order.orderId), JSON.stringify(order), order.revision);
            }
            await pipeline.exec().catch(() => null);
          },
        };
      },
    },
  },
];

/** Outboxes, the sweep that publishes again, and the expiry. */
const sweeping: PlantedFault[] = [
  {
    name: 'An outbox is written as a whole',
    parts: {
      createOutbox: (ask) => ({
        ...createOutbox(ask),
        remove: async (owed) => {
          const left = await ask('read outboxes', (documents) =>
            owed.map(({ orderId, entryId }) => ({
              orderId,
              outbox: orderIn(documents, orderId)?.outbox.filter(({ id }) => id !== entryId) ?? [],
            })),
          );
          await ask('write outboxes', (documents) => {
            for (const { orderId, outbox } of left) {
              const document = orderIn(documents, orderId);
              if (document) documents.set(orderId, { ...document, outbox });
            }
          });
        },
      }),
    },
  },
  {
    name: 'An outbox entry is removed before its effect was acknowledged',
    parts: {
      createOutboxRelay: (needs) => {
        const relay = createOutboxRelay(needs);
        return {
          ...relay,
          relay: async (order, entry) => {
            await needs.outbox.remove([{ orderId: order.orderId, entryId: entry.id }]).catch(() => undefined);
            return relay.relay(order, entry);
          },
        };
      },
    },
  },
  {
    name: 'The sweep leaves releases behind',
    parts: {
      createOutbox: (ask) => {
        const outbox = createOutbox(ask);
        return {
          ...outbox,
          owedBefore: (query) => (query.kind === 'release' ? Promise.resolve([]) : outbox.owedBefore(query)),
        };
      },
    },
  },
  {
    name: 'Nothing is ever published again',
    parts: { createOutbox: (ask) => ({ ...createOutbox(ask), republishable: () => Promise.resolve([]) }) },
  },
  {
    name: 'A reservation expires without a Void',
    parts: {
      createExpireReservations: (needs) =>
        createExpireReservations({ ...needs, voids: { ...needs.voids, fence: (takings) => Promise.resolve(takings) } }),
    },
  },
  {
    name: 'A reservation expires though its order is stored',
    parts: {
      createExpireReservations: (needs) => {
        const asTheyAre = <T>(takings: T) => Promise.resolve(takings);
        return createExpireReservations({ ...needs, voids: { withoutOrder: asTheyAre, fence: asTheyAre } });
      },
    },
  },
  {
    name: 'A Void is written over an order that came meanwhile',
    parts: {
      createVoids: (ask) => ({
        ...createVoids(ask),
        fence: (takings) =>
          ask('write Voids over anything', (documents) => {
            const at = new Date(0);
            for (const { orderId, epoch } of takings)
              documents.set(orderId, { _id: orderId, void: true, epoch, at, purgeAt: at });
            return takings;
          }),
      }),
    },
  },
];

export const orderFaults: PlantedFault[] = [...placing, ...ending, ...sweeping];
