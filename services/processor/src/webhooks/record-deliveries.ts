import type { PlacedOrder } from '../settle/settle-placed-orders';
import { deliveriesFor, type NewDelivery } from './delivery';
import type { Webhook } from './webhook';

export interface RecordDeliveriesNeeds {
  webhooks: { list: () => Promise<Webhook[]> };
  deliveries: { record: (deliveries: NewDelivery[]) => Promise<void> };
  /** Called when deliveries were recorded. */
  onRecorded: () => void;
  monotonicMs: () => number;
}

/** For so long a list of webhooks may be used; whoever changes them answers only when it has passed. */
export const webhookListMs = 500;

/**
 * Records the deliveries that orders cause, before they are settled. The list of webhooks is read at most twice a second,
 * so without webhooks an order costs nothing; an order placed after a webhook was created is still reported to it.
 */
export function createRecordDeliveries({ webhooks, deliveries, onRecorded, monotonicMs }: RecordDeliveriesNeeds) {
  let cached: { list: Promise<Webhook[]>; readAtMs: number } | undefined;

  const currentList = async (): Promise<Webhook[]> => {
    if (!cached || monotonicMs() - cached.readAtMs >= webhookListMs) {
      // The time is from before the read, for the list may be as old as that.
      const readAtMs = monotonicMs();
      cached = { list: webhooks.list(), readAtMs };
    }
    const { list } = cached;
    try {
      return await list;
    } catch (error) {
      if (cached.list === list) cached = undefined;
      throw error;
    }
  };

  return async (placed: PlacedOrder[]): Promise<void> => {
    const enabled = (await currentList()).filter((webhook) => webhook.enabled);
    if (enabled.length === 0) return;
    await deliveries.record(deliveriesFor(enabled, placed));
    onRecorded();
  };
}
