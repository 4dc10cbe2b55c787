import type { Order } from '@orders/order/domain/order';
import { createOrderCache } from '@orders/order/store/order-cache';
import { fromDocument } from '@orders/order/store/schemas';
import { createFailOrder } from '@orders/order/use-cases/end-order';
import { createOrders, move, orderIn } from '../simulation/orders-database';
import type { SimulatorFault } from './planted-fault';

/** An order as the cache keeps it. */
export function cachedOrder(text: string): Order {
  const order = JSON.parse(text) as Order;
  return { ...order, createdAt: new Date(order.createdAt) };
}

/** The end of orders: settled, cancelled, or failed by an operator. */
export const endingFaults: SimulatorFault[] = [
  {
    name: 'Settle moves orders whatever they are',
    parts: {
      createOrders: (run) => ({
        ...createOrders(run),
        settle: (orderIds, at) =>
          run(`process ${orderIds.join(', ')}, unguarded`, (documents) =>
            orderIds
              .flatMap((orderId) => orderIn(documents, orderId) ?? [])
              .map((document) =>
                document.status === 'Processed'
                  ? document
                  : move(documents, document, { status: 'Processed', at, entries: [] }),
              )
              .map(fromDocument),
          ),
      }),
    },
  },
  {
    name: 'Cancel reads whether an order is Pending, and then writes without a guard',
    parts: {
      createOrders: (run) => ({
        ...createOrders(run),
        moveFromPending: async (requested) => {
          const { orderId, userId, action, at, entries } = requested;
          if (action !== 'cancel') return createOrders(run).moveFromPending(requested);
          const isPending = await run(`read whether ${orderId} is Pending`, (documents) => {
            const document = orderIn(documents, orderId);
            return document?.status === 'Pending' && document.userId === userId;
          });
          if (!isPending) return undefined;
          return run(`cancel ${orderId}, unguarded`, (documents) => {
            const document = orderIn(documents, orderId);
            return document && fromDocument(move(documents, document, { status: 'Cancelled', at, entries }));
          });
        },
      }),
    },
  },
  {
    name: 'A cancel records the release by a second write, outside the document of the first',
    parts: {
      createOrders: (run) => ({
        ...createOrders(run),
        moveFromPending: async (requested) => {
          const { orderId, action, entries } = requested;
          if (action !== 'cancel') return createOrders(run).moveFromPending(requested);
          const cancelled = await createOrders(run).moveFromPending({ ...requested, entries: [] });
          if (!cancelled) return undefined;
          await run(`record the release of ${orderId}`, (documents) => {
            const document = orderIn(documents, orderId);
            if (document) documents.set(orderId, { ...document, outbox: [...document.outbox, ...entries] });
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
            return text === null ? undefined : cachedOrder(text);
          },
          keep: async (orders) => {
            const write = (order: Order) =>
              needs.redis.eval('', 1, keyOf(order.orderId), JSON.stringify(order), order.revision);
            await Promise.all(orders.map(write)).catch(() => null);
          },
        };
      },
    },
  },
  {
    name: 'An operator fails an order whatever its status is',
    parts: {
      createOrders: (run) => ({
        ...createOrders(run),
        moveFromPending: (requested) => {
          const { orderId, action, at, entries, republishAt } = requested;
          if (action !== 'fail') return createOrders(run).moveFromPending(requested);
          return run(`fail ${orderId}, unguarded`, (documents) => {
            const document = orderIn(documents, orderId);
            if (!document || document.status === 'Failed') return undefined;
            const change = { status: 'Failed' as const, at, entries, republishAt };
            return fromDocument(move(documents, document, change));
          });
        },
      }),
    },
  },
  {
    name: 'An order that an operator fails gets no message',
    parts: {
      createFailOrder: (needs) => {
        const moveFromPending: typeof needs.orders.moveFromPending = ({ entries, ...failure }) =>
          needs.orders.moveFromPending({
            ...failure,
            entries: entries.filter(({ kind }) => kind !== 'publish'),
            republishAt: new Date(8.64e15),
          });
        return createFailOrder({ ...needs, orders: { ...needs.orders, moveFromPending } });
      },
    },
  },
];
