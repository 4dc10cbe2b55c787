import { z } from 'zod';
import { nextCursor, pageQuery } from '../server/page';
import { productId } from '../catalogue/catalogue-schemas';

const maxItems = 100;
const maxQuantity = 1_000_000;

export const orderStatuses = ['Pending', 'Processed', 'Failed', 'Cancelled'] as const;

const item = z
  .strictObject({
    productId,
    quantity: z
      .int()
      .min(1)
      .max(maxQuantity)
      .meta({ examples: [2] }),
  })
  .meta({ id: 'Item' });

export const newOrder = z
  .strictObject({
    userId: z
      .string()
      .regex(/^[0-9a-fA-F]{24}$/, 'must be 24 hex digits')
      .meta({ description: 'The account of the caller.', examples: ['66f0c0ffee66f0c0ffee66f0'] }),
    totalAmount: z
      .int()
      .min(1)
      .max(maxItems * maxQuantity)
      .meta({ description: 'The sum of the quantities.', examples: [2] }),
    items: z
      .array(item)
      .min(1)
      .max(maxItems)
      .meta({ description: 'Items of the same product are added up; the sum may pass the limit of one item.' }),
  })
  .meta({ id: 'NewOrder' });

export const orderHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[\x20-\x7e]{1,255}$/, 'must be 1 to 255 printable characters')
    .optional()
    .meta({
      description:
        'The same key and body give the same order, however often they are sent; a refusal is not remembered.',
    }),
});

// Any 32 hex digits in groups: an id that no order can have is unknown, not malformed.
export const orderPath = z.object({
  id: z
    .guid('must be a uuid')
    .toLowerCase()
    .meta({ examples: ['7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b'], override: { format: 'uuid' } }),
});

export const orderPage = z.strictObject({ ...pageQuery, status: z.enum(orderStatuses).optional() });

export const order = z
  .object({
    orderId: z.uuid(),
    userId: z.string(),
    items: z.array(z.object({ productId: z.string(), quantity: z.int() })),
    totalAmount: z.int(),
    status: z.enum(orderStatuses),
    reason: z.string().optional().meta({ description: 'Why it failed, where it did.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Order' });

export const orderAnswer = z.object({ success: z.literal(true), order }).meta({ id: 'OrderAnswer' });
export const placedAnswer = z
  .object({ success: z.literal(true), message: z.string(), order })
  .meta({ id: 'PlacedOrderAnswer' });
export const ordersAnswer = z
  .object({
    success: z.literal(true),
    orders: z.array(order),
    nextCursor,
  })
  .meta({ id: 'OrdersAnswer' });

export const placedHeaders = z.object({
  Location: z.string().meta({ description: 'Where the order is, as `/api/order/{id}`.' }),
  'Idempotent-Replayed': z.literal('true').optional().meta({ description: 'The order was there before this request.' }),
});

export const orderEvent = z
  .object({
    event: z.literal('status'),
    data: z.string().meta({
      description: 'The order as JSON.',
      override: {
        contentMediaType: 'application/json',
        contentSchema: { $ref: '#/components/schemas/Order' },
      },
    }),
  })
  .meta({ id: 'OrderEvent', description: 'One of the server-sent events.' });
