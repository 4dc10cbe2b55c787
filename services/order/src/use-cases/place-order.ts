import { createHash } from 'node:crypto';
import { isSameMoney, orderBodyText, type Money } from '@orders/proto/items';
import type { ReserveDecision } from '@orders/proto/reserve-answer';
import { DomainError, unavailable } from '@orders/shared/errors';
import { nextRepublishAt, placedOrder } from '../domain/order';
import type { Order, OrderBody, OutboxEntry, PlacedOrder, Reserved } from '../domain/order';

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
    reserve: (request: ReserveRequest) => Promise<ReserveDecision>;
  };
  /** Called with the outbox entry of each new order; nobody waits for it. */
  deliver: (order: Order, entry: OutboxEntry) => Promise<unknown>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  hash: (text: string) => string;
  now: () => Date;
  /** When the caller of the present request stops waiting, in milliseconds since the epoch. */
  deadline: () => number;
}

interface ReserveRequest extends Pick<OrderBody, 'orderId' | 'items'> {
  bodyHash: string;
  expectedTotal?: Money | undefined;
}

/** An order to place; each product once, sorted. */
export interface PlaceOrder extends OrderBody {
  hasIdempotencyKey: boolean;
  /** What its buyer expects it to cost. */
  expectedTotal?: Money | undefined;
}

/** What tells whether a stored order is the one that is asked for. */
interface Asked {
  bodyHash: string;
  expectedTotal: Money | undefined;
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
  async ({ hasIdempotencyKey, expectedTotal, ...body }: PlaceOrder): Promise<PlacedAnswer> => {
    const asked = { bodyHash: needs.hash(orderBodyText(body)), expectedTotal };
    if (hasIdempotencyKey) {
      const stored = await needs.orders.find(body.orderId);
      if (stored) return replay(stored, asked);
    }

    const { orderId, items } = body;
    const reserved = await needs.inventory.reserve({ orderId, items, ...asked });
    if (reserved.outcome === 'held') return store(needs, body, { asked, reserved });
    return explainRefusal(needs, { orderId, asked, refusal: reserved });
  };

/** Equal texts have equal hashes, and only they. */
export const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

async function store(
  { orders, deliver, newOutboxEntry, now, deadline }: PlaceOrderNeeds,
  body: OrderBody,
  { asked, reserved: { epoch, priced } }: { asked: Asked; reserved: Reserved },
): Promise<PlacedAnswer> {
  const at = now();
  // Its caller has been answered by now, so no order may follow; the reservation expires.
  if (at.getTime() >= deadline()) throw unavailable('the stock was reserved too late to place the order; try again');
  if (!priced) refuseUnlessFree(asked);
  const order = placedOrder(body, { bodyHash: asked.bodyHash, epoch, ...(priced && { priced }), at });
  const publish = newOutboxEntry('publish', at);
  const insertion = await orders.insert(order, { publish, republishAt: nextRepublishAt(0, at) });

  switch (insertion.outcome) {
    case 'inserted':
      void deliver(order, publish);
      return { order, replayed: false };
    case 'exists':
      return replay(insertion.order, asked);
    case 'expired':
      throw unavailable('the reservation expired before the order was stored; try again');
  }
}

/** The previous release of inventory decides no prices: an order for nothing is not what its buyer expects. */
function refuseUnlessFree({ expectedTotal }: Asked): void {
  if (expectedTotal && expectedTotal.amount > 0) throw unavailable('no prices were decided with the stock; try again');
}

interface Refusal {
  orderId: string;
  asked: Asked;
  refusal: Exclude<ReserveDecision, { outcome: 'held' }>;
}

async function explainRefusal(
  { orders }: PlaceOrderNeeds,
  { orderId, asked, refusal }: Refusal,
): Promise<PlacedAnswer> {
  const stored = knownIds.has(refusal.outcome) ? await orders.find(orderId) : undefined;
  if (stored) return replay(stored, asked);
  throw errorOf(refusal);
}

// Inventory may know the id from another attempt, whose order is stored by now.
const knownIds = new Set<ReserveDecision['outcome']>(['price changed', 'closed', 'differs']);

function errorOf(refusal: Refusal['refusal']): DomainError {
  switch (refusal.outcome) {
    case 'out of stock':
      return new DomainError('ILLEGAL_STATE', {
        code: 'OUT_OF_STOCK',
        message: 'not enough stock',
        details: refusal.shortages,
      });
    case 'unknown product':
      return new DomainError('NOT_FOUND', {
        code: 'UNKNOWN_PRODUCT',
        message: 'a product does not exist',
        details: refusal.productIds.map((productId) => ({ productId })),
      });
    case 'price changed':
      return new DomainError('ILLEGAL_STATE', {
        code: 'PRICE_CHANGED',
        message: 'the order would cost something else: its present total is in details',
        details: { total: refusal.total },
      });
    case 'total too large':
      return new DomainError('INVALID', {
        code: 'VALIDATION_FAILED',
        message: 'the order would cost too much',
        details: [{ path: 'items', message: tooLarge }],
      });
    case 'closed':
      return unavailable('the order id is being closed; try again');
    case 'differs':
      return keyReused();
  }
}

// A sum that is rounded would be wrong, and the wire and JSON would round it.
const tooLarge = `must cost at most ${Number.MAX_SAFE_INTEGER.toLocaleString('en-US')} in the minor unit of the currency`;

/** Answers a stored order to whoever asks for the same: its prices are those of the first request. */
function replay({ bodyHash, ...order }: StoredOrder, asked: Asked): PlacedAnswer {
  if (bodyHash !== asked.bodyHash || !costs(order, asked.expectedTotal)) throw keyReused();
  return { order, replayed: true };
}

const costs = ({ total }: Order, expected: Money | undefined) =>
  expected === undefined || (total ? isSameMoney(total, expected) : expected.amount === 0);

const keyReused = () =>
  new DomainError('CONFLICT', {
    code: 'IDEMPOTENCY_KEY_REUSED',
    message: 'the idempotency key was used with another body',
  });
