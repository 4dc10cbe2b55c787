import { randomUUID } from 'node:crypto';
import { hashText } from '@orders/order/use-cases/place-order';
import { orderBodyText } from '@orders/proto/items';
import { eventually } from '../support/eventually';
import type { Process } from './process';
import type { Running, World } from './world';

/** An order to place, under an id that stands for an idempotency key. */
export interface OrderRequest {
  orderId: string;
  userId: string;
  items: { productId: string; quantity: number }[];
}

export const anOrderRequest = (productId: string): OrderRequest => ({
  orderId: randomUUID(),
  userId: randomUUID().replaceAll('-', '').slice(0, 24),
  items: [{ productId, quantity: 3 }],
});

/** Hours after which a reservation without an order has expired. */
export const hoursUntilExpired = 2;

export const place = ({ place: placeOrder, relayed }: Process, request: OrderRequest) =>
  placeOrder({ ...request, hasIdempotencyKey: true }).then(relayed);

export const cancel = ({ process }: Running, { orderId, userId }: OrderRequest) => process.cancel({ orderId, userId });

/** An attempt that crashed after reserving the stock, before storing the order. */
export const reserveOnly = ({ process }: Running, request: OrderRequest) =>
  process.reserve({ orderId: request.orderId, items: request.items, bodyHash: hashText(orderBodyText(request)) });

export const failOrder = ({ process }: Running, { orderId }: OrderRequest) =>
  process.fail({ orderId, reason: 'failed by an operator' });

export const expire = ({ process }: Running) => process.expire();
export const expireLater = (world: World) => expire(world.start({}, hoursUntilExpired));

export const placeFirst = (world: World, request: OrderRequest) => place(world.start().process, request);
/** An interfering process may get an error; the audit decides whether anything is wrong. */
export const placeIfPossible = (world: World, request: OrderRequest) =>
  placeFirst(world, request).catch(() => undefined);
export const cancelIfPossible = (world: World, request: OrderRequest) =>
  cancel(world.start(), request).catch(() => undefined);

/** Receives until a message was processed, or until the process has crashed. */
export async function consume({ process: { consumer }, effects }: Running): Promise<void> {
  consumer.start();
  await eventually(() => {
    if (!effects.hasCrashed() && !effects.names.some((name) => name.includes('DeleteMessage'))) {
      throw new Error('no message was processed');
    }
  }, 30_000);
  await Promise.race([consumer.stop(), effects.crashed]);
}

const consumeIfPossible = (running: Running) => consume(running).catch(() => undefined);

export async function sendAll(world: World): Promise<void> {
  const { process } = world.start();
  await process.sendMails();
  await process.sendDeliveries();
}

export async function settleAndSend(world: World): Promise<void> {
  await consumeIfPossible(world.start());
  await sendAll(world);
}

/** A process that crashes before this effect. */
export function startCrashingAt(world: World, name: string): Running {
  const running: Running = world.start({
    before: (effect) => {
      if (effect.name === name) running.effects.crash();
      return Promise.resolve();
    },
  });
  return running;
}

/** Cancels, and crashes before the stock is released. */
export async function cancelAndCrash(world: World, request: OrderRequest): Promise<void> {
  const running = startCrashingAt(world, 'products.bulkWrite');
  await Promise.race([running.effects.crashed, cancel(running, request).catch(() => undefined)]);
}

export async function settleFirst(world: World, request: OrderRequest): Promise<void> {
  await placeFirst(world, request);
  await consume(world.start());
}
