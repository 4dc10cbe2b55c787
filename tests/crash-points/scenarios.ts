import {
  later,
  place,
  cancel,
  reserveOnly,
  giveUp,
  expire,
  expireLater,
  placeFirst,
  placeIfPossible,
  cancelIfPossible,
  consume,
  consumeAndMail,
  startDyingAt,
  cancelAndDie,
  settleFirst,
  aWish,
  type Wanted,
} from './actions';
import type { Running, World } from './world';

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
