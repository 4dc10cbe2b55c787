import { items, maxProductQuantity, wholeNumber } from '@orders/proto/items';
import { orderStatuses } from '@orders/proto/order-status';
import { z } from 'zod';
import { answer, money, moneyAmount, nextCursor, pageQuery, userId } from '../server/fields';
import { idempotencyHeaders } from '../server/read-request';

const expectedTotal = z
  .strictObject({
    amount: moneyAmount,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be the ISO 4217 code of a currency, such as EUR')
      .meta({ examples: ['EUR'] }),
  })
  .meta({
    id: 'ExpectedTotal',
    description: 'What the order must cost, all items together; an order that would cost something else is not placed.',
  });

export const newOrder = z
  .strictObject({
    userId: userId.optional().meta({
      description: 'The account of the caller; checked where it is sent.',
      examples: ['66f0c0ffee66f0c0ffee66f0'],
    }),
    totalAmount: wholeNumber(1, maxProductQuantity)
      .optional()
      .meta({
        description: 'The sum of the quantities; checked where it is sent.',
        examples: [2],
      }),
    total: expectedTotal.optional(),
    items: items.meta({
      description: 'Quantities of the same product are added up; the sum may exceed the limit of one item.',
    }),
  })
  .meta({ id: 'NewOrder' });

export const orderHeaders = idempotencyHeaders(
  'The same key and body give the same order, however often they are sent; a refusal is not remembered.',
);

// Any 32 hex digits in groups: an id that no order can have is unknown, not malformed.
export const orderPath = z.object({
  id: z
    .guid('must be a UUID')
    .toLowerCase()
    .meta({ examples: ['7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b'], override: { format: 'uuid' } }),
});

export const orderPage = z.strictObject({ ...pageQuery, status: z.enum(orderStatuses).optional() });

export const orderedItem = z
  .object({ productId: z.string(), name: z.string(), quantity: z.int(), unitPrice: z.int() })
  .meta({
    id: 'OrderedItem',
    description:
      'Name and unit price are those of the moment in which the stock was taken, and never change. Orders from before prices cost 0.',
  });

export const order = z
  .object({
    orderId: z.uuid(),
    userId: z.string(),
    items: z.array(orderedItem),
    totalAmount: z.int().meta({ description: 'The sum of the quantities.' }),
    total: money.meta({ description: 'What the items cost together.' }),
    status: z.enum(orderStatuses),
    reason: z.string().optional().meta({ description: 'Why the order failed.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Order' });

const pendingExample: z.input<typeof order> = {
  orderId: '7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b',
  userId: '66f0c0ffee66f0c0ffee66f0',
  items: [{ productId: 'prod1', name: 'Shirt', quantity: 2, unitPrice: 1_999 }],
  totalAmount: 2,
  total: { amount: 3_998, currency: 'EUR' },
  status: 'Pending',
  createdAt: '2026-11-30T09:15:02.114Z',
  updatedAt: '2026-11-30T09:15:02.114Z',
};

/** The order of the examples, once it is processed. */
export const orderExample: z.input<typeof order> = {
  ...pendingExample,
  status: 'Processed',
  updatedAt: '2026-11-30T09:15:02.387Z',
};

export const cancelledExample = { success: true, order: { ...orderExample, status: 'Cancelled' } };

export const orderAnswer = answer('OrderAnswer', { order }, { order: orderExample });
export const placedAnswer = answer(
  'PlacedOrderAnswer',
  { message: z.string(), order },
  { message: 'order placed', order: pendingExample },
);
export const ordersAnswer = answer(
  'OrdersAnswer',
  { orders: z.array(order), nextCursor },
  { orders: [orderExample], nextCursor: null },
);

export const placedHeaders = z.object({
  Location: z.string().meta({ description: 'The path of the order, `/api/order/{id}`.' }),
  'Idempotent-Replayed': z
    .literal('true')
    .optional()
    .meta({ description: 'The order was placed by an earlier request.' }),
});

export const orderEventHeaders = z.object({
  'Last-Event-ID': z
    .string()
    .optional()
    .meta({ description: 'The `id` of the last event that was received; an `EventSource` sends it by itself.' }),
});

export const orderEvent = z
  .object({
    event: z.literal('status'),
    id: z.string().meta({ description: 'The revision of the order.', examples: ['2'] }),
    retry: z
      .int()
      .optional()
      .meta({
        description: 'In the first event: after how many milliseconds to reconnect.',
        examples: [2_500],
      }),
    data: z.string().meta({
      description: 'The order as JSON.',
      override: {
        contentMediaType: 'application/json',
        contentSchema: { $ref: '#/components/schemas/Order' },
      },
    }),
  })
  .meta({
    id: 'OrderEvent',
    description: 'One of the server-sent events.',
    examples: [{ event: 'status', id: '2', data: JSON.stringify(orderExample) }],
  });
