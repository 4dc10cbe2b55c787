import { mergeItems, type Item } from '@orders/proto/items';
import { createBuyer, type Basket, type Buyer, type PlaceOutcome, type Purchase } from './buyers';
import type { System } from './system';

/** All purchases of a run. */
export interface Purchases {
  purchases: Purchase[];
  /** How many of them are still being carried out. */
  active: () => number;
}

/** Starts buyers, who retry, send two requests at once, change the body under the same key, cancel and read. */
export function startBuyers(system: System, untilMs: number): Purchases {
  const { random, scheduler } = system.world;
  const purchases: Purchase[] = [];
  let active = 0;

  const buyers = random.integer(1, 4);
  for (let number = 1; number <= buyers; number += 1) {
    const buyer = createBuyer(system, `buyer ${String(number)}`);
    const count = random.integer(1, 3);
    for (let started = 0; started < count; started += 1) {
      const purchase = newPurchase(system, number, purchases.length + 1);
      purchases.push(purchase);
      active += 1;
      scheduler.after(random.between(0, untilMs), () => {
        void carryOut(system, buyer, purchase).finally(() => {
          active -= 1;
        });
      });
    }
  }
  return { purchases, active: () => active };
}

const newPurchase = ({ world: { random } }: System, buyer: number, id: number): Purchase => ({
  orderId: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  userId: String(buyer).padStart(24, '0'),
  hasKey: random.chance(0.8),
  bodies: new Set(),
  isCancelRequested: false,
  isCancelAcknowledged: false,
  seen: { revision: 0 },
});

async function carryOut(system: System, buyer: Buyer, purchase: Purchase): Promise<void> {
  const { random } = system.world;
  const basket = randomBasket(system);
  await Promise.all([
    placeUntilAnswered(system, buyer, { purchase, basket }),
    ...placeConcurrently(system, buyer, { purchase, basket }),
    ...readAndCancel(system, buyer, purchase),
  ]);
  if (random.chance(0.2)) await buyer.cancel(purchase);
  if (purchase.hasKey && random.chance(0.3)) await buyer.place(purchase, basket);
  if (random.chance(0.5)) await later(system, buyer, () => buyer.read(purchase));
  if (random.chance(0.5)) await lookAround(system, buyer, purchase);
}

/** With a key: the same request at the same time, or another body under the same key. */
function placeConcurrently(
  system: System,
  buyer: Buyer,
  { purchase, basket }: { purchase: Purchase; basket: Basket },
): Promise<void>[] {
  const { random } = system.world;
  if (!purchase.hasKey) return [];
  const bodies = [...(random.chance(0.3) ? [basket] : []), ...(random.chance(0.2) ? [randomBasket(system)] : [])];
  return bodies.map((body) => later(system, buyer, () => buyer.place(purchase, body)));
}

/** What a buyer does while waiting for the answer. */
function readAndCancel(system: System, buyer: Buyer, purchase: Purchase): Promise<void>[] {
  const { random } = system.world;
  const reads = Array.from({ length: random.integer(0, 3) }, () => later(system, buyer, () => buyer.read(purchase)));
  const looks = random.chance(0.5) ? [later(system, buyer, () => lookAround(system, buyer, purchase))] : [];
  const cancels = random.chance(0.4) ? [later(system, buyer, () => buyer.cancel(purchase))] : [];
  return [...reads, ...looks, ...cancels];
}

async function lookAround({ world: { random }, stock }: System, buyer: Buyer, purchase: Purchase): Promise<void> {
  await buyer.list(purchase);
  await buyer.look(random.pick([...stock.products.keys()]));
}

// A key that is still unavailable after so many attempts is a fault, not bad luck.
const maxAttemptsAtRest = 150;

/** With a key the request is repeated until it is answered; without one a repeat could place a second order. */
async function placeUntilAnswered(
  { world }: System,
  buyer: Buyer,
  { purchase, basket }: { purchase: Purchase; basket: Basket },
): Promise<void> {
  let outcome: PlaceOutcome = await buyer.place(purchase, basket);
  let attemptsAtRest = 0;
  while (outcome === 'unavailable' && purchase.hasKey && attemptsAtRest < maxAttemptsAtRest) {
    await buyer.process.wait(world.random.between(10, 2_000));
    outcome = await buyer.place(purchase, basket);
    if (world.failures.hasStopped()) attemptsAtRest += 1;
  }
  if (attemptsAtRest >= maxAttemptsAtRest) world.reportViolation(`${purchase.orderId} stays unavailable for ever`);
}

async function later(system: System, buyer: Buyer, work: () => Promise<unknown>): Promise<void> {
  const { random } = system.world;
  await buyer.process.wait(random.between(0, random.pick([20, 150, 150, 5_000])));
  await work();
}

/** Some buyers say what it must cost, by the prices that they see now. */
function randomBasket(system: System): Basket {
  const items = randomItems(system);
  if (!system.world.random.chance(0.3)) return { items };
  const prices = items.map(({ productId, quantity }) => quantity * (system.stock.products.get(productId)?.price ?? 0));
  return { items, expectedTotal: { amount: prices.reduce((sum, price) => sum + price, 0), currency: 'EUR' } };
}

function randomItems({ world: { random }, stock }: System): Item[] {
  const productIds = [...stock.products.keys()];
  const count = random.integer(1, 2);
  return mergeItems(
    Array.from({ length: count }, () => ({ productId: random.pick(productIds), quantity: random.integer(1, 2) })),
  );
}
