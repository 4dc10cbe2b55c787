import { DomainError, unavailable } from '@orders/shared/errors';
import { bodyText, placedOrder, type Order, type OrderBody, type OutboxEntry, type PlacedOrder } from '../domain/order';
import { nextRepublishAt } from '../domain/republish-schedule';

type StoredOrder = Order & { bodyHash: string };

type ReserveAnswer =
  | { outcome: 'held'; epoch: number }
  | { outcome: 'out of stock'; shortages: { productId: string; requested: number; available: number }[] }
  | { outcome: 'unknown product'; productIds: string[] }
  | { outcome: 'differs' | 'closed' };

export interface PlaceOrderNeeds {
  orders: {
    find: (orderId: string) => Promise<StoredOrder | undefined>;
    insert: (
      order: PlacedOrder,
      first: { publish: OutboxEntry; republishAt: Date },
    ) => Promise<{ outcome: 'inserted' } | { outcome: 'exists'; order: StoredOrder } | { outcome: 'fenced' }>;
  };
  inventory: {
    reserve: (request: { orderId: string; items: OrderBody['items']; bodyHash: string }) => Promise<ReserveAnswer>;
  };
  /** Hears of each message that a new order owes. */
  relay: (order: Order, entry: OutboxEntry) => void;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  hash: (text: string) => string;
  now: () => Date;
}

export interface PlaceOrder extends OrderBody {
  hasIdempotencyKey: boolean;
}

export interface PlacedAnswer {
  order: Order;
  /** Whether it was there before this request. */
  replayed: boolean;
}

/**
 * Reserves the stock, then records the order together with the message it owes. Never releases: another attempt with the
 * same id may live on the reservation, and one without an order expires by itself.
 */
export const createPlaceOrder =
  (needs: PlaceOrderNeeds) =>
  async ({ hasIdempotencyKey, ...body }: PlaceOrder): Promise<PlacedAnswer> => {
    const bodyHash = needs.hash(bodyText(body));
    if (hasIdempotencyKey) {
      const stored = await needs.orders.find(body.orderId);
      if (stored) return replay(stored, bodyHash);
    }

    const reserved = await needs.inventory.reserve({ orderId: body.orderId, items: body.items, bodyHash });
    if (reserved.outcome === 'held') return record(needs, body, { bodyHash, epoch: reserved.epoch });
    return explainRefusal(needs, { orderId: body.orderId, bodyHash, refusal: reserved });
  };

async function record(
  { orders, relay, newOutboxEntry, now }: PlaceOrderNeeds,
  body: OrderBody,
  { bodyHash, epoch }: { bodyHash: string; epoch: number },
): Promise<PlacedAnswer> {
  const at = now();
  const order = placedOrder(body, { bodyHash, epoch, at });
  const publish = newOutboxEntry('publish', at);
  const insertion = await orders.insert(order, { publish, republishAt: nextRepublishAt(0, at) });

  switch (insertion.outcome) {
    case 'inserted':
      relay(order, publish);
      return { order, replayed: false };
    case 'exists':
      return replay(insertion.order, bodyHash);
    case 'fenced':
      throw unavailable('the reservation expired before the order was stored; send it again');
  }
}

interface Refusal {
  orderId: string;
  bodyHash: string;
  refusal: Exclude<ReserveAnswer, { outcome: 'held' }>;
}

async function explainRefusal(
  { orders }: PlaceOrderNeeds,
  { orderId, bodyHash, refusal }: Refusal,
): Promise<PlacedAnswer> {
  switch (refusal.outcome) {
    case 'out of stock':
      throw new DomainError('ILLEGAL_STATE', {
        code: 'OUT_OF_STOCK',
        message: 'there is not enough stock',
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
      if (refusal.outcome === 'closed') throw unavailable('this order id is being closed; send it again');
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
    message: 'this idempotency key was used with another body',
  });
