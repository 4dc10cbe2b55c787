import { randomUUID } from 'node:crypto';
import { bodyText } from '@orders/order/domain/order';
import { eventually } from '../support/eventually';
import { hash, type Process } from './process';
import type { Running, World } from './world';

/** An order that a buyer wants, under an id that stands for a key. */
export interface Wanted {
  orderId: string;
  userId: string;
  items: { productId: string; quantity: number }[];
}

/** One way through the system, whose every effect is to fail once. */
export interface Scenario {
  name: string;
  /** What was there before, made by processes that live. */
  prepare: (world: World, wanted: Wanted) => Promise<unknown>;
  /** What is disturbed. */
  act: (running: Running, wanted: Wanted) => Promise<unknown>;
  /** How far ahead the clock of the disturbed process is. */
  hoursAhead: number;
  /** What another process does to the same order meanwhile. */
  rival: (world: World, wanted: Wanted) => Promise<unknown>;
  /** Whether the buyer asks again, under the same key, until the order is placed. */
  isPlacedAgain: boolean;
}

const later = 2;

export const place = ({ place: ask, relayed }: Process, wanted: Wanted) =>
  ask({ ...wanted, hasIdempotencyKey: true }).then(relayed);

const cancel = ({ process }: Running, { orderId, userId }: Wanted) => process.cancel({ orderId, userId });

/** An attempt that died between the stock and the order. */
const reserveOnly = ({ process }: Running, wanted: Wanted) =>
  process.reserve({ orderId: wanted.orderId, items: wanted.items, bodyHash: hash(bodyText(wanted)) });

const giveUp = ({ process }: Running, { orderId }: Wanted) => process.fail({ orderId, reason: 'nobody can send it' });

const expire = ({ process }: Running) => process.expire();
const expireLater = (world: World) => expire(world.start({}, later));

const placeFirst = (world: World, wanted: Wanted) => place(world.start().process, wanted);
/** What a rival hears is his own affair: it may be an error, and the audit has the last word. */
const placeIfPossible = (world: World, wanted: Wanted) => placeFirst(world, wanted).catch(() => undefined);
const cancelIfPossible = (world: World, wanted: Wanted) => cancel(world.start(), wanted).catch(() => undefined);

/** Receives until a message was worked off, or until the process is dead. */
async function consume({ process: { consumer }, effects }: Running): Promise<void> {
  consumer.start();
  await eventually(() => {
    if (!effects.isCrashed() && !effects.names.some((name) => name.includes('DeleteMessage'))) {
      throw new Error('nothing was worked off');
    }
  }, 30_000);
  await Promise.race([consumer.stop(), effects.crashed]);
}

const consumeIfPossible = (running: Running) => consume(running).catch(() => undefined);

async function consumeAndMail(world: World): Promise<void> {
  await consumeIfPossible(world.start());
  await world.start().process.sendMails();
}

/** A process that dies before it does this. */
function startDyingAt(world: World, name: string): Running {
  const running: Running = world.start({
    before: (effect) => {
      if (effect.name === name) running.effects.crash();
      return Promise.resolve();
    },
  });
  return running;
}

/** Cancels, and dies before the stock is back. */
async function cancelAndDie(world: World, wanted: Wanted): Promise<void> {
  const running = startDyingAt(world, 'products.bulkWrite');
  await Promise.race([running.effects.crashed, cancel(running, wanted).catch(() => undefined)]);
}

async function settleFirst(world: World, wanted: Wanted): Promise<void> {
  await placeFirst(world, wanted);
  await consume(world.start());
}

const placing: Pick<Scenario, 'act' | 'hoursAhead'> = {
  act: ({ process }, wanted) => place(process, wanted),
  hoursAhead: 0,
};

export const scenarios: Scenario[] = [
  {
    ...placing,
    name: 'an order is placed',
    prepare: () => Promise.resolve(),
    rival: async (world, { items }) => {
      await expireLater(world);
      await placeIfPossible(world, { ...aWish(''), items });
    },
    isPlacedAgain: true,
  },
  {
    ...placing,
    name: 'the last pieces are ordered',
    prepare: (world, { items: [wish] }) =>
      placeFirst(world, { ...aWish(''), items: [{ ...wish!, quantity: world.stock - wish!.quantity }] }),
    rival: (world, { items }) => placeIfPossible(world, { ...aWish(''), items }),
    isPlacedAgain: false,
  },
  {
    ...placing,
    name: 'an order is placed, and its buyer never comes back',
    prepare: () => Promise.resolve(),
    rival: placeIfPossible,
    isPlacedAgain: false,
  },
  {
    ...placing,
    name: 'an order is placed under an id that expired before',
    prepare: async (world, wanted) => {
      await reserveOnly(world.start(), wanted);
      await expireLater(world);
    },
    rival: expireLater,
    isPlacedAgain: true,
  },
  {
    ...placing,
    name: 'an order is placed while it is cancelled',
    prepare: () => Promise.resolve(),
    rival: cancelAndDie,
    isPlacedAgain: false,
  },
  {
    name: 'an order is cancelled',
    prepare: placeFirst,
    act: cancel,
    hoursAhead: 0,
    rival: consumeAndMail,
    isPlacedAgain: false,
  },
  {
    name: 'an order is given up',
    prepare: placeFirst,
    act: giveUp,
    hoursAhead: 0,
    rival: consumeAndMail,
    isPlacedAgain: false,
  },
  {
    name: 'an id whose reservation expired is closed',
    prepare: async (world, wanted) => {
      await reserveOnly(world.start(), wanted);
      await expireLater(world);
    },
    act: ({ process }, { orderId }) => process.release([orderId]),
    hoursAhead: 0,
    rival: (world, wanted) => reserveOnly(world.start(), wanted).catch(() => undefined),
    isPlacedAgain: false,
  },
  {
    name: 'an order is settled',
    prepare: placeFirst,
    act: consume,
    hoursAhead: 0,
    rival: cancelIfPossible,
    isPlacedAgain: false,
  },
  {
    name: 'the message of a settled order comes again',
    prepare: async (world, wanted) => {
      await placeFirst(world, wanted);
      await consume(startDyingAt(world, 'sqs.DeleteMessageBatchCommand'));
      await world.start().process.sendMails();
    },
    act: consume,
    hoursAhead: 0,
    rival: (world) => world.start().process.sendMails(),
    isPlacedAgain: false,
  },
  {
    name: 'a reservation without an order expires',
    prepare: (world, wanted) => reserveOnly(world.start(), wanted),
    act: expire,
    hoursAhead: later,
    rival: placeIfPossible,
    isPlacedAgain: true,
  },
  {
    name: 'a mail is sent',
    prepare: settleFirst,
    act: ({ process }) => process.sendMails(),
    hoursAhead: 0,
    rival: (world) => world.start().process.sendMails(),
    isPlacedAgain: false,
  },
];

export const aWish = (productId: string): Wanted => ({
  orderId: randomUUID(),
  userId: randomUUID().replaceAll('-', '').slice(0, 24),
  items: [{ productId, quantity: 3 }],
});
