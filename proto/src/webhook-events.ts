import type { WebhookDeliveryStatusOutput } from './generated/orderplacing/processor/v1/WebhookDeliveryStatus';
import type { OrderStatus } from './order-status';
import type { WebhookEventOutput } from './generated/orderplacing/processor/v1/WebhookEvent';

/** What a webhook may ask for. */
export const webhookEvents = ['order.placed', 'order.processed', 'order.failed', 'order.cancelled'] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

/** The event that the end of an order is. */
export const outcomeEvents = {
  Processed: 'order.processed',
  Failed: 'order.failed',
  Cancelled: 'order.cancelled',
} as const satisfies Record<Exclude<OrderStatus, 'Pending'>, WebhookEvent>;

/** What a delivery may report: an event, or a test that an admin asked for. */
export type DeliveryEvent = WebhookEvent | 'webhook.test';

const wireEvents = {
  'order.placed': 'WEBHOOK_EVENT_ORDER_PLACED',
  'order.processed': 'WEBHOOK_EVENT_ORDER_PROCESSED',
  'order.failed': 'WEBHOOK_EVENT_ORDER_FAILED',
  'order.cancelled': 'WEBHOOK_EVENT_ORDER_CANCELLED',
  'webhook.test': 'WEBHOOK_EVENT_WEBHOOK_TEST',
} as const satisfies Record<DeliveryEvent, WebhookEventOutput>;

export const toWireEvent = (event: DeliveryEvent): WebhookEventOutput => wireEvents[event];

/** The event that a message carries; undefined where it is unspecified. */
export const fromWireEvent = (wireEvent: WebhookEventOutput): DeliveryEvent | undefined =>
  ([...webhookEvents, 'webhook.test'] as const).find((event) => wireEvents[event] === wireEvent);

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const;

/** The state of a delivery. */
export type DeliveryStatus = (typeof deliveryStatuses)[number];

const wireStatuses = {
  pending: 'WEBHOOK_DELIVERY_STATUS_PENDING',
  delivered: 'WEBHOOK_DELIVERY_STATUS_DELIVERED',
  failed: 'WEBHOOK_DELIVERY_STATUS_FAILED',
} as const satisfies Record<DeliveryStatus, WebhookDeliveryStatusOutput>;

/** The status as messages carry it; unspecified where there is none. */
export const toWireDeliveryStatus = (status: DeliveryStatus | undefined): WebhookDeliveryStatusOutput =>
  status ? wireStatuses[status] : 'WEBHOOK_DELIVERY_STATUS_UNSPECIFIED';

/** The status that a message carries; undefined where it is unspecified. */
export const fromWireDeliveryStatus = (wireStatus: WebhookDeliveryStatusOutput): DeliveryStatus | undefined =>
  deliveryStatuses.find((status) => wireStatuses[status] === wireStatus);
