import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpResponse } from '../support/request';
import type { Item, Shop, User } from '../support/shop';

export type Outcome = 'acknowledged' | 'put off' | 'unanswered';

/** One request to place an order, and what came of it. */
export interface Attempt {
  at: number;
  tookMs: number;
  outcome: Outcome;
}

/** What buyers know at the end. */
export interface Known {
  attempts: Attempt[];
  /** The ids that were acknowledged under each key; more than one is a finding. */
  orderIds: Map<string, Set<string>>;
  /** Orders whose cancel was acknowledged. */
  cancelled: Set<string>;
  /** Keys that were never acknowledged. */
  givenUp: string[];
  /** Answers that no buyer may get for a sound request. */
  refusals: string[];
}

const retryAfterMs = 150;
const giveUpAfterMs = 90_000;
const answersWithinMs = 6_000;

/** Buyers who order one thing after the other, repeat under the same key until they are told, and cancel one order in ten. */
export function startBuyers({ shop, users, productIds }: { shop: Shop; users: User[]; productIds: string[] }) {
  const known: Known = { attempts: [], orderIds: new Map(), cancelled: new Set(), givenUp: [], refusals: [] };
  const pace = { pauseMs: 0 };
  let stopping = false;

  const attempt = async (request: Placing): Promise<boolean> => {
    const at = Date.now();
    const note = (outcome: Outcome) => known.attempts.push({ at, tookMs: Date.now() - at, outcome });
    const { user, items, key, gateway } = request;
    try {
      const answer = await shop.place(user, items, { key, gateway, timeoutMs: answersWithinMs });
      if (answer.status === 503) note('put off');
      else if (answer.status === 201) {
        note('acknowledged');
        const orderId = answer.body.order.orderId as string;
        known.orderIds.set(key, (known.orderIds.get(key) ?? new Set()).add(orderId));
      } else known.refusals.push(`placing with key ${key}: ${told(answer)}`);
      return answer.status !== 503;
    } catch {
      note('unanswered');
      return false;
    }
  };
  const order = async (user: User): Promise<void> => {
    const request = { user, items: someItems(productIds), key: randomUUID(), gateway: randomInt(shop.urls.length) };
    for (const until = Date.now() + giveUpAfterMs; Date.now() < until;) {
      if (await attempt(request)) {
        await maybeCancel(user, request.key);
        return;
      }
      request.gateway = (request.gateway + 1) % shop.urls.length;
      await wait(retryAfterMs);
    }
    known.givenUp.push(request.key);
  };
  const maybeCancel = async (user: User, key: string): Promise<void> => {
    const [orderId] = known.orderIds.get(key) ?? [];
    if (orderId === undefined || randomInt(10) > 0) return;
    for (const until = Date.now() + giveUpAfterMs; Date.now() < until;) {
      const answer = await cancel(shop, user, orderId);
      if (answer && answer.status !== 503) {
        noteCancel(orderId, answer);
        return;
      }
      await wait(retryAfterMs);
    }
  };
  const noteCancel = (orderId: string, answer: HttpResponse): void => {
    if (answer.status === 200) known.cancelled.add(orderId);
    // Who comes late is told that the order is processed already.
    else if (answer.status !== 409) known.refusals.push(`cancelling ${orderId}: ${told(answer)}`);
  };
  const buyer = async (user: User): Promise<void> => {
    while (!stopping) {
      await order(user);
      await wait(pace.pauseMs);
    }
  };
  const running = Promise.all(users.map(buyer));

  return {
    known,
    /** How long each buyer waits between two orders. */
    setPause: (milliseconds: number) => {
      pace.pauseMs = milliseconds;
    },
    /** Waits until every order under way is acknowledged or given up. */
    stop: async () => {
      stopping = true;
      await running;
    },
  };
}

export type Buyers = ReturnType<typeof startBuyers>;

interface Placing {
  user: User;
  items: Item[];
  key: string;
  gateway: number;
}

function someItems(productIds: string[]): Item[] {
  const first = randomInt(productIds.length);
  const second = (first + 1) % productIds.length;
  const items = [first, ...(randomInt(3) === 0 ? [second] : [])];
  return items.map((place) => ({ productId: productIds[place] ?? '', quantity: randomInt(1, 4) }));
}

const cancel = (shop: Shop, { token }: User, orderId: string): Promise<HttpResponse | undefined> =>
  shop
    .rest(`/api/order/${orderId}/cancel`, {
      method: 'POST',
      token,
      gateway: randomInt(shop.urls.length),
      timeoutMs: answersWithinMs,
    })
    .catch(() => undefined);

const told = ({ status, text }: HttpResponse) => `${String(status)} ${text}`;
