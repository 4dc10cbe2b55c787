import { orderStatuses } from '@orders/proto/order-status';
import { z } from 'zod';
import { order, orderExample, orderedItem } from '../orders/order-schemas';
import { address, answer, pageQuery, trimmedText, userId } from '../server/fields';
import { idempotencyHeaders } from '../server/read-request';

export const time = z.iso.datetime().nullable();
export const count = z.int().min(0);

export const allOrdersPage = z.strictObject({
  ...pageQuery,
  status: z.enum(orderStatuses).optional(),
  userId: userId.toLowerCase().optional().meta({ description: 'Orders of this user only.' }),
  email: address(3, 320)
    .optional()
    .meta({ description: 'Orders of the account with this address only.', examples: ['ada@example.org'] }),
  id: z
    .string()
    .regex(/^[0-9a-fA-F]{8}[0-9a-fA-F-]{0,28}$/, 'must be an order id, or at least the first 8 characters of one')
    .toLowerCase()
    .optional()
    .meta({ description: 'Orders whose id begins so.', examples: ['7b0f3f0a'] }),
});

/** The header of the acts that are not repeated by themselves. */
export const operationHeaders = idempotencyHeaders(
  'A repeated request with the same key is carried out once and gets the same answer; a refusal is not remembered.',
);

export const givenUp = z.strictObject({
  reason: trimmedText(1, 200).meta({
    description: 'What the buyer reads.',
    examples: ['the parcel was damaged in our warehouse'],
  }),
});

const momentOf = (what: string) =>
  z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], 'must be a time such as 2026-11-30T09:15:00Z, or a date')
    .transform((text) => new Date(text))
    .optional()
    .meta({ description: what, examples: ['2026-11-01T00:00:00Z'] });

export const exportQuery = z.strictObject({
  from: momentOf('Orders placed at this time or later; a date means its beginning in UTC.'),
  to: momentOf('Orders placed before this time.'),
  status: z.enum(orderStatuses).optional(),
});

export const exportedOrders = z.string().meta({
  description: 'A line of JSON for each order.',
  examples: [`${JSON.stringify(orderExample)}\n`],
});

const outboxEntry = z.object({
  entryId: z.string(),
  kind: z
    .enum(['publish', 'release'])
    .meta({ description: 'Whether to publish the message of the order, or to release its stock.' }),
  owedAt: time,
});

const reservation = z
  .object({
    state: z.enum(['held', 'committed', 'released', 'expired']),
    epoch: z.int().meta({ description: 'How many times stock was reserved under this order id.' }),
    items: z.array(orderedItem),
    heldAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Reservation' });

const mail = z
  .object({
    state: z.enum(['owed', 'sent', 'rejected', 'dropped']),
    attempts: count,
    owedAt: time,
    finishedAt: time,
    reason: z.string().nullable(),
    traceId: z.string().nullable().meta({ description: 'The trace in which the order was placed.' }),
  })
  .meta({ id: 'LedgerMail' });

const storyExample = {
  order: { ...orderExample, revision: 2 },
  epoch: 1,
  takenOver: false,
  outbox: [],
  messages: { republishes: 0, nextRepublishAt: null },
  reservation: {
    state: 'committed' as const,
    epoch: 1,
    items: orderExample.items,
    heldAt: '2026-11-30T09:15:02.101Z',
    updatedAt: '2026-11-30T09:15:02.352Z',
  },
  mail: {
    state: 'sent' as const,
    attempts: 1,
    owedAt: '2026-11-30T09:15:02.361Z',
    finishedAt: '2026-11-30T09:15:02.871Z',
    reason: null,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  },
  missing: [],
};

export const storyAnswer = answer(
  'OrderStoryAnswer',
  {
    order: order.extend({ revision: z.int() }).meta({ id: 'RevisedOrder' }),
    epoch: z.int().meta({ description: 'The epoch of the reservation that the order stands on.' }),
    takenOver: z
      .boolean()
      .meta({ description: 'Imported from the original system after its end: no reservation, no mail.' }),
    outbox: z.array(outboxEntry).meta({ description: 'What the order service has still to tell other systems.' }),
    messages: z.object({ republishes: count, nextRepublishAt: time }),
    reservation: reservation.nullable(),
    mail: mail.nullable(),
    missing: z
      .array(z.enum(['inventory', 'processor']))
      .meta({ description: 'Services that are unavailable: what they know is null here.' }),
  },
  storyExample,
);
