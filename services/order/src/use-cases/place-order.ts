import { createHash } from 'node:crypto';
import { orderBodyText } from '@orders/proto/items';
import type { ReserveDecision } from '@orders/proto/reserve-answer';
import { DomainError, unavailable } from '@orders/shared/errors';
import { nextRepublishAt, placedOrder } from '../domain/order';
import type { Order, OrderBody, OutboxEntry, PlacedOrder } from '../domain/order';

type StoredOrder = Order & { bodyHash: string };

export interface PlaceOrderNeeds {
  orders: {
    find: (orderId: string) => Promise<StoredOrder | undefined>;
    insert: (
      order: PlacedOrder,
      first: { publish: OutboxEntry; republishAt: Date },
    ) => Promise<{ outcome: 'inserted' } | { outcome: 'exists'; order: StoredOrder } | { outcome: 'expired' }>;
  };
  inventory: {
    reserve: (request: { orderId: string; items: OrderBody['items']; bodyHash: string }) => Promise<ReserveDecision>;
  };
  /** Called with the outbox entry of each new order; nobody waits for it. */
  deliver: (order: Order, entry: OutboxEntry) => Promise<unknown>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  hash: (text: string) => string;
  now: () => Date;
  /** When the caller of the present request stops waiting, in milliseconds since the epoch. */
  deadline: () => number;
}

/** An order to place; each product once, sorted. */
export interface PlaceOrder extends OrderBody {
  hasIdempotencyKey: boolean;
}

export interface PlacedAnswer {
  order: Order;
  /** Whether it was stored before this request. */
  replayed: boolean;
}

/**
 * Reserves the stock, then stores the order together with its message. It never releases: another attempt with the same
 * id may need the reservation, and a reservation without an order expires.
 */
export const createPlaceOrder =
  (needs: PlaceOrderNeeds) =>
  async ({ hasIdempotencyKey, ...body }: PlaceOrder): Promise<PlacedAnswer> => {
    const bodyHash = needs.hash(orderBodyText(body));
    if (hasIdempotencyKey) {
      const stored = await needs.orders.find(body.orderId);
      if (stored) return replay(stored, bodyHash);
    }

    const reserved = await needs.inventory.reserve({ orderId: body.orderId, items: body.items, bodyHash });
    if (reserved.outcome === 'held') return store(needs, body, { bodyHash, epoch: reserved.epoch });
    return explainRefusal(needs, { orderId: body.orderId, bodyHash, refusal: reserved });
  };

/** Equal texts have equal hashes, and only they. */
export const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

async function store(
  { orders, deliver, newOutboxEntry, now, deadline }: PlaceOrderNeeds,
  body: OrderBody,
  { bodyHash, epoch }: { bodyHash: string; epoch: number },
): Promise<PlacedAnswer> {
  const at = now();
  // Its caller has been told that nothing was done; the reservation expires.
  if (at.getTime() >= deadline()) throw unavailable('the stock was reserved too late to place the order; try again');
  const order = placedOrder(body, { bodyHash, epoch, at });
  const publish = newOutboxEntry('publish', at);
  const insertion = await orders.insert(order, { publish, republishAt: nextRepublishAt(0, at) });

  switch (insertion.outcome) {
    case 'inserted':
      void deliver(order, publish);
      return { order, replayed: false };
    case 'exists':
      return replay(insertion.order, bodyHash);
    case 'expired':
      throw unavailable('the reservation expired before the order was stored; try again');
  }
}

interface Refusal {
  orderId: string;
  bodyHash: string;
  refusal: Exclude<ReserveDecision, { outcome: 'held' }>;
}

async function explainRefusal(
  { orders }: PlaceOrderNeeds,
  { orderId, bodyHash, refusal }: Refusal,
): Promise<PlacedAnswer> {
  switch (refusal.outcome) {
    case 'out of stock':
      throw new DomainError('ILLEGAL_STATE', {
        code: 'OUT_OF_STOCK',
        message: 'not enough stock',
        details: refusal.shortages,
      });
    case 'unknown product':
      throw new DomainError('NOT_FOUND', {
        code: 'UNKNOWN_PRODUCT',
        message: 'a product does not exist',
        details: refusal.productIds.map((productId) => ({ productId })),
      });
    case 'closed':
    case 'differs': {
      const stored = await orders.find(orderId);
      if (stored) return replay(stored, bodyHash);
      if (refusal.outcome === 'closed') throw unavailable('the order id is being closed; try again');
      throw keyReused();
    }
  }
}

function replay({ bodyHash: storedHash, ...order }: StoredOrder, bodyHash: string): PlacedAnswer {
  if (storedHash !== bodyHash) throw keyReused();
  return { order, replayed: true };
}

const keyReused = () =>
  new DomainError('CONFLICT', {
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: 'the idempotency key was used with another body',
  });
