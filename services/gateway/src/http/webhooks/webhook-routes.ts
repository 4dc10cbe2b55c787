import type { ProcessorClient } from '../../clients/processor-client';
import type { Caller } from '../server/authenticate';
import { defaultPageSize } from '../server/fields';
import { defineRoute, type Route } from '../server/route';
import {
  deliveriesAnswer,
  deliveryAnswer,
  deliveryPage,
  deliveryPath,
  newWebhook,
  webhookAnswer,
  webhookChange,
  webhookPath,
  webhooksAnswer,
  webhookSecretAnswer,
} from './webhook-schemas';

type Processor = Pick<ProcessorClient, 'webhooks'>;

/** Receivers of events, and what was delivered to them. */
export const webhookRoutes = (processor: Processor): Route[] => [
  ...readRoutes(processor),
  ...changeRoutes(processor),
  ...deliveryRoutes(processor),
];

const readRoutes = (processor: Processor): Route[] => [
  defineRoute({
    method: 'get',
    path: '/api/admin/webhooks',
    summary: 'All webhooks, oldest first',
    access: 'admin',
    success: { status: 200, description: 'The webhooks, at most 100.', schema: webhooksAnswer },
    handle: async () => ({ body: { webhooks: await processor.webhooks.list() } }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/admin/webhooks/{id}',
    summary: 'One webhook',
    access: 'admin',
    params: webhookPath,
    success: { status: 200, description: 'The webhook.', schema: webhookAnswer },
    failures: ['WEBHOOK_NOT_FOUND'],
    handle: async ({ params: { id } }) => ({ body: { webhook: await processor.webhooks.get(id) } }),
  }),
];

const changeRoutes = (processor: Processor): Route[] => [
  defineRoute({
    method: 'post',
    path: '/api/admin/webhooks',
    summary: 'Add a webhook',
    description:
      'Every order that is placed after the answer is reported to it. Requests are signed by the Standard Webhooks specification.',
    access: 'admin',
    body: newWebhook,
    success: { status: 201, description: 'The webhook, with its secret.', schema: webhookSecretAnswer },
    failures: ['TOO_MANY_WEBHOOKS', 'WEBHOOK_KEY_MISSING'],
    handle: async ({ body, caller }) => ({
      body: await processor.webhooks.create({ ...body, operator: caller.userId }),
    }),
  }),
  defineRoute({
    method: 'patch',
    path: '/api/admin/webhooks/{id}',
    summary: 'Change a webhook, enable or disable it',
    access: 'admin',
    params: webhookPath,
    body: webhookChange,
    success: { status: 200, description: 'The webhook as it is now.', schema: webhookAnswer },
    failures: ['WEBHOOK_NOT_FOUND'],
    handle: async ({ body, ...call }) => ({
      body: { webhook: await processor.webhooks.update({ ...body, ...askedBy(call) }) },
    }),
  }),
  defineRoute({
    method: 'delete',
    path: '/api/admin/webhooks/{id}',
    summary: 'Delete a webhook',
    description: 'What is still pending for it is not sent any more.',
    access: 'admin',
    params: webhookPath,
    success: { status: 204, description: 'The webhook is deleted.' },
    failures: ['WEBHOOK_NOT_FOUND'],
    handle: async (call) => {
      await processor.webhooks.remove(askedBy(call));
      return {};
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/admin/webhooks/{id}/rotate-secret',
    summary: 'Replace the secret of a webhook',
    description: 'For 24 hours requests are signed with the secret before it, too.',
    access: 'admin',
    params: webhookPath,
    success: { status: 200, description: 'The webhook, with its new secret.', schema: webhookSecretAnswer },
    failures: ['WEBHOOK_NOT_FOUND', 'WEBHOOK_KEY_MISSING', 'SECRET_JUST_ROTATED'],
    handle: async (call) => ({ body: await processor.webhooks.rotateSecret(askedBy(call)) }),
  }),
];

const deliveryRoutes = (processor: Processor): Route[] => [
  defineRoute({
    method: 'post',
    path: '/api/admin/webhooks/{id}/test',
    summary: 'Send a made-up event',
    description: 'Its type is `webhook.test`; the result appears among the deliveries.',
    access: 'admin',
    params: webhookPath,
    success: { status: 202, description: 'The delivery, which is sent at once.', schema: deliveryAnswer },
    failures: ['WEBHOOK_NOT_FOUND', 'WEBHOOK_DISABLED'],
    handle: async (call) => ({ body: { delivery: await processor.webhooks.test(askedBy(call)) } }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/admin/webhooks/{id}/deliveries',
    summary: 'The deliveries of a webhook, newest first',
    description: 'They are kept for 30 days.',
    access: 'admin',
    params: webhookPath,
    query: deliveryPage,
    success: { status: 200, description: 'A page of deliveries.', schema: deliveriesAnswer },
    failures: ['WEBHOOK_NOT_FOUND'],
    handle: async ({ params: { id }, query: { limit = defaultPageSize, cursor = '', status } }) => ({
      body: await processor.webhooks.listDeliveries({ webhookId: id, limit, cursor, status }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/admin/webhooks/{id}/deliveries/{deliveryId}/resend',
    summary: 'Send a delivery again',
    description: 'It is due at once, under the same `webhook-id`, and if it fails, tried again as at first.',
    access: 'admin',
    params: deliveryPath,
    success: { status: 202, description: 'The delivery, which is sent at once.', schema: deliveryAnswer },
    failures: ['WEBHOOK_NOT_FOUND', 'DELIVERY_NOT_FOUND', 'WEBHOOK_DISABLED'],
    handle: async (call) => {
      const asked = { ...askedBy(call), deliveryId: call.params.deliveryId };
      return { body: { delivery: await processor.webhooks.resend(asked) } };
    },
  }),
];

const askedBy = ({ params, caller }: { params: { id: string }; caller: Caller }) => ({
  webhookId: params.id,
  operator: caller.userId,
});
