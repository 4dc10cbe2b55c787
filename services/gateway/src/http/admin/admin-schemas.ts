import { z } from 'zod';
import { order, orderStatuses } from '../orders/order-schemas';
import { nextCursor, pageQuery } from '../server/page';

const time = z.iso.datetime().nullable();
const count = z.int().min(0);
const success = z.literal(true);

export const allOrdersPage = z.strictObject({
  ...pageQuery,
  status: z.enum(orderStatuses).optional(),
  userId: z
    .string()
    .regex(/^[0-9a-fA-F]{24}$/, 'must be 24 hex digits')
    .toLowerCase()
    .optional()
    .meta({ description: 'Orders of this user only.' }),
});

export const deadLetterPage = z.strictObject(pageQuery);

const outboxEntry = z.object({
  entryId: z.string(),
  kind: z.enum(['publish', 'release']).meta({ description: 'The message to the queue, or the stock to inventory.' }),
  owedAt: time,
});

const reservation = z
  .object({
    state: z.enum(['held', 'committed', 'released', 'expired']),
    epoch: z.int().meta({ description: 'How many times stock was taken under this order id.' }),
    items: z.array(z.object({ productId: z.string(), quantity: z.int() })),
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
    traceId: z.string().nullable().meta({ description: 'The trace that the order was placed in.' }),
  })
  .meta({ id: 'LedgerMail' });

export const storyAnswer = z
  .object({
    success,
    order: order.extend({ revision: z.int() }).meta({ id: 'RevisedOrder' }),
    epoch: z.int().meta({ description: 'Which taking of stock the order stands on.' }),
    takenOver: z.boolean().meta({ description: 'It ended in the original system: no reservation, no mail.' }),
    outbox: z.array(outboxEntry).meta({ description: 'What the order still owes to other systems.' }),
    messages: z.object({ republishes: count, nextRepublishAt: time }),
    reservation: reservation.nullable(),
    mail: mail.nullable(),
    missing: z
      .array(z.enum(['inventory', 'processor']))
      .meta({ description: 'Services that did not answer: what they know is null here.' }),
  })
  .meta({ id: 'OrderStoryAnswer' });

export const queueAnswer = z
  .object({
    success,
    queue: z.object({
      visible: count,
      inFlight: count,
      delayed: count,
      deadLetters: count,
      mailsOwed: count,
      oldestMailOwedAt: time,
    }),
  })
  .meta({ id: 'QueueAnswer', description: 'Counts of messages are approximate, as the queue tells them.' });

const deadLetter = z
  .object({
    messageId: z.string(),
    orderId: z.string().nullable().meta({ description: 'null where the message cannot be read.' }),
    reason: z.string().meta({ description: 'Why it is here.' }),
    sentAt: time,
    body: z.string().meta({ description: 'The message as it came, at most its first 2,000 characters.' }),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'DeadLetter' });

export const deadLettersAnswer = z
  .object({ success, deadLetters: z.array(deadLetter), nextCursor })
  .meta({ id: 'DeadLettersAnswer' });
