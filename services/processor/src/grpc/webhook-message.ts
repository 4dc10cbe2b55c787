import type { Webhook as WebhookMessage } from '@orders/proto/processor/v1/Webhook';
import type { WebhookDelivery } from '@orders/proto/processor/v1/WebhookDelivery';
import type { AuditedWebhook as AuditedWebhookMessage } from '@orders/proto/processor/v1/AuditedWebhook';
import type { OrderDelivery } from '@orders/proto/processor/v1/OrderDelivery';
import { toWireEvent, toWireDeliveryStatus } from '@orders/proto/webhook-events';
import { toTimestamp } from '@orders/shared/timestamp';
import type { AuditedDelivery, AuditedWebhook } from '../audit/audit-deliveries';
import type { Delivery } from '../webhooks/delivery';
import type { Webhook } from '../webhooks/webhook';

export const toWebhookMessage = (webhook: Webhook): WebhookMessage => ({
  webhookId: webhook.webhookId,
  url: webhook.url,
  events: webhook.events.map(toWireEvent),
  enabled: webhook.enabled,
  ...(webhook.disabledReason !== undefined && { disabledReason: webhook.disabledReason }),
  createdAt: toTimestamp(webhook.createdAt),
  updatedAt: toTimestamp(webhook.updatedAt),
  ...(webhook.failingSince && { failingSince: toTimestamp(webhook.failingSince) }),
});

export const toDeliveryMessage = ({
  deliveryId,
  event,
  orderId,
  status,
  attempts,
  createdAt,
  ...delivery
}: Delivery): WebhookDelivery => ({
  deliveryId,
  event: toWireEvent(event),
  orderId,
  status: toWireDeliveryStatus(status),
  attempts,
  createdAt: toTimestamp(createdAt),
  ...(delivery.lastStatus !== undefined && { lastStatus: delivery.lastStatus }),
  ...(delivery.lastError !== undefined && { lastError: delivery.lastError }),
  ...(delivery.lastResponse !== undefined && { lastResponse: delivery.lastResponse }),
  ...(delivery.nextAttemptAt && { nextAttemptAt: toTimestamp(delivery.nextAttemptAt) }),
  ...(delivery.finishedAt && { finishedAt: toTimestamp(delivery.finishedAt) }),
});

export const toAuditedWebhookMessage = ({
  webhookId,
  events,
  enabled,
  updatedAt,
}: AuditedWebhook): AuditedWebhookMessage => ({
  webhookId,
  events: events.map(toWireEvent),
  enabled,
  updatedAt: toTimestamp(updatedAt),
});

export const toOrderDeliveryMessage = ({ event, state, ...facts }: AuditedDelivery): OrderDelivery => ({
  ...facts,
  ...(event && { event: toWireEvent(event) }),
  status: toWireDeliveryStatus(state),
});
