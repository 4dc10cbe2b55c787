import { orderStatuses } from '@orders/proto/order-status';
import { z } from 'zod';
import { orderExample } from '../orders/order-schemas';
import { answer, nextCursor, pageQuery } from '../server/fields';
import { count, time } from './admin-schemas';

export const deadLetterPage = z.strictObject(pageQuery);

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

export const deadLetterPath = z.object({
  messageId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,100}$/, 'must be the id of a message')
    .meta({ examples: [deadLetterExample.messageId] }),
});

export const redrivenAnswer = answer(
  'RedrivenAnswer',
  { redriven: count.meta({ description: 'How many messages were sent again.' }) },
  { redriven: 1 },
);

export const discardedAnswer = answer(
  'DiscardedAnswer',
  {
    orderId: z.string().nullable().meta({ description: 'null where the message cannot be read.' }),
    orderStatus: z
      .enum(orderStatuses)
      .nullable()
      .meta({ description: 'Where its order stands now; null where there is no order.' }),
  },
  { orderId: orderExample.orderId, orderStatus: 'Failed' },
);
