import { DomainError } from '@orders/shared/errors';
import { orderJson } from '../support/order-json';
import type { InventoryApi, OrderApi } from './apis';
import { callReplica } from './replicas';
import type { SimulatedProcess } from './simulated-process';
import type { System } from './system';

/** The processor's clients of the other services. */
export function createProcessorClients({ world, inventory, order, erasedBuyers }: System, process: SimulatedProcess) {
  const timeoutMs = 3_000;
  const callInventory = <Answer>(what: string, work: (api: InventoryApi) => Promise<Answer>) =>
    callReplica(world, { from: process, to: inventory, what, timeoutMs, work });
  const callOrder = <Answer>(what: string, work: (api: OrderApi) => Promise<Answer>) =>
    callReplica(world, { from: process, to: order, what, timeoutMs, work });
  const list = (orderIds: string[]) => orderIds.join(', ');

  return {
    inventory: {
      commit: (orderIds: string[]) => callInventory(`commit ${list(orderIds)}`, (api) => api.commit(orderIds)),
    },
    orders: {
      settle: (orderIds: string[]) => callOrder(`settle ${list(orderIds)}`, (api) => api.settle(orderIds)),
      find: (orderIds: string[]) => callOrder(`read orders ${list(orderIds)}`, (api) => api.find(orderIds)),
      findJson: async (orderIds: string[]) =>
        (await callOrder(`read orders ${list(orderIds)}`, (api) => api.find(orderIds))).map(orderJson),
      fail: async (orderId: string, reason: string) => {
        try {
          return (await callOrder(`fail ${orderId}`, (api) => api.fail({ orderId, reason }))).status;
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'ILLEGAL_TRANSITION') throw error;
          return (error.details as { status: 'Processed' | 'Failed' | 'Cancelled' }).status;
        }
      },
    },
    buyers: {
      find: (userIds: string[]) =>
        process.effect('auth', 'read the buyers', () =>
          userIds
            .filter((userId) => !erasedBuyers.has(userId))
            .map((userId) => ({ userId, name: 'A buyer', email: `${userId}@example.com` })),
        ),
    },
  };
}
