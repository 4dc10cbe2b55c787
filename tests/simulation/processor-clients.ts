import { DomainError } from '@orders/shared/errors';
import type { InventoryApi, OrderApi } from './apis';
import type { SimulatedProcess } from './simulated-process';
import { callReplica } from './replicas';
import type { System } from './system';

/** What a processor asks of its neighbours. */
export function createProcessorClients({ world, inventory, order }: System, process: SimulatedProcess) {
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
      find: (orderIds: string[]) => callOrder(`where ${list(orderIds)} stand`, (api) => api.find(orderIds)),
      fail: async (orderId: string, reason: string) => {
        try {
          return (await callOrder(`fail ${orderId}`, (api) => api.fail({ orderId, reason }))).status;
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'ILLEGAL_TRANSITION') throw error;
          return (error.details as { status: 'Processed' | 'Failed' | 'Cancelled' }).status;
        }
      },
    },
  };
}

export type OrderClient = ReturnType<typeof createProcessorClients>['orders'];
