import { mergeItems, type Item } from '@orders/order/domain/order';
import { createBuyer, type Buyer, type PlaceAnswer, type Wish } from './buyers';
import type { System } from './system';

/** What all buyers of a run want. */
export interface Shopping {
  wishes: Wish[];
  /** How many buyers are still at it. */
  busy: () => number;
}

/** Sends buyers in: they retry, send two at once, change their minds under the same key, cancel and look. */
export function goShopping(system: System, untilMs: number): Shopping {
  const { chance, scheduler } = system.world;
  const wishes: Wish[] = [];
  let busy = 0;

  const buyers = chance.whole(1, 4);
  for (let number = 1; number <= buyers; number += 1) {
    const buyer = createBuyer(system, `buyer ${String(number)}`);
    const count = chance.whole(1, 3);
    for (let wanted = 0; wanted < count; wanted += 1) {
      const wish = newWish(system, number, wishes.length + 1);
      wishes.push(wish);
      busy += 1;
      scheduler.after(chance.between(0, untilMs), () => {
        void pursue(system, buyer, wish).finally(() => {
          busy -= 1;
        });
      });
    }
  }
  return { wishes, busy: () => busy };
}

const newWish = ({ world: { chance } }: System, buyer: number, id: number): Wish => ({
  orderId: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  userId: String(buyer).padStart(24, '0'),
  hasKey: chance.happens(0.8),
  bodies: new Set(),
  isCancelAsked: false,
  isCancelAcknowledged: false,
  seen: { revision: 0 },
});

async function pursue(system: System, buyer: Buyer, wish: Wish): Promise<void> {
  const { chance } = system.world;
  const items = someItems(system);
  await Promise.all([
    placeUntilAnswered(system, buyer, { wish, items }),
    ...sendMore(system, buyer, { wish, items }),
    ...act(system, buyer, wish),
  ]);
  if (chance.happens(0.2)) await buyer.cancel(wish);
  if (wish.hasKey && chance.happens(0.3)) await buyer.place(wish, items);
  if (chance.happens(0.5)) await later(system, buyer, () => buyer.look(wish));
}

/** With a key: the same once more at the same time, or something else under the same key. */
function sendMore(system: System, buyer: Buyer, { wish, items }: { wish: Wish; items: Item[] }): Promise<void>[] {
  const { chance } = system.world;
  if (!wish.hasKey) return [];
  const bodies = [...(chance.happens(0.3) ? [items] : []), ...(chance.happens(0.2) ? [someItems(system)] : [])];
  return bodies.map((body) => later(system, buyer, () => buyer.place(wish, body)));
}

/** What else buyers do while they wait for the answer. */
function act(system: System, buyer: Buyer, wish: Wish): Promise<void>[] {
  const { chance } = system.world;
  const looks = Array.from({ length: chance.whole(0, 3) }, () => later(system, buyer, () => buyer.look(wish)));
  return chance.happens(0.4) ? [...looks, later(system, buyer, () => buyer.cancel(wish))] : looks;
}

// Past this a key that is answered 503 again and again is a fault, not bad luck.
const mostAttemptsAtRest = 150;

/** With a key it is sent again until it is answered; without one nobody knows, so it is not. */
async function placeUntilAnswered(
  { world }: System,
  buyer: Buyer,
  { wish, items }: { wish: Wish; items: Item[] },
): Promise<void> {
  let answer: PlaceAnswer = await buyer.place(wish, items);
  let attemptsAtRest = 0;
  while (answer === 'try again' && wish.hasKey && attemptsAtRest < mostAttemptsAtRest) {
    await buyer.life.wait(world.chance.between(10, 2_000));
    answer = await buyer.place(wish, items);
    if (world.trouble.isOver()) attemptsAtRest += 1;
  }
  if (attemptsAtRest >= mostAttemptsAtRest) world.violated(`${wish.orderId} is refused for ever`);
}

async function later(system: System, buyer: Buyer, work: () => Promise<unknown>): Promise<void> {
  const { chance } = system.world;
  await buyer.life.wait(chance.between(0, chance.pick([20, 150, 150, 5_000])));
  await work();
}

function someItems({ world: { chance }, stock }: System): Item[] {
  const productIds = [...stock.products.keys()];
  const lines = chance.whole(1, 2);
  return mergeItems(
    Array.from({ length: lines }, () => ({ productId: chance.pick(productIds), quantity: chance.whole(1, 2) })),
  );
}
