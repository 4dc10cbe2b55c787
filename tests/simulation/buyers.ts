import { mergeItems, type Item, type Order } from '@orders/order/domain/order';
import { isFinal } from '@orders/order/domain/order-state';
import { DomainError } from '@orders/shared/errors';
import { createLife, type Life } from './simulated-process';
import type { OrderApi } from './apis';
import { callReplica } from './replicas';
import type { System } from './system';

/** What a buyer wants to buy, under one id; with a key the id is the same for each attempt. */
export interface Wish {
  orderId: string;
  userId: string;
  hasKey: boolean;
  /** Every body that was ever sent under this id. */
  bodies: Set<string>;
  /** The answer that a buyer relies on. */
  acknowledged?: Order;
  isCancelAsked: boolean;
  isCancelAcknowledged: boolean;
  /** The newest revision that was seen, and whether it was final. */
  seen: { revision: number; status?: Order['status'] };
}

export type PlaceAnswer = 'placed' | 'other body' | 'no stock' | 'try again';

const timeoutMs = 5_000;

/** One buyer at the gateway's door: asks any replica, and checks every answer against what was heard before. */
export function createBuyer(system: System, name: string) {
  const { world, order } = system;
  const life: Life = createLife(world, { name, skewMs: 0, onCrash: () => undefined });
  const neverCrashes = { ...life, crash: () => undefined };
  const call = <Answer>(what: string, work: (api: OrderApi) => Promise<Answer>) =>
    callReplica(world, { caller: neverCrashes, callee: order }, { what, timeoutMs, work });
  const told = (what: string) => world.story.tell(name, what);

  const see = (wish: Wish, answer: Order, revisionBefore: number) => {
    const { orderId, revision, status } = answer;
    if (revision < revisionBefore)
      world.violated(`${name} sees ${orderId} go back from revision ${String(revisionBefore)} to ${String(revision)}`);
    if (revision > wish.seen.revision) wish.seen = { revision, status };
    else if (wish.seen.status !== status && revision === wish.seen.revision)
      world.violated(`${name} sees ${orderId} as ${status} and as ${String(wish.seen.status)}`);
  };

  const acknowledge = (wish: Wish, answer: Order, items: Item[]) => {
    if (JSON.stringify(answer.items) !== JSON.stringify(items) || answer.userId !== wish.userId)
      world.violated(`${name} is told that ${wish.orderId} was placed, with another body`);
    wish.acknowledged = answer;
  };

  return {
    life,
    place: async (wish: Wish, items: Item[]): Promise<PlaceAnswer> => {
      const { orderId, userId, hasKey } = wish;
      const before = wish.seen.revision;
      wish.bodies.add(JSON.stringify(items));
      told(`places ${orderId}: ${say(items)}${hasKey ? '' : ' (no key)'}`);
      const body = { orderId, userId, items: mergeItems(items), hasIdempotencyKey: hasKey };
      try {
        const { order: placed } = await call(`place ${orderId}`, (api) => api.place(body));
        told(`is told that ${orderId} is placed: ${placed.status}`);
        see(wish, placed, before);
        acknowledge(wish, placed, items);
        return 'placed';
      } catch (error) {
        told(`is refused ${orderId}: ${codeOf(error)}`);
        return refusal(error, wish);
      }
    },

    cancel: async (wish: Wish): Promise<void> => {
      const { orderId, userId } = wish;
      const before = wish.seen.revision;
      wish.isCancelAsked = true;
      told(`cancels ${orderId}`);
      try {
        const cancelled = await call(`cancel ${orderId}`, (api) => api.cancel({ orderId, userId }));
        told(`is told that ${orderId} is ${cancelled.status}`);
        see(wish, cancelled, before);
        wish.isCancelAcknowledged = true;
      } catch (error) {
        told(`cannot cancel ${orderId}: ${codeOf(error)}`);
        const isFinalAlready = wish.seen.status !== undefined && isFinal(wish.seen.status);
        if (codeOf(error) === 'ORDER_NOT_FOUND' && before > 0 && !isFinalAlready)
          world.violated(`${name} is told that there is no ${orderId}, which was acknowledged`);
      }
    },

    look: async (wish: Wish): Promise<void> => {
      const { orderId, userId } = wish;
      const before = wish.seen.revision;
      try {
        const found = await call(`read ${orderId}`, (api) => api.get({ orderId, userId }));
        told(`sees ${orderId}: ${found.status}`);
        see(wish, found, before);
      } catch (error) {
        if (codeOf(error) === 'ORDER_NOT_FOUND' && before > 0)
          world.violated(`${name} is told that there is no ${orderId}, which was acknowledged`);
      }
    },
  };

  function refusal(error: unknown, { bodies, orderId }: Wish): PlaceAnswer {
    switch (codeOf(error)) {
      case 'IDEMPOTENCY_KEY_REUSED':
        if (bodies.size < 2) world.violated(`${name} is told of another body for ${orderId}, and sent only one`);
        return 'other body';
      case 'OUT_OF_STOCK':
        return 'no stock';
      case 'UNAVAILABLE':
        return 'try again';
      default:
        world.violated(`${name} gets the error ${String(error)}`);
        return 'try again';
    }
  }
}

export type Buyer = ReturnType<typeof createBuyer>;

const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : String(error));

const say = (items: Item[]) => items.map(({ productId, quantity }) => `${String(quantity)} ${productId}`).join(', ');
