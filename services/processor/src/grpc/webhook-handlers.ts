import type { ProcessorServiceHandlers } from '@orders/proto/processor/v1/ProcessorService';
import { fromWireDeliveryStatus, fromWireEvent, webhookEvents } from '@orders/proto/webhook-events';
import type { createUnary } from '@orders/shared/grpc-unary';
import { parse } from '@orders/shared/parse';
import { z } from 'zod';
import type { ManageDeliveries } from '../webhooks/manage-deliveries';
import type { ManageWebhooks } from '../webhooks/manage-webhooks';
import {
  toAuditedWebhookMessage,
  toDeliveryMessage,
  toOrderDeliveryMessage,
  toWebhookMessage,
} from './webhook-message';

const operator = z.string().trim().min(1, 'is required').max(100);
const webhookId = z.string().max(100);
const deliveryId = z.string().max(100);
const url = z.string().max(2_000);
const events = z
  .array(z.string().transform((event) => fromWireEvent(event as never)))
  .pipe(z.array(z.enum(webhookEvents)))
  .transform((named) => [...new Set(named)]);

const requests = {
  create: z.object({ operator, url, events: events.refine((named) => named.length > 0, 'must name an event') }),
  one: z.object({ webhookId }),
  update: z.object({ operator, webhookId, url: url.optional(), events, enabled: z.boolean().optional() }),
  act: z.object({ operator, webhookId }),
  page: z.object({
    webhookId,
    status: z.string().transform((status) => fromWireDeliveryStatus(status as never)),
    pageSize: z.number().int().min(1).max(100),
    pageToken: z.string().max(200),
  }),
  resend: z.object({ operator, webhookId, deliveryId }),
  ofOrders: z.object({ orderIds: z.array(z.string().max(64)).max(100) }),
};

export interface WebhookHandlerNeeds {
  unary: ReturnType<typeof createUnary>;
  manageWebhooks: ManageWebhooks;
  manageDeliveries: ManageDeliveries;
}

type WebhookHandlers = Pick<
  ProcessorServiceHandlers,
  | 'CreateWebhook'
  | 'ListWebhooks'
  | 'GetWebhook'
  | 'UpdateWebhook'
  | 'DeleteWebhook'
  | 'RotateWebhookSecret'
  | 'TestWebhook'
  | 'ListWebhookDeliveries'
  | 'ResendWebhookDelivery'
  | 'GetDeliveries'
>;

/** Serves admins: the webhooks and their deliveries. */
export const createWebhookHandlers = ({
  unary,
  manageWebhooks,
  manageDeliveries,
}: WebhookHandlerNeeds): WebhookHandlers => ({
  CreateWebhook: unary(async (request) => {
    const { webhook, secret } = await manageWebhooks.create(parse(requests.create, request));
    return { webhook: toWebhookMessage(webhook), secret };
  }),
  ListWebhooks: unary(async () => ({ webhooks: (await manageWebhooks.list()).map(toWebhookMessage) })),
  GetWebhook: unary(async (request) => ({
    webhook: toWebhookMessage(await manageWebhooks.find(parse(requests.one, request).webhookId)),
  })),
  UpdateWebhook: unary(async (request) => {
    const { url, events, enabled, ...asked } = parse(requests.update, request);
    const change = {
      ...(url !== undefined && { url }),
      ...(events.length > 0 && { events }),
      ...(enabled !== undefined && { enabled }),
    };
    return { webhook: toWebhookMessage(await manageWebhooks.update({ ...asked, ...change })) };
  }),
  DeleteWebhook: unary(async (request) => {
    await manageWebhooks.remove(parse(requests.act, request));
    return {};
  }),
  RotateWebhookSecret: unary(async (request) => {
    const { webhook, secret } = await manageWebhooks.rotateSecret(parse(requests.act, request));
    return { webhook: toWebhookMessage(webhook), secret };
  }),
  TestWebhook: unary(async (request) => ({
    delivery: toDeliveryMessage(await manageDeliveries.test(parse(requests.act, request))),
  })),
  ListWebhookDeliveries: unary(async (request) => {
    const { deliveries, nextPageToken } = await manageDeliveries.page(parse(requests.page, request));
    return { deliveries: deliveries.map(toDeliveryMessage), nextPageToken };
  }),
  ResendWebhookDelivery: unary(async (request) => ({
    delivery: toDeliveryMessage(await manageDeliveries.resend(parse(requests.resend, request))),
  })),
  GetDeliveries: unary(async (request) => {
    const { webhooks, deliveries } = await manageDeliveries.ofOrders(parse(requests.ofOrders, request).orderIds);
    return { webhooks: webhooks.map(toAuditedWebhookMessage), deliveries: deliveries.map(toOrderDeliveryMessage) };
  }),
});
