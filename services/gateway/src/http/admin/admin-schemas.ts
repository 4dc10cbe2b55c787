import { orderStatuses } from '@orders/proto/order-status';
import { z } from 'zod';
import { order } from '../orders/order-schemas';
import { answer, nextCursor, pageQuery, userId } from '../server/fields';

const time = z.iso.datetime().nullable();
const count = z.int().min(0);

export const allOrdersPage = z.strictObject({
  ...pageQuery,
  status: z.enum(orderStatuses).optional(),
  userId: userId.toLowerCase().optional().meta({ description: 'Orders of this user only.' }),
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
    traceId: z.string().nullable().meta({ description: 'The trace in which the order was placed.' }),
  })
  .meta({ id: 'LedgerMail' });

export const storyAnswer = answer('OrderStoryAnswer', {
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
});

export const queueAnswer = answer('QueueAnswer', {
  queue: z.object({
    visible: count,
    inFlight: count,
    delayed: count,
    deadLetters: count,
    mailsOwed: count,
    oldestMailOwedAt: time,
  }),
}).meta({ description: 'Counts of messages are approximate, as reported by the queue.' });

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

export const deadLettersAnswer = answer('DeadLettersAnswer', { deadLetters: z.array(deadLetter), nextCursor });
