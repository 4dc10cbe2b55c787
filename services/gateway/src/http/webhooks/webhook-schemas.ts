import { deliveryStatuses, webhookEvents } from '@orders/proto/webhook-events';
import { z } from 'zod';
import { orderExample } from '../orders/order-schemas';
import { answer, control, nextCursor, pageQuery } from '../server/fields';

const time = z.iso.datetime().nullable();

const webhookId = z
  .guid('must be a UUID')
  .toLowerCase()
  .meta({ override: { format: 'uuid' } });

const urlPattern = String.raw`^https?://[^\s/?#${control}]+[^\s${control}]*$`;

const url = z
  .string()
  .max(2_000, 'must have at most 2,000 characters')
  .regex(new RegExp(urlPattern, 'i'), 'must be an https:// URL')
  .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
  .meta({
    examples: ['https://receiver.example/orders'],
    description: 'Where events are sent: https and a public address, unless WEBHOOK_ALLOW_INSECURE is set.',
  });

const events = z
  .array(z.enum(webhookEvents))
  .min(1, 'must name at least one event')
  .max(20, 'must name at most 20 events')
  .meta({ description: 'The events that it is sent.', examples: [['order.placed', 'order.processed']] });

export const webhookPath = z.object({ id: webhookId });

export const deliveryPath = z.object({
  id: webhookId,
  deliveryId: z.string().regex(/^msg_[0-9a-f]{32}$/, 'must be the id of a delivery'),
});

export const newWebhook = z.strictObject({ url, events }).meta({ id: 'NewWebhook' });

export const webhookChange = z
  .strictObject({
    url: url.optional(),
    events: events.optional(),
    enabled: z
      .boolean()
      .optional()
      .meta({
        description: 'Enabling also sends what became due meanwhile, and forgets earlier failures.',
        examples: [true],
      }),
  })
  .refine((change) => Object.keys(change).length > 0, 'url, events or enabled is required')
  .meta({ id: 'WebhookChange', override: { minProperties: 1 } });

export const deliveryPage = z.strictObject({ ...pageQuery, status: z.enum(deliveryStatuses).optional() });

const webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.enum(webhookEvents)),
    enabled: z.boolean(),
    disabledReason: z.string().nullable().meta({ description: 'Why the system disabled it; null where it did not.' }),
    failingSince: time.meta({ description: 'Since when no attempt has succeeded; null while they do.' }),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Webhook' });

const delivery = z
  .object({
    id: z.string().meta({ description: 'The `webhook-id` of each attempt.' }),
    event: z.enum([...webhookEvents, 'webhook.test']),
    orderId: z.string(),
    status: z.enum(deliveryStatuses),
    attempts: z.int().min(0),
    lastStatus: z.int().nullable().meta({ description: 'The HTTP status of the last answer.' }),
    lastError: z.string().nullable().meta({ description: 'Why the last attempt failed.' }),
    lastResponse: z.string().nullable().meta({ description: 'The beginning of the last answer, at most 1 kB.' }),
    nextAttemptAt: time.meta({ description: 'null where no attempt is to come.' }),
    createdAt: time,
    finishedAt: time,
  })
  .meta({ id: 'WebhookDelivery' });

const webhookExample = {
  id: '0b9ad8a0-6c1f-4d58-9e55-5d2a1c6f7e10',
  url: 'https://receiver.example/orders',
  events: ['order.placed' as const, 'order.processed' as const],
  enabled: true,
  disabledReason: null,
  failingSince: null,
  createdAt: '2026-11-30T09:00:00.000Z',
  updatedAt: '2026-11-30T09:00:00.000Z',
};

const deliveryExample = {
  id: 'msg_4d1c2b6f0a9e8d7c6b5a49382716051f',
  event: 'order.processed' as const,
  orderId: orderExample.orderId,
  status: 'pending' as const,
  attempts: 1,
  lastStatus: 503,
  lastError: 'answered 503',
  lastResponse: 'try again later',
  nextAttemptAt: '2026-11-30T09:15:08.000Z',
  createdAt: '2026-11-30T09:15:02.300Z',
  finishedAt: null,
};

// Bytes that show what they are: a secret that anybody can read is none.
const secretExample = 'whsec_ZXhhbXBsZSBvZiBhIHNlY3JldCwgbm90IG9uZSBhdCBhbGw=';
const secret = z.string().meta({ description: 'Verifies the signatures. It is shown this once.' });

export const webhookAnswer = answer('WebhookAnswer', { webhook }, { webhook: webhookExample });
export const webhooksAnswer = answer('WebhooksAnswer', { webhooks: z.array(webhook) }, { webhooks: [webhookExample] });
export const webhookSecretAnswer = answer(
  'WebhookSecretAnswer',
  { webhook, secret },
  { webhook: webhookExample, secret: secretExample },
);
export const deliveryAnswer = answer('WebhookDeliveryAnswer', { delivery }, { delivery: deliveryExample });
export const deliveriesAnswer = answer(
  'WebhookDeliveriesAnswer',
  { deliveries: z.array(delivery), nextCursor },
  { deliveries: [deliveryExample], nextCursor: null },
);
