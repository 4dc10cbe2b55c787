import type { OrderJson } from '@orders/proto/order-json';
import type { AttemptResult } from './attempt-delivery';
import type { DueDelivery } from './delivery';
import type { DueWebhook } from './delivery-store';
import { planDeliveries, type ReadyDelivery } from './plan-deliveries';
import type { Receiver } from './webhook';

export interface SendDeliveriesNeeds {
  deliveries: {
    findDue: (query: { except: string[]; limit: number }) => Promise<DueWebhook[]>;
    postpone: (postponed: { deliveryId: string; delayMs: number }[]) => Promise<void>;
    drop: (deliveryIds: string[]) => Promise<void>;
  };
  orders: { findJson: (orderIds: string[]) => Promise<OrderJson[]> };
  attempt: (receiver: Receiver, ready: ReadyDelivery) => Promise<AttemptResult>;
  /** Called when a receiver was served: there may be more for it. */
  wake: () => void;
  onFailure: (failure: { webhookId: string; error: unknown }) => void;
  monotonicMs: () => number;
  isStopping: () => boolean;
  limits: { total: number; perReceiver: number; page: number };
}

// A receiver that was changed or disabled meanwhile is read again soon.
const pageLifeMs = 5_000;

/**
 * Starts sending what is due, each receiver on its own: a slow or dead one occupies its own places only. `run` returns once
 * everything was started; `idle` resolves when all that was started has ended.
 */
export function createSendDeliveries(needs: SendDeliveriesNeeds) {
  const { deliveries, limits } = needs;
  const running = new Map<string, Promise<void>>();

  const start = (due: DueWebhook, places: number): void => {
    const { webhookId } = due.receiver;
    // After a failure the next interval is waited for.
    const served = serve(needs, due, places)
      .then(needs.wake, (error: unknown) => needs.onFailure({ webhookId, error }))
      .finally(() => running.delete(webhookId));
    running.set(webhookId, served);
  };

  return {
    run: async (): Promise<void> => {
      if (needs.isStopping()) return;
      const found = await deliveries.findDue({ except: [...running.keys()], limit: limits.page });
      const share = Math.floor(limits.total / Math.max(1, running.size + found.length));
      for (const due of found) start(due, Math.max(1, Math.min(limits.perReceiver, share)));
    },
    idle: async (): Promise<void> => {
      await Promise.all(running.values());
    },
  };
}

async function serve(needs: SendDeliveriesNeeds, { receiver, due }: DueWebhook, places: number): Promise<void> {
  const { deliveries, monotonicMs } = needs;
  const startBeforeMs = monotonicMs() + pageLifeMs;
  const plan = planDeliveries(receiver, due, await findOrders(needs, due));
  await Promise.all([deliveries.postpone(plan.wait), deliveries.drop(plan.drop)]);

  const waiting = plan.send.values();
  const page = { isOver: false };
  const sendOneByOne = async () => {
    for (const ready of waiting) {
      if (page.isOver || needs.isStopping() || monotonicMs() >= startBeforeMs) return;
      if ((await needs.attempt(receiver, ready)) === 'gone') page.isOver = true;
    }
  };
  const senders = await Promise.allSettled(Array.from({ length: places }, sendOneByOne));
  const failed = senders.find((sender) => sender.status === 'rejected');
  if (failed) throw failed.reason;
}

const findOrders = ({ orders }: SendDeliveriesNeeds, due: DueDelivery[]): Promise<OrderJson[]> => {
  const orderIds = [...new Set(due.filter(({ kind }) => kind !== 'test').map(({ orderId }) => orderId))];
  return orderIds.length > 0 ? orders.findJson(orderIds) : Promise.resolve([]);
};
