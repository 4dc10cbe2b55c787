import type { Order } from '@orders/order/domain/order';
import { createOrderCache } from '@orders/order/store/order-cache';
import { createPlaceOrder } from '@orders/order/use-cases/place-order';
import { createLists, createOrders, type Documents, type RunOnOrders } from '../simulation/orders-database';
import { cachedOrder } from './ending-faults';
import type { SimulatorFault } from './planted-fault';

const lag = 8;

/** Another member of the replica set, which gets the writes of the primary late. */
function onSecondary(run: RunOnOrders): RunOnOrders {
  return (what, work) => run(`${what} on a secondary`, (documents) => work(secondaryOf(documents)));
}

const secondaries = new WeakMap<Documents, { copy: Documents; age: number }>();

function secondaryOf(documents: Documents): Documents {
  const known = secondaries.get(documents);
  if (known && known.age < lag) {
    known.age += 1;
    return known.copy;
  }
  const copy = new Map(documents);
  secondaries.set(documents, { copy, age: 0 });
  return copy;
}

/** Faults that leave what is stored in order, and show buyers what is not true. */
export const historyFaults: (SimulatorFault & { breaks: string })[] = [
  {
    name: 'The order cache is written out of order',
    breaks: 'a read shows an older state',
    firstSeed: 400,
    parts: {
      createOrderCache: ({ redis, log }) => ({
        ...createOrderCache({ redis, log }),
        find: async (orderId) => {
          const text = await redis.get(`order:${orderId}`).catch(() => null);
          return text === null ? undefined : cachedOrder(text);
        },
        // Over whatever is there, whichever is newer.
        keep: async (orders) => {
          const write = (order: Order) => redis.eval('', 1, `order:${order.orderId}`, JSON.stringify(order), Infinity);
          await Promise.all(orders.map(write)).catch(() => null);
        },
      }),
    },
  },
  {
    name: 'An order is read from a secondary',
    breaks: 'an acknowledged order is not found',
    parts: {
      createOrders: (run) => ({ ...createOrders(run), find: createOrders(onSecondary(run)).find }),
    },
  },
  {
    name: 'A list is read without a majority',
    breaks: 'a list lacks an acknowledged order',
    parts: { createLists: (run) => createLists(onSecondary(run)) },
  },
  {
    name: 'An attempt that crashed while storing is answered',
    breaks: 'an acknowledged order is not found',
    firstSeed: 300,
    parts: {
      createPlaceOrder: (needs) => {
        const insert: typeof needs.orders.insert = (order, first) =>
          needs.orders.insert(order, first).catch(() => ({ outcome: 'inserted' }));
        return createPlaceOrder({ ...needs, orders: { ...needs.orders, insert } });
      },
    },
  },
];
