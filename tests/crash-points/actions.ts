import { randomUUID } from 'node:crypto';
import { hashText } from '@orders/order/use-cases/place-order';
import { orderBodyText } from '@orders/proto/items';
import { eventually } from '../support/eventually';
import type { Process } from './process';
import type { Running, World } from './world';

/** An order that a buyer wants, under an id that stands for a key. */
export interface Wanted {
  orderId: string;
  userId: string;
  items: { productId: string; quantity: number }[];
}

export const aWish = (productId: string): Wanted => ({
  orderId: randomUUID(),
  userId: randomUUID().replaceAll('-', '').slice(0, 24),
  items: [{ productId, quantity: 3 }],
});

/** Hours after which a reservation without an order has expired. */
export const later = 2;

export const place = ({ place: ask, relayed }: Process, wanted: Wanted) =>
  ask({ ...wanted, hasIdempotencyKey: true }).then(relayed);

export const cancel = ({ process }: Running, { orderId, userId }: Wanted) => process.cancel({ orderId, userId });

/** An attempt that died between the stock and the order. */
export const reserveOnly = ({ process }: Running, wanted: Wanted) =>
  process.reserve({ orderId: wanted.orderId, items: wanted.items, bodyHash: hashText(orderBodyText(wanted)) });

export const giveUp = ({ process }: Running, { orderId }: Wanted) =>
  process.fail({ orderId, reason: 'nobody can send it' });

export const expire = ({ process }: Running) => process.expire();
export const expireLater = (world: World) => expire(world.start({}, later));

export const placeFirst = (world: World, wanted: Wanted) => place(world.start().process, wanted);
/** What a rival hears is his own affair: it may be an error, and the audit has the last word. */
export const placeIfPossible = (world: World, wanted: Wanted) => placeFirst(world, wanted).catch(() => undefined);
export const cancelIfPossible = (world: World, wanted: Wanted) => cancel(world.start(), wanted).catch(() => undefined);

/** Receives until a message was worked off, or until the process is dead. */
export async function consume({ process: { consumer }, effects }: Running): Promise<void> {
  consumer.start();
  await eventually(() => {
    if (!effects.isCrashed() && !effects.names.some((name) => name.includes('DeleteMessage'))) {
      throw new Error('nothing was worked off');
    }
  }, 30_000);
  await Promise.race([consumer.stop(), effects.crashed]);
}

const consumeIfPossible = (running: Running) => consume(running).catch(() => undefined);

export async function consumeAndMail(world: World): Promise<void> {
  await consumeIfPossible(world.start());
  await world.start().process.sendMails();
}

/** A process that dies before it does this. */
export function startDyingAt(world: World, name: string): Running {
  const running: Running = world.start({
    before: (effect) => {
      if (effect.name === name) running.effects.crash();
      return Promise.resolve();
    },
  });
  return running;
}

/** Cancels, and dies before the stock is back. */
export async function cancelAndDie(world: World, wanted: Wanted): Promise<void> {
  const running = startDyingAt(world, 'products.bulkWrite');
  await Promise.race([running.effects.crashed, cancel(running, wanted).catch(() => undefined)]);
}

export async function settleFirst(world: World, wanted: Wanted): Promise<void> {
  await placeFirst(world, wanted);
  await consume(world.start());
}
