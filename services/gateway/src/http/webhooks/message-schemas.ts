import { orderMessage } from '@orders/proto/order-message';
import { webhookEvents } from '@orders/proto/webhook-events';
import { z } from 'zod';
import { order, orderExample } from '../orders/order-schemas';

/** A message as the AsyncAPI document has it. */
export interface MessageKind {
  name: string;
  summary: string;
  headers: z.ZodObject;
  payload: z.ZodType;
  example: object;
}

const queueHeaders = z
  .object({
    traceparent: z.string().optional().meta({ description: 'W3C trace context of the request that caused it.' }),
    requestId: z.string().optional().meta({ description: '`X-Request-Id` of that request.' }),
  })
  .meta({ id: 'QueueAttributes', description: 'Message attributes of SQS.' });

const deadLetterHeaders = z
  .object({
    ...queueHeaders.shape,
    reason: z.string().optional().meta({ description: 'Why it could not be settled.' }),
  })
  .meta({ id: 'DeadLetterAttributes', description: 'Message attributes of SQS.' });

const { userId, totalAmount, createdAt, items } = orderExample;
const { orderId } = orderExample;

const orderMessageOf = (type: 'order.placed' | 'order.cancelled', summary: string): MessageKind => ({
  name: type,
  summary,
  headers: queueHeaders,
  payload: orderMessage.extend({ type: z.literal(type) }),
  example: {
    ...{ type, version: 1, orderId, userId },
    items: items.map(({ productId, quantity }) => ({ productId, quantity })),
    ...{ totalAmount, createdAt },
  },
});

export const queueMessages: MessageKind[] = [
  orderMessageOf('order.placed', 'An order was stored as Pending, or is still Pending after a while.'),
  orderMessageOf('order.cancelled', 'An order was cancelled; its webhooks are recorded.'),
];

export const deadLetter: MessageKind = {
  name: 'dead-letter',
  summary: 'A message that could not be settled, with its body as it was.',
  headers: deadLetterHeaders,
  payload: z.unknown().meta({ description: 'Whatever was sent: most of these cannot be understood.' }),
  example: { type: 'order.placed', version: 2 },
};

const webhookHeaders = z
  .object({
    'webhook-id': z
      .string()
      .meta({ description: 'The same in every attempt: what was handled already is recognized by it.' }),
    'webhook-timestamp': z.string().meta({ description: 'Seconds since 1970 at which the attempt was made.' }),
    'webhook-signature': z.string().meta({
      description: '`v1,` and the Base64 of the HMAC-SHA256; after a rotation two, separated by a space.',
    }),
  })
  .meta({ id: 'WebhookHeaders', description: 'Headers of the Standard Webhooks specification.' });

const [placed, processed, failed, cancelled] = webhookEvents;
const statuses = {
  [placed]: 'Pending',
  [processed]: 'Processed',
  [failed]: 'Failed',
  [cancelled]: 'Cancelled',
} as const;

const eventOf = (type: (typeof webhookEvents)[number] | 'webhook.test', summary: string): MessageKind => {
  const status = type === 'webhook.test' ? 'Pending' : statuses[type];
  const updatedAt = status === 'Pending' ? createdAt : orderExample.updatedAt;
  const reason = status === 'Failed' ? { reason: 'given up by an operator' } : {};
  return {
    name: type,
    summary,
    headers: webhookHeaders,
    payload: z.object({
      type: z.literal(type),
      timestamp: z.iso.datetime().meta({ description: 'When it happened; the same in every attempt.' }),
      data: z.object({ order }),
    }),
    example: { type, timestamp: updatedAt, data: { order: { ...orderExample, status, updatedAt, ...reason } } },
  };
};

export const webhookMessages: MessageKind[] = [
  eventOf(placed, 'An order was placed.'),
  eventOf(processed, 'An order was processed.'),
  eventOf(failed, 'An order failed for good.'),
  eventOf(cancelled, 'An order was cancelled.'),
  eventOf('webhook.test', 'An admin asked for a test; the order is made up.'),
];
