import type { CataloguedProduct } from '@orders/inventory/domain/product';
import type { Order } from '@orders/order/domain/order';
import { isFinal } from '@orders/order/domain/order-state';
import type { PlacedAnswer } from '@orders/order/use-cases/place-order';
import { isSameMoney, mergeItems, type Item, type Money } from '@orders/proto/items';
import { DomainError } from '@orders/shared/errors';
import { createSimulatedProcess } from './simulated-process';
import type { Call as Recorded, EndOrder, ListOrders, Place, ReadOrder, ReadProduct } from '../histories/call';
import type { InventoryApi, OrderApi } from './apis';
import { recorded, seenOrder, seenProduct } from './recorded-calls';
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
  const { world, order, inventory } = system;
  const process = createSimulatedProcess(world, { name, skewMs: 0, onCrash: () => undefined });
  const from = { ...process, crash: () => undefined };
  const call = <Answer>(what: string, work: (api: OrderApi) => Promise<Answer>) =>
    callReplica(world, { from, to: order, what, timeoutMs, work });
  const callInventory = <Answer>(what: string, work: (api: InventoryApi) => Promise<Answer>) =>
    callReplica(world, { from, to: inventory, what, timeoutMs, work });
  /** Calls for one order, and records it in the history. */
  const callRecorded = <Begun extends Recorded & { order?: unknown }, Answer>(
    asked: Omit<Begun, 'start' | 'end' | 'outcome' | 'client'>,
    {
      what,
      work,
      orderIn,
    }: { what: string; work: (api: OrderApi) => Promise<Answer>; orderIn: (answer: Answer) => Order },
  ) =>
    recorded<Begun, Answer>(world.history, { ...asked, client: name } as Omit<Begun, 'start' | 'end' | 'outcome'>, {
      work: () => call(what, work),
      show: (answer) => ({ order: seenOrder(orderIn(answer)) }) as Partial<Begun>,
    });
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
      const asked = system.webhooks?.askedAtMs;
      if (asked && !asked.has(orderId)) asked.set(orderId, world.scheduler.now());
      record(`places ${orderId}: ${format(basket)}${hasKey ? '' : ' (no key)'}`);
      const body = { orderId, userId, items: mergeItems(items), hasIdempotencyKey: hasKey, expectedTotal };
      try {
        const key = hasKey ? orderId : undefined;
        const { order: placed } = await callRecorded<Place, PlacedAnswer>(
          { kind: 'place', userId, orderId, items: body.items, key },
          { what: `place ${orderId}`, work: (api) => api.place(body), orderIn: (answer) => answer.order },
        );
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
        const cancelled = await callRecorded<EndOrder, Order>(
          { kind: 'cancel', orderId },
          { what: `cancel ${orderId}`, work: (api) => api.cancel({ orderId, userId }), orderIn: (answer) => answer },
        );
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
        const found = await callRecorded<ReadOrder, Order>(
          { kind: 'read', orderId },
          { what: `read ${orderId}`, work: (api) => api.get({ orderId, userId }), orderIn: (answer) => answer },
        );
        record(`reads ${orderId}: ${found.status}`);
        checkObserved(purchase, found, before);
      } catch (error) {
        if (codeOf(error) === 'ORDER_NOT_FOUND' && before > 0)
          world.reportViolation(`${name} gets ORDER_NOT_FOUND for ${orderId}, which was acknowledged`);
      }
    },

    list: async ({ userId }: Purchase): Promise<void> => {
      const asked = { kind: 'list' as const, client: name, userId, orders: [], isLastPage: true };
      const listed = recorded<ListOrders, Order[]>(world.history, asked, {
        work: () => call(`list the orders of ${userId}`, (api) => api.list({ userId })),
        show: (orders) => ({ orders: orders.map(seenOrder) }),
      });
      await listed.catch(() => undefined);
    },

    look: async (productId: string): Promise<void> => {
      const asked = { kind: 'look' as const, client: name, productId, staleMs: 0, isAtRest: false };
      const looked = recorded<ReadProduct, CataloguedProduct>(world.history, asked, {
        work: () => callInventory(`look at ${productId}`, (api) => api.product(productId)),
        show: (product) => ({ product: seenProduct(product) }),
      });
      await looked.catch(() => undefined);
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
