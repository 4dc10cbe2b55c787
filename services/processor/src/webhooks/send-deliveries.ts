import type { OrderJson } from '@orders/proto/order-json';
import type { AttemptResult } from './attempt-delivery';
import type { DueDelivery } from './delivery';
import type { DueWebhook } from './delivery-store';
import { planDeliveries, type ReadyDelivery } from './plan-deliveries';
import { createReceiverLine, type Page, type ReceiverLine } from './receiver-line';
import type { Receiver } from './webhook';

export interface SendDeliveriesNeeds {
  deliveries: {
    findDue: (query: { except: string[]; limit: number }) => Promise<DueWebhook[]>;
    postpone: (postponed: { deliveryId: string; delayMs: number }[]) => Promise<void>;
    drop: (deliveryIds: string[]) => Promise<void>;
  };
  orders: { findJson: (orderIds: string[]) => Promise<OrderJson[]> };
  attempt: (receiver: Receiver, ready: ReadyDelivery) => Promise<AttemptResult>;
  /** Called when a receiver has a free place and nothing to send in it: there may be more. */
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
  const lines = new Map<string, ReceiverLine>();
  const running = new Set<Promise<void>>();

  const lineOf = (webhookId: string): ReceiverLine => {
    const onFailure = (error: unknown) => needs.onFailure({ webhookId, error });
    const line = lines.get(webhookId) ?? createReceiverLine({ ...needs, onFailure });
    lines.set(webhookId, line);
    return line;
  };
  const start = (due: DueWebhook, places: number): void => {
    const { webhookId } = due.receiver;
    const line = lineOf(webhookId);
    if (line.busy() >= places) return;
    const served = line
      .serve(readPage(needs, due), places)
      .catch((error: unknown) => needs.onFailure({ webhookId, error }))
      .finally(() => {
        running.delete(served);
        if (line.busy() === 0 && !line.isServed()) lines.delete(webhookId);
      });
    running.add(served);
  };
  const isFull = (line: ReceiverLine) => line.isServed() || line.busy() >= limits.perReceiver;

  return {
    run: async (): Promise<void> => {
      if (needs.isStopping()) return;
      const except = [...lines].filter(([, line]) => isFull(line)).map(([webhookId]) => webhookId);
      const found = await deliveries.findDue({ except, limit: limits.page });
      const served = new Set([...lines.keys(), ...found.map(({ receiver }) => receiver.webhookId)]);
      const share = Math.floor(limits.total / Math.max(1, served.size));
      for (const due of found) start(due, Math.max(1, Math.min(limits.perReceiver, share)));
    },
    idle: async (): Promise<void> => {
      await Promise.all(running);
    },
  };
}

async function readPage(needs: SendDeliveriesNeeds, { receiver, due }: DueWebhook): Promise<Page> {
  const { deliveries, monotonicMs } = needs;
  const startBeforeMs = monotonicMs() + pageLifeMs;
  const { send, wait, drop } = planDeliveries(receiver, due, await findOrders(needs, due));
  await Promise.all([deliveries.postpone(wait), deliveries.drop(drop)]);
  return { receiver, send, startBeforeMs };
}

const findOrders = ({ orders }: SendDeliveriesNeeds, due: DueDelivery[]): Promise<OrderJson[]> => {
  const orderIds = [...new Set(due.filter(({ kind }) => kind !== 'test').map(({ orderId }) => orderId))];
  return orderIds.length > 0 ? orders.findJson(orderIds) : Promise.resolve([]);
};
