import { z } from 'zod';

const operator = z.string().trim().min(1, 'say who does it').max(100);
const messageId = z.string().min(1).max(100);

/** What each call must look like. */
export const requests = {
  getMail: z.object({ orderId: z.guid().toLowerCase() }),
  getMails: z.object({ orderIds: z.array(z.string().max(64)).max(1_000) }),
  listDeadLetters: z.object({ pageSize: z.number().int().min(1).max(100), pageToken: z.string().max(200) }),
  redrive: z.object({
    operator,
    limit: z.number().int().min(1).max(100),
    perSecond: z.number().int().min(1).max(1_000),
    messageId: messageId.or(z.literal('')),
  }),
  listActs: z.object({ limit: z.number().int().min(1).max(1_000) }),
  discard: z.object({ operator, messageId, reason: z.string().trim().min(1).max(200) }),
};
