import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpResponse } from '../support/request';
import type { Item, ShopClient, User } from '../support/shop';

export type Outcome = 'acknowledged' | 'unavailable' | 'unanswered';

/** One request to place an order, and its outcome. */
export interface Attempt {
  at: number;
  tookMs: number;
  outcome: Outcome;
}

/** What buyers observed. */
export interface Observations {
  attempts: Attempt[];
  /** The ids that were acknowledged under each key; more than one is a finding. */
  orderIds: Map<string, Set<string>>;
  /** Orders whose cancel was acknowledged. */
  cancelled: Set<string>;
  /** Keys whose requests were never acknowledged. */
  abandoned: string[];
  /** Requests without a key whose outcome nobody knows. */
  unknownOutcomes: number;
  /** Answers that a valid request must not get. */
  refusals: string[];
}

const retryAfterMs = 150;
const abandonAfterMs = 90_000;
const answersWithinMs = 6_000;

/** Buyers who place one order after the other, repeat under the same key until it is acknowledged, and cancel one in ten. */
export function startBuyers({ shop, users, productIds }: { shop: ShopClient; users: User[]; productIds: string[] }) {
  const observed: Observations = {
    attempts: [],
    orderIds: new Map(),
    cancelled: new Set(),
    abandoned: [],
    unknownOutcomes: 0,
    refusals: [],
  };
  const pace = { pauseMs: 0 };
  let stopping = false;

  const attempt = async (request: Placing): Promise<boolean> => {
    const at = Date.now();
    const record = (outcome: Outcome) => observed.attempts.push({ at, tookMs: Date.now() - at, outcome });
    const { user, items, key, gateway } = request;
    try {
      const answer = await shop.place(user, items, { key, gateway, timeoutMs: answersWithinMs });
      if (answer.status === 503) record('unavailable');
      else if (answer.status === 201) {
        record('acknowledged');
        const orderId = answer.body.order.orderId as string;
        observed.orderIds.set(key, (observed.orderIds.get(key) ?? new Set()).add(orderId));
      } else observed.refusals.push(`placing with key ${key}: ${describe(answer)}`);
      return answer.status !== 503;
    } catch {
      record('unanswered');
      return false;
    }
  };
  const order = async (user: User): Promise<void> => {
    const request = { user, items: someItems(productIds), key: randomUUID(), gateway: randomInt(shop.urls.length) };
    for (const until = Date.now() + abandonAfterMs; Date.now() < until;) {
      if (await attempt(request)) {
        await maybeCancel(user, request.key);
        return;
      }
      request.gateway = (request.gateway + 1) % shop.urls.length;
      await wait(retryAfterMs);
    }
    observed.abandoned.push(request.key);
  };
  const maybeCancel = async (user: User, key: string): Promise<void> => {
    const [orderId] = observed.orderIds.get(key) ?? [];
    if (orderId === undefined || randomInt(10) > 0) return;
    for (const until = Date.now() + abandonAfterMs; Date.now() < until;) {
      const answer = await cancel(shop, user, orderId);
      if (answer && answer.status !== 503) {
        recordCancel(orderId, answer);
        return;
      }
      await wait(retryAfterMs);
    }
  };
  const recordCancel = (orderId: string, answer: HttpResponse): void => {
    if (answer.status === 200) observed.cancelled.add(orderId);
    // A cancel that is too late gets 409.
    else if (answer.status !== 409) observed.refusals.push(`cancelling ${orderId}: ${describe(answer)}`);
  };
  const buyer = async (user: User): Promise<void> => {
    while (!stopping) {
      await order(user);
      await wait(pace.pauseMs);
    }
  };
  const running = Promise.all(users.map(buyer));

  return {
    observed,
    /** How long each buyer waits between two orders. */
    setPause: (milliseconds: number) => {
      pace.pauseMs = milliseconds;
    },
    /** Waits until every order is acknowledged or abandoned. */
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

const cancel = (shop: ShopClient, { token }: User, orderId: string): Promise<HttpResponse | undefined> =>
  shop
    .rest(`/api/order/${orderId}/cancel`, {
      method: 'POST',
      token,
      gateway: randomInt(shop.urls.length),
      timeoutMs: answersWithinMs,
    })
    .catch(() => undefined);

const describe = ({ status, text }: HttpResponse) => `${String(status)} ${text}`;
