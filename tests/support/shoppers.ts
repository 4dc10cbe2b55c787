import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpResponse } from './request';
import type { RecordedCalls, Via } from './recorded-shop';
import type { Item, User } from './shop';

export interface ShoppersOptions {
  calls: RecordedCalls;
  users: User[];
  productIds: string[];
  gateways: number;
  /** The longest pause between two calls of one of them. */
  pauseMs: number;
  /** Changes the catalogue only as versions before prices and keys of changes can: restocks it. */
  restocksOnly?: boolean;
}

const retryAfterMs = 100;
const abandonAfterMs = 90_000;

/**
 * Buyers and an admin who do everything that the history checker knows: place with and without keys, cancel, read, list and
 * follow orders, look at products, restock them, and change prices.
 */
export function startShoppers(options: ShoppersOptions) {
  const { users, pauseMs } = options;
  const state: ShopperState = {
    acknowledged: new Set(),
    cancelled: new Set(),
    abandoned: [],
    unknownOutcomes: 0,
    isStopping: false,
  };
  const loop = async (act: () => Promise<void>): Promise<void> => {
    while (!state.isStopping) {
      await act();
      await wait(randomInt(1, pauseMs + 1));
    }
  };
  const running = Promise.all([
    ...users.map((user) => loop(() => shopOnce(options, state, user))),
    ...users.slice(0, 2).map((user) => loop(() => look(options, user))),
    loop(() => changeCatalogue(options, state)),
  ]);
  return {
    state,
    /** Waits until every call that may be repeated has its answer. */
    stop: async (): Promise<void> => {
      state.isStopping = true;
      await running;
    },
  };
}

export interface ShopperState {
  acknowledged: Set<string>;
  cancelled: Set<string>;
  /** What got no answer for so long that it was given up. */
  abandoned: string[];
  /** Requests without a key that may have placed an order. */
  unknownOutcomes: number;
  isStopping: boolean;
}

const oneIn = (count: number) => randomInt(count) === 0;

const anywhere = ({ gateways }: ShoppersOptions): Via => ({ gateway: randomInt(gateways) });

async function shopOnce(options: ShoppersOptions, state: ShopperState, user: User): Promise<void> {
  const { calls } = options;
  const key = oneIn(4) ? undefined : randomUUID();
  const orderId = await placeOnce(options, state, { user, key });
  if (orderId === undefined) return;
  state.acknowledged.add(orderId);
  const read = () => calls.read(user, orderId, anywhere(options));
  const followed = oneIn(3) ? calls.follow(user, orderId, anywhere(options)) : undefined;
  await Promise.all([read(), read(), oneIn(6) ? cancelOnce(options, state, { user, orderId }) : undefined]);
  await calls.list(user, anywhere(options));
  await read();
  await followed;
  await read();
}

/** With a key it is repeated until it is answered. */
async function placeOnce(
  options: ShoppersOptions,
  state: ShopperState,
  { user, key }: { user: User; key: string | undefined },
): Promise<string | undefined> {
  const items = someItems(options);
  const place = () => options.calls.place(user, items, { ...anywhere(options), key });
  const answer = key === undefined ? await place() : await untilAnswered(state, `key ${key}`, place);
  const order = answer?.body?.order as { orderId: string } | undefined;
  if (key === undefined && !order && isUnknown(answer)) state.unknownOutcomes += 1;
  return order?.orderId;
}

const isUnknown = (answer: HttpResponse | undefined) => !answer || answer.body?.code === 'OUTCOME_UNKNOWN';

async function cancelOnce(
  options: ShoppersOptions,
  state: ShopperState,
  { user, orderId }: { user: User; orderId: string },
): Promise<void> {
  const cancel = () => options.calls.cancel(user, orderId, anywhere(options));
  const answer = await untilAnswered(state, `the cancel of ${orderId}`, cancel);
  if (answer?.status === 200) state.cancelled.add(orderId);
}

async function untilAnswered(
  state: ShopperState,
  what: string,
  send: () => Promise<HttpResponse | undefined>,
): Promise<HttpResponse | undefined> {
  for (const until = performance.now() + abandonAfterMs; performance.now() < until;) {
    const answer = await send();
    if (answer && answer.status < 500) return answer;
    await wait(retryAfterMs);
  }
  state.abandoned.push(what);
  return undefined;
}

function someItems({ productIds }: ShoppersOptions): Item[] {
  const first = randomInt(productIds.length);
  const chosen = oneIn(3) ? productIds : productIds.slice(first, first + 1);
  return chosen.slice(0, 2).map((productId) => ({ productId, quantity: randomInt(1, 4) }));
}

async function look(options: ShoppersOptions, user: User): Promise<void> {
  const productId = anyOf(options.productIds);
  await options.calls.look(productId, { ...anywhere(options), ...(oneIn(2) && { as: user }) });
}

const anyOf = (productIds: string[]) => productIds[randomInt(productIds.length)]!;

async function changeCatalogue(options: ShoppersOptions, state: ShopperState): Promise<void> {
  const { calls } = options;
  const productId = anyOf(options.productIds);
  if (options.restocksOnly || oneIn(4)) {
    await calls.restock(productId, 3, anywhere(options));
    return;
  }
  const via = () => ({ ...anywhere(options), key });
  const key = randomUUID();
  const price = randomInt(1, 1_000_000);
  const changes = [
    () => calls.restock(productId, 5, via()),
    () => calls.setProduct(productId, { price }, via()),
    () => calls.setProduct(productId, { stock: 1_000_000 }, via()),
  ];
  const change = changes[randomInt(changes.length)]!;
  await untilAnswered(state, `a change of ${productId}`, change);
  // As a client whose answer was lost.
  if (oneIn(3)) await change();
}

export type Shoppers = ReturnType<typeof startShoppers>;
