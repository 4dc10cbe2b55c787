import { toDocument } from '@orders/order/store/order-store';
import { isOrder } from '@orders/order/store/schemas';
import { createPlaceOrder } from '@orders/order/use-cases/place-order';
import { createOrders, orderIn } from '../simulation/orders-database';
import type { SimulatorFault } from './planted-fault';

/** Where orders are placed. */
export const placingFaults: SimulatorFault[] = [
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
    name: 'An order is stored over a tombstone of its own epoch',
    parts: {
      createOrders: (run) => ({
        ...createOrders(run),
        insert: async (order, first) => {
          const isInserted = await run(`insert ${order.orderId} over anything but an order`, (documents) => {
            if (orderIn(documents, order.orderId)) return false;
            documents.set(order.orderId, toDocument(order, first));
            return true;
          });
          if (isInserted) return { outcome: 'inserted' };
          return createOrders(run).insert(order, first);
        },
      }),
    },
  },
  {
    name: 'An order is never stored over a tombstone',
    parts: {
      createOrders: (run) => ({
        ...createOrders(run),
        insert: async (order, first) => {
          const isTombstone = await run(`look for a tombstone of ${order.orderId}`, (documents) => {
            const stored = documents.get(order.orderId);
            return stored !== undefined && !isOrder(stored);
          });
          return isTombstone ? { outcome: 'expired' } : createOrders(run).insert(order, first);
        },
      }),
    },
  },
];
