import type { Order } from '@orders/order/domain/order';
import { createOrderCache } from '@orders/order/store/order-cache';
import { fromDocument } from '@orders/order/store/order-document';
import { createFailOrder } from '@orders/order/use-cases/fail-order';
import { createOrders, move, orderIn } from '../simulation/orders-database';
import type { PlantedFault } from './planted-fault';

/** Where orders come to their end. */
export const endingFaults: PlantedFault[] = [
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
  {
    name: 'An order is given up whatever it is',
    parts: {
      createOrders: (ask) => ({
        ...createOrders(ask),
        failPending: ({ orderId, at, owes, republishAt }) =>
          ask(`fail ${orderId}, unguarded`, (documents) => {
            const document = orderIn(documents, orderId);
            if (!document || document.status === 'Failed') return undefined;
            const failed = move(documents, document, { status: 'Failed', at, owes });
            documents.set(orderId, { ...failed, republishAt });
            return fromDocument(failed);
          }),
      }),
    },
  },
  {
    name: 'An order that is given up owes no message',
    parts: {
      createFailOrder: (needs) => {
        const failPending: typeof needs.orders.failPending = ({ owes, ...failure }) =>
          needs.orders.failPending({
            ...failure,
            owes: owes.filter(({ kind }) => kind !== 'publish'),
            republishAt: new Date(8.64e15),
          });
        return createFailOrder({ ...needs, orders: { ...needs.orders, failPending } });
      },
    },
  },
];
