import { maxStock } from '../domain/product';
import { z } from 'zod';

const maxIds = 1_000;
const maxReservations = 500;
// An order has 100 lines of at most 1,000,000 each, which may all name one product.
const maxQuantity = 100_000_000;

const orderId = z.guid().toLowerCase();
const epoch = z.number().int().min(1);
const productId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'is not 1 to 64 of A-Z a-z 0-9 . _ -');
const name = z.string().min(1).max(100);
const stock = z.number().int().min(0).max(maxStock);
const operationId = z.string().min(1).max(64);

const item = z.object({ productId: z.string().min(1).max(64), quantity: z.number().int().min(1).max(maxQuantity) });
const isOneEach = (items: z.infer<typeof item>[]) => new Set(items.map((each) => each.productId)).size === items.length;

const reservation = z.object({
  orderId,
  items: z.array(item).min(1).max(100).refine(isOneEach, 'names a product twice'),
  bodyHash: z.string().min(1).max(128),
  timeoutMs: z.number().int().min(0),
});

const timestamp = z
  .object({ seconds: z.coerce.number().int(), nanos: z.number().int() })
  .transform(({ seconds, nanos }) => new Date(seconds * 1_000 + Math.floor(nanos / 1_000_000)))
  .refine((date) => !Number.isNaN(date.getTime()), 'is no time');

const moment = z.string().regex(/^\d{0,20}$/, 'is no moment that ListStock named');

/** What each call must look like; its callers have checked it already, but they are not the only ones. */
export const requests = {
  reserve: z.object({ reservations: z.array(reservation).max(maxReservations) }),
  getReservation: z.object({ orderId: z.guid().toLowerCase() }),
  orderIds: z.object({ orderIds: z.array(orderId).max(maxIds) }),
  expire: z.object({ expiries: z.array(z.object({ orderId, epoch })).max(maxIds) }),
  listHeld: z.object({
    heldBefore: timestamp,
    pageSize: z.number().int().min(1).max(1_000),
    pageToken: z.string().max(100),
    readAt: moment,
  }),
  getReservations: z.object({ orderIds: z.array(z.string().max(64)).max(maxIds), readAt: moment }),
  listStock: z.object({
    pageSize: z.number().int().min(1).max(1_000),
    pageToken: z.string().max(64),
    readAt: moment,
  }),
  getProduct: z.object({ productId: z.string().max(64) }),
  createProduct: z.object({ productId, name, stock, operationId }),
  updateProduct: z.object({
    productId: z.string().max(64),
    name: name.optional(),
    stock: stock.optional(),
    operationId,
  }),
  restockProduct: z.object({
    productId: z.string().max(64),
    quantity: z.number().int().min(1).max(maxStock),
    operationId,
  }),
};
