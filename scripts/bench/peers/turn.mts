// One turn of one shop: started, warm and at rest, it is measured while its buyers place orders and until all is done.
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../local/system/command.mts';
import { waitUntil } from '../../local/system/wait.mts';
import { productIds } from '../databases.mts';
import { withCosts } from '../measure.mts';
import { percentile } from '../statistics.mts';
import type { WatchedProcess } from '../world.mts';
import { refuseUnlessQuiet, refuseWhileOthersWork } from './quiet.mts';
import { Refusal, busyBuyers, call, hastyBuyers, scarce, single, type Call, type Order, type Shop } from './shop.mts';

export interface Turn {
  orders: number;
  perSecond: number;
  orderMs: { p50: number; p95: number };
  lastCallMs: { p50: number; p95: number };
  refused: Record<string, number>;
  /** Processor milliseconds of an order by process, while orders are placed. */
  placingMs: Record<string, number>;
  /** And until nothing that they caused is left to do, idling subtracted. */
  allInMs: Record<string, number>;
  idleMsPerSecond: Record<string, number>;
  /** What else used the processors meanwhile, of all of them. */
  othersShare: number;
}

const lookSeconds = 3;
const looks = 5;

export async function takeTurn(shop: Shop, seconds = shop.seconds): Promise<Turn> {
  await placeFor(shop, Math.min(shop.warmUpSeconds, seconds));
  const watched = shop.watched();
  await shop.untilDone?.();
  const idlePerSecond = await idleCosts(watched);
  await refuseUnlessQuiet({ mayWait: true });

  const startedAt = performance.now();
  const { result: allIn, share } = await refuseWhileOthersWork(`the turn of ${shop.name} does not count`, () =>
    withCosts(watched, async () => {
      const placing = await withCosts(watched, () => placeFor(shop, seconds));
      await shop.untilDone?.();
      await untilAtRest(watched, idlePerSecond);
      return placing;
    }),
  );
  const took = (performance.now() - startedAt) / 1_000;
  const { result: placed, cpuSeconds } = allIn.result;
  const orders = placed.orderMs.length;
  if (orders === 0) throw new Failure(`${shop.name} placed no order: ${JSON.stringify(placed.refused)}`);
  return {
    orders,
    perSecond: orders / placed.seconds,
    orderMs: middleAndTail(placed.orderMs),
    lastCallMs: middleAndTail(placed.lastCallMs),
    refused: placed.refused,
    placingMs: eachOf(cpuSeconds, (used) => (used * 1_000) / orders),
    allInMs: eachOf(allIn.cpuSeconds, (used, name) => ((used - (idlePerSecond[name] ?? 0) * took) * 1_000) / orders),
    othersShare: share,
    idleMsPerSecond: eachOf(idlePerSecond, (used) => used * 1_000),
  };
}

/** How many of the buyers who all want the last pieces at once get one. */
export async function sellLastPieces(shop: Shop): Promise<number> {
  const alone = newPlacing();
  for (const buyer of [0, 1]) await placeOne(shop, { buyer, product: single }, alone);
  if (alone.orderMs.length !== 1) throw new Failure(`${shop.name} sold ${alone.orderMs.length} pieces of one`);

  const atOnce = newPlacing();
  const buy = (buyer: number) => placeOne(shop, { buyer, product: scarce.product }, atOnce);
  await Promise.all(Array.from({ length: hastyBuyers }, (_, buyer) => buy(buyer)));
  return atOnce.orderMs.length;
}

const newPlacing = () => ({
  orderMs: [] as number[],
  lastCallMs: [] as number[],
  refused: {} as Record<string, number>,
  seconds: 0,
});

type Placing = ReturnType<typeof newPlacing>;

/** Each buyer places the next order when the last one is placed; the rate counts the orders in hand at the end too. */
async function placeFor(shop: Shop, seconds: number): Promise<Placing> {
  const placing = newPlacing();
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  let next = 0;
  const buy = async (buyer: number) => {
    while (performance.now() < endsAt)
      await placeOne(shop, { buyer, product: productIds[next++ % productIds.length] ?? '' }, placing);
  };
  await Promise.all(Array.from({ length: busyBuyers }, (_, buyer) => buy(buyer)));
  placing.seconds = (performance.now() - startedAt) / 1_000;
  return placing;
}

async function placeOne(shop: Shop, order: Order, { orderMs, lastCallMs, refused }: Placing): Promise<void> {
  let lastMs = 0;
  const timed: Call = async (...request) => {
    const askedAt = performance.now();
    const reply = await call(...request);
    lastMs = performance.now() - askedAt;
    return reply;
  };
  const startedAt = performance.now();
  try {
    await shop.place(order, timed);
    orderMs.push(performance.now() - startedAt);
    lastCallMs.push(lastMs);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused[error.message] = (refused[error.message] ?? 0) + 1;
  }
}

/** Processor seconds a second while nobody asks: the least of some looks, for what came before may not have ended. */
async function idleCosts(watched: WatchedProcess[]): Promise<Record<string, number>> {
  const all: Record<string, number>[] = [];
  for (let look = 0; look < looks; look += 1) {
    const { cpuSeconds } = await withCosts(watched, () => sleep(lookSeconds * 1_000));
    all.push(eachOf(cpuSeconds, (used) => used / lookSeconds));
  }
  return all.sort((one, other) => sum(one) - sum(other))[0] ?? {};
}

/** Waits for two seconds in which the processes do no more than they do while nobody asks. */
async function untilAtRest(watched: WatchedProcess[], idlePerSecond: Record<string, number>): Promise<void> {
  const allowed = sum(idlePerSecond) * 1.5 + 0.03;
  let restful = 0;
  const isAtRest = async () => {
    const { cpuSeconds } = await withCosts(watched, () => sleep(1_000));
    restful = sum(cpuSeconds) <= allowed ? restful + 1 : 0;
    return restful === 2;
  };
  if (!(await waitUntil(isAtRest, { timeoutMs: 120_000, everyMs: 0 })))
    throw new Failure('it was not at rest two minutes after the last order');
}

const middleAndTail = (values: number[]) => ({ p50: percentile(values, 50), p95: percentile(values, 95) });

const eachOf = (values: Record<string, number>, figure: (value: number, name: string) => number) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, figure(value, name)]));

export const sum = (values: Record<string, number>) => Object.values(values).reduce((all, value) => all + value, 0);
