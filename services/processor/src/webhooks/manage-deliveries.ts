import { DomainError } from '@orders/shared/errors';
import type { Delivery } from './delivery';
import type { DeliveryStore } from './delivery-store';
import type { DeliveryLists, DeliveryPage } from './list-deliveries';
import { exampleOrderId } from './plan-deliveries';
import type { RecordWebhookAct } from './record-webhook-act';
import type { Webhook } from './webhook';

export interface ManageDeliveriesNeeds {
  findWebhook: (webhookId: string) => Promise<Webhook>;
  deliveries: Pick<DeliveryStore, 'record' | 'resend'>;
  lists: Pick<DeliveryLists, 'page' | 'find' | 'webhookOf' | 'ofOrders'>;
  recordAct: RecordWebhookAct;
  /** Called when there is something to send. */
  wake: () => void;
  newId: () => string;
  /** The ids of the request that asks for a test. */
  requestIds: () => { requestId: string; traceparent: string };
}

/** What admins do with the deliveries of a webhook. */
export function createManageDeliveries({ findWebhook, deliveries, lists, ...needs }: ManageDeliveriesNeeds) {
  const findEnabled = async (webhookId: string): Promise<void> => {
    const { enabled } = await findWebhook(webhookId);
    if (!enabled) throw webhookDisabled();
  };

  return {
    ofOrders: (orderIds: string[]) => lists.ofOrders(orderIds),

    page: async (page: DeliveryPage) => {
      await findWebhook(page.webhookId);
      return lists.page(page);
    },

    /** Sends a made-up event. */
    test: async ({ operator, webhookId }: { operator: string; webhookId: string }): Promise<Delivery> => {
      await findEnabled(webhookId);
      const deliveryId = `msg_${needs.newId().replaceAll('-', '')}`;
      const complete = await needs.recordAct({ act: 'test', operator, webhookId });
      const example = { orderId: exampleOrderId, kind: 'test', event: 'webhook.test' } as const;
      await deliveries.record([{ deliveryId, webhookId, ...example, ...needs.requestIds() }]);
      needs.wake();
      await complete(deliveryId);
      return foundOr(await lists.find(deliveryId));
    },

    /** Makes a delivery due at once, with the whole series of attempts before it. */
    resend: async ({ operator, deliveryId, ...asked }: ResendDelivery): Promise<Delivery> => {
      const webhookId = asked.webhookId || foundOr(await lists.webhookOf(deliveryId));
      await findEnabled(webhookId);
      const complete = await needs.recordAct({ act: 'resend', operator, webhookId, about: deliveryId });
      const resent = foundOr(await deliveries.resend(webhookId, deliveryId));
      needs.wake();
      await complete(resent.status);
      return resent;
    },
  };
}

export type ManageDeliveries = ReturnType<typeof createManageDeliveries>;

export interface ResendDelivery {
  operator: string;
  /** Empty for whichever webhook the delivery is of. */
  webhookId: string;
  deliveryId: string;
}

function foundOr<Found>(found: Found | undefined): Found {
  if (found !== undefined) return found;
  throw new DomainError('NOT_FOUND', {
    code: 'DELIVERY_NOT_FOUND',
    message: 'there is no such delivery',
  });
}

const webhookDisabled = () =>
  new DomainError('ILLEGAL_STATE', {
    code: 'WEBHOOK_DISABLED',
    message: 'the webhook is disabled, so nothing is sent to it; enable it first',
  });
