import { outcomeEvents, type DeliveryEvent, type DeliveryStatus } from '@orders/proto/webhook-events';
import type { DeliveryKind } from '../webhooks/delivery';
import type { Webhook } from '../webhooks/webhook';
import type { AuditedOrder } from './audit-facts';

export type AuditedWebhook = Pick<Webhook, 'webhookId' | 'events' | 'enabled' | 'updatedAt'>;

export interface AuditedDelivery {
  orderId: string;
  webhookId: string;
  kind: DeliveryKind;
  /** Absent from an outcome that was never claimed. */
  event?: DeliveryEvent;
  state: DeliveryStatus;
}

/** All webhooks, and the deliveries of some orders. */
export interface Deliveries {
  webhooks: AuditedWebhook[];
  deliveries: AuditedDelivery[];
}

/** The webhooks with the deliveries of one order. */
export const deliveriesByOrder = ({ webhooks, deliveries }: Deliveries) => {
  const deliveriesOf = Map.groupBy(deliveries, ({ orderId }) => orderId);
  return (orderId: string): Deliveries => ({ webhooks, deliveries: deliveriesOf.get(orderId) ?? [] });
};

// A delivery is deleted 30 days after it was recorded, which is never before its order was placed.
const purgedAfterMs = 29 * 86_400_000;
// How far clocks may differ, plus how long it takes from recording a delivery to settling its order.
const skewMs = 120_000;

/** What is wrong with the deliveries of one order. */
export function problemsOfDeliveries(order: AuditedOrder, { webhooks, deliveries }: Deliveries, at: Date): string[] {
  const wrong = deliveries.flatMap(({ kind, event = '' }) =>
    kind === 'outcome' && event !== '' && event !== endOf(order)
      ? [`${event} is reported of a ${order.status} order`]
      : [],
  );
  if (!isReported(order, at)) return wrong;
  const missing = webhooks
    .filter((webhook) => isUnchangedSince(webhook, order.updatedAt))
    .flatMap(({ webhookId, events }) =>
      (['order.placed', endOf(order)] as const)
        .filter((event) => event !== undefined && events.includes(event))
        .filter((event) => !deliveries.some((one) => one.webhookId === webhookId && one.kind === kindOf(event)))
        .map((event) => `no delivery of ${String(event)} is recorded for the webhook ${webhookId}`),
    );
  return [...wrong, ...missing];
}

const endOf = ({ status }: AuditedOrder) => (status === 'Pending' ? undefined : outcomeEvents[status]);

const kindOf = (event: DeliveryEvent | undefined): DeliveryKind => (event === 'order.placed' ? 'placed' : 'outcome');

/** Whether its deliveries must be recorded: a Failed or Cancelled order is published until the processor has recorded them. */
const isReported = ({ status, isImported, republishAt, createdAt }: AuditedOrder, at: Date): boolean =>
  status !== 'Pending' && !isImported && !republishAt && at.getTime() - createdAt.getTime() < purgedAfterMs;

/** Whether it was there and enabled when an order was settled, and names the same events as then. */
const isUnchangedSince = ({ enabled, updatedAt }: AuditedWebhook, settledAt: Date): boolean =>
  enabled && updatedAt.getTime() + skewMs <= settledAt.getTime();
