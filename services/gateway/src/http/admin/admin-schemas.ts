import { orderStatuses } from '@orders/proto/order-status';
import { z } from 'zod';
import { order, orderExample, orderedItem } from '../orders/order-schemas';
import { answer, nextCursor, pageQuery, userId } from '../server/fields';

const time = z.iso.datetime().nullable();
const count = z.int().min(0);

export const allOrdersPage = z.strictObject({
  ...pageQuery,
  status: z.enum(orderStatuses).optional(),
  userId: userId.toLowerCase().optional().meta({ description: 'Orders of this user only.' }),
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

export const deadLetterPage = z.strictObject(pageQuery);

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

export const queueAnswer = answer(
  'QueueAnswer',
  {
    queue: z.object({
      visible: count,
      inFlight: count,
      delayed: count,
      deadLetters: count,
      mailsOwed: count,
      oldestMailOwedAt: time,
    }),
  },
  {
    queue: {
      visible: 3,
      inFlight: 10,
      delayed: 0,
      deadLetters: 1,
      mailsOwed: 14,
      oldestMailOwedAt: '2026-11-30T09:15:01.340Z',
    },
  },
).meta({ description: 'Counts of messages are approximate, as reported by the queue.' });

const deadLetter = z
  .object({
    messageId: z.string(),
    orderId: z.string().nullable().meta({ description: 'null where the message cannot be read.' }),
    reason: z.string().meta({ description: 'Why it is here.' }),
    sentAt: time,
    body: z.string().meta({ description: 'The message as it arrived, at most its first 2,000 characters.' }),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'DeadLetter' });

const deadLetterExample: z.input<typeof deadLetter> = {
  messageId: '5c1a6d4e-1f0b-4f6f-8d3a-9e2b7c4d1a60',
  orderId: orderExample.orderId,
  reason: 'it failed 5 times',
  sentAt: '2026-11-30T09:15:02.140Z',
  body: JSON.stringify({ type: 'order.placed', version: 1, orderId: orderExample.orderId }),
  requestId: '3f0c6a4e-8f5b-4d0e-9a55-0d1c7c2b8e41',
};

export const deadLettersAnswer = answer(
  'DeadLettersAnswer',
  { deadLetters: z.array(deadLetter), nextCursor },
  { deadLetters: [deadLetterExample], nextCursor: null },
);
