import { z } from 'zod';

const maxIds = 1_000;

const orderId = z.guid().toLowerCase();
// An id that no order can have is unknown, not malformed.
const anyOrderId = z.guid().toLowerCase();
const userId = z.string().regex(/^[0-9a-f]{24}$/i, 'is not 24 hex digits');
const item = z.object({
  productId: z.string().min(1).max(64),
  quantity: z.number().int().min(1).max(100_000_000),
});

/** What each call must look like; the gateway has checked it already, but it is not the only caller. */
export const requests = {
  place: z.object({ orderId, userId, items: z.array(item).min(1).max(100), hasIdempotencyKey: z.boolean() }),
  own: z.object({ orderId, userId }),
  list: z.object({ userId, pageSize: z.number().int().min(1).max(100), pageToken: z.string().max(200) }),
  find: z.object({
    userId: userId.toLowerCase().or(z.literal('')),
    pageSize: z.number().int().min(1).max(500),
    pageToken: z.string().max(200),
  }),
  stories: z.object({ pageSize: z.number().int().min(1).max(500), pageToken: z.string().max(64) }),
  storyIds: z.object({ orderIds: z.array(z.string().max(64)).max(500) }),
  one: z.object({ orderId: anyOrderId }),
  fail: z.object({ orderId: anyOrderId, reason: z.string().trim().min(1).max(200) }),
  ids: z.object({ orderIds: z.array(z.string().max(64)).max(maxIds) }),
};
