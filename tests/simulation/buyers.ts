import type { Order } from '@orders/order/domain/order';
import { isFinal } from '@orders/order/domain/order-state';
import { isSameMoney, mergeItems, type Item, type Money } from '@orders/proto/items';
import { DomainError } from '@orders/shared/errors';
import { createSimulatedProcess } from './simulated-process';
import type { OrderApi } from './apis';
import { callReplica } from './replicas';
import type { System } from './system';

/** One order that a buyer wants, under one id; with an idempotency key each attempt has the same id. */
export interface Purchase {
  orderId: string;
  userId: string;
  hasKey: boolean;
  /** Every body that was sent under this id. */
  bodies: Set<string>;
  /** The answer that the buyer relies on. */
  acknowledged?: Order;
  isCancelRequested: boolean;
  isCancelAcknowledged: boolean;
  /** The newest revision that the buyer saw, and its status. */
  seen: { revision: number; status?: Order['status'] };
}

/** What a buyer sends: what is wanted, and what it must cost, if that is sent. */
export interface Basket {
  items: Item[];
  expectedTotal?: Money;
}

export type PlaceOutcome = 'placed' | 'other body' | 'out of stock' | 'price changed' | 'unavailable';

const timeoutMs = 5_000;

/** A buyer, in the place of the gateway: calls any replica, and checks every answer against earlier ones. */
export function createBuyer(system: System, name: string) {
  const { world, order } = system;
  const process = createSimulatedProcess(world, { name, skewMs: 0, onCrash: () => undefined });
  const from = { ...process, crash: () => undefined };
  const call = <Answer>(what: string, work: (api: OrderApi) => Promise<Answer>) =>
    callReplica(world, { from, to: order, what, timeoutMs, work });
  const record = (what: string) => world.timeline.record(name, what);

  const checkObserved = (purchase: Purchase, answer: Order, revisionBefore: number) => {
    const { orderId, revision, status } = answer;
    if (revision < revisionBefore)
      world.reportViolation(
        `${name} sees ${orderId} go back from revision ${String(revisionBefore)} to ${String(revision)}`,
      );
    if (revision > purchase.seen.revision) purchase.seen = { revision, status };
    else if (purchase.seen.status !== status && revision === purchase.seen.revision)
      world.reportViolation(`${name} sees ${orderId} as ${status} and as ${String(purchase.seen.status)}`);
  };

  const checkTotal = ({ orderId, total }: Order, expectedTotal: Money | undefined) => {
    if (expectedTotal && !(total && isSameMoney(total, expectedTotal)))
      world.reportViolation(`${name} gets ${orderId} for ${String(total?.amount)}, not what it must cost`);
  };

  const acknowledge = (purchase: Purchase, answer: Order, { items, expectedTotal }: Basket) => {
    const { orderId, userId, acknowledged } = purchase;
    const ordered = answer.items.map(({ productId, quantity }) => ({ productId, quantity }));
    if (JSON.stringify(ordered) !== JSON.stringify(items) || answer.userId !== userId)
      world.reportViolation(`${name} gets ${orderId} as placed, with another body`);
    if (acknowledged && JSON.stringify(acknowledged.items) !== JSON.stringify(answer.items))
      world.reportViolation(`${name} gets ${orderId} with other prices than before`);
    checkTotal(answer, expectedTotal);
    purchase.acknowledged = answer;
  };

  return {
    process,
    place: async (purchase: Purchase, basket: Basket): Promise<PlaceOutcome> => {
      const { items, expectedTotal } = basket;
      const { orderId, userId, hasKey } = purchase;
      const before = purchase.seen.revision;
      purchase.bodies.add(JSON.stringify(basket));
      record(`places ${orderId}: ${format(basket)}${hasKey ? '' : ' (no key)'}`);
      const body = { orderId, userId, items: mergeItems(items), hasIdempotencyKey: hasKey, expectedTotal };
      try {
        const { order: placed } = await call(`place ${orderId}`, (api) => api.place(body));
        record(`gets ${orderId} as placed: ${placed.status}`);
        checkObserved(purchase, placed, before);
        acknowledge(purchase, placed, basket);
        return 'placed';
      } catch (error) {
        record(`cannot place ${orderId}: ${codeOf(error)}`);
        return outcomeOf(error, purchase, expectedTotal);
      }
    },

    cancel: async (purchase: Purchase): Promise<void> => {
      const { orderId, userId } = purchase;
      const before = purchase.seen.revision;
      purchase.isCancelRequested = true;
      record(`cancels ${orderId}`);
      try {
        const cancelled = await call(`cancel ${orderId}`, (api) => api.cancel({ orderId, userId }));
        record(`gets ${orderId} as ${cancelled.status}`);
        checkObserved(purchase, cancelled, before);
        purchase.isCancelAcknowledged = true;
      } catch (error) {
        record(`cannot cancel ${orderId}: ${codeOf(error)}`);
        const isFinalAlready = purchase.seen.status !== undefined && isFinal(purchase.seen.status);
        if (codeOf(error) === 'ORDER_NOT_FOUND' && before > 0 && !isFinalAlready)
          world.reportViolation(`${name} gets ORDER_NOT_FOUND for ${orderId}, which was acknowledged`);
      }
    },

    read: async (purchase: Purchase): Promise<void> => {
      const { orderId, userId } = purchase;
      const before = purchase.seen.revision;
      try {
        const found = await call(`read ${orderId}`, (api) => api.get({ orderId, userId }));
        record(`reads ${orderId}: ${found.status}`);
        checkObserved(purchase, found, before);
      } catch (error) {
        if (codeOf(error) === 'ORDER_NOT_FOUND' && before > 0)
          world.reportViolation(`${name} gets ORDER_NOT_FOUND for ${orderId}, which was acknowledged`);
      }
    },
  };

  function outcomeOf(error: unknown, { bodies, orderId }: Purchase, expectedTotal?: Money): PlaceOutcome {
    switch (codeOf(error)) {
      case 'IDEMPOTENCY_KEY_REUSED':
        if (bodies.size < 2)
          world.reportViolation(`${name} gets IDEMPOTENCY_KEY_REUSED for ${orderId}, and sent only one body`);
        return 'other body';
      case 'PRICE_CHANGED':
        if (!expectedTotal || isSameMoney(presentTotal(error), expectedTotal))
          world.reportViolation(`${name} gets PRICE_CHANGED for ${orderId}, which costs what it must`);
        return 'price changed';
      case 'OUT_OF_STOCK':
        return 'out of stock';
      case 'UNAVAILABLE':
        return 'unavailable';
      default:
        world.reportViolation(`${name} gets the error ${String(error)}`);
        return 'unavailable';
    }
  }
}

export type Buyer = ReturnType<typeof createBuyer>;

const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : String(error));

const presentTotal = (error: unknown) => ((error as DomainError).details as { total: Money }).total;

const format = ({ items, expectedTotal }: Basket) =>
  items.map(({ productId, quantity }) => `${String(quantity)} ${productId}`).join(', ') +
  (expectedTotal ? ` for ${String(expectedTotal.amount)}` : '');
