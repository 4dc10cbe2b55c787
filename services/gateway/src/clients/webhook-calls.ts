import type { ProcessorService } from '@orders/proto';
import type { WebhookDeliveryOutput } from '@orders/proto/processor/v1/WebhookDelivery';
import type { WebhookOutput } from '@orders/proto/processor/v1/Webhook';
import {
  fromWireDeliveryStatus,
  fromWireEvent,
  toWireDeliveryStatus,
  toWireEvent,
  type DeliveryStatus,
  type WebhookEvent,
} from '@orders/proto/webhook-events';
import type { createGrpcClient } from '@orders/shared/grpc-client';
import { requestDeadlineMs } from '@orders/shared/time-limits';
import { isoTime, textOrNull } from './from-wire';

type Client = ReturnType<typeof createGrpcClient<typeof ProcessorService.service>>;

/** Which webhook, and which admin asks. */
export interface Asked {
  webhookId: string;
  operator: string;
}

export interface WebhookChange {
  url?: string | undefined;
  events?: WebhookEvent[] | undefined;
  enabled?: boolean | undefined;
}

export interface DeliveryQuery {
  webhookId: string;
  status?: DeliveryStatus | undefined;
  limit: number;
  cursor: string;
}

/** The calls of the processor that are about webhooks. */
export const createWebhookCalls = ({ unary }: Pick<Client, 'unary'>) => ({
  create: async ({ events, ...asked }: { operator: string; url: string; events: WebhookEvent[] }) => {
    const { webhook, secret } = await unary('CreateWebhook')(
      { ...asked, events: events.map(toWireEvent) },
      requestDeadlineMs,
    );
    return { webhook: toWebhook(webhook), secret };
  },
  list: async () => (await unary('ListWebhooks')({}, requestDeadlineMs)).webhooks.map(toWebhook),
  get: async (webhookId: string) => toWebhook((await unary('GetWebhook')({ webhookId }, requestDeadlineMs)).webhook),
  update: async ({ url, events = [], enabled, ...asked }: Asked & WebhookChange) => {
    const change = { ...(url !== undefined && { url }), ...(enabled !== undefined && { enabled }) };
    const request = { ...asked, ...change, events: events.map(toWireEvent) };
    return toWebhook((await unary('UpdateWebhook')(request, requestDeadlineMs)).webhook);
  },
  remove: async (asked: Asked) => {
    await unary('DeleteWebhook')(asked, requestDeadlineMs);
  },
  rotateSecret: async (asked: Asked) => {
    const { webhook, secret } = await unary('RotateWebhookSecret')(asked, requestDeadlineMs);
    return { webhook: toWebhook(webhook), secret };
  },
  test: async (asked: Asked) => toDelivery((await unary('TestWebhook')(asked, requestDeadlineMs)).delivery),
  listDeliveries: async ({ webhookId, status, limit, cursor }: DeliveryQuery) => {
    const request = { webhookId, status: toWireDeliveryStatus(status), pageSize: limit, pageToken: cursor };
    const { deliveries, nextPageToken } = await unary('ListWebhookDeliveries')(request, requestDeadlineMs);
    return { deliveries: deliveries.map(toDelivery), nextCursor: textOrNull(nextPageToken) };
  },
  resend: async (asked: Asked & { deliveryId: string }) =>
    toDelivery((await unary('ResendWebhookDelivery')(asked, requestDeadlineMs)).delivery),
});

function toWebhook(webhook: WebhookOutput | null) {
  if (!webhook) throw new Error('the processor answered without a webhook');
  return {
    id: webhook.webhookId,
    url: webhook.url,
    events: webhook.events.flatMap((event) => fromWireEvent(event) ?? []),
    enabled: webhook.enabled,
    disabledReason: webhook.disabledReason ?? null,
    failingSince: isoTime(webhook.failingSince),
    createdAt: isoTime(webhook.createdAt),
    updatedAt: isoTime(webhook.updatedAt),
  };
}

function toDelivery(delivery: WebhookDeliveryOutput | null) {
  if (!delivery) throw new Error('the processor answered without a delivery');
  return {
    id: delivery.deliveryId,
    event: fromWireEvent(delivery.event),
    orderId: delivery.orderId,
    status: fromWireDeliveryStatus(delivery.status),
    attempts: delivery.attempts,
    lastStatus: delivery.lastStatus ?? null,
    lastError: delivery.lastError ?? null,
    lastResponse: delivery.lastResponse ?? null,
    nextAttemptAt: isoTime(delivery.nextAttemptAt),
    createdAt: isoTime(delivery.createdAt),
    finishedAt: isoTime(delivery.finishedAt),
  };
}
