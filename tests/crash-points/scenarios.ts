import {
  hoursUntilExpired,
  place,
  cancel,
  reserveOnly,
  failOrder,
  expire,
  expireLater,
  placeFirst,
  placeIfPossible,
  cancelIfPossible,
  consume,
  settleAndSend,
  sendAll,
  startCrashingAt,
  cancelAndCrash,
  settleFirst,
  anOrderRequest,
  type OrderRequest,
} from './actions';
import type { Running, World } from './world';

/** One path through the system, of which every effect fails once. */
export interface Scenario {
  name: string;
  /** Prepares the state, by processes that do not crash. */
  prepare: (world: World, request: OrderRequest) => Promise<unknown>;
  /** What is disturbed. */
  act: (running: Running, request: OrderRequest) => Promise<unknown>;
  /** How far ahead the clock of the disturbed process is. */
  hoursAhead: number;
  /** What another process does to the same order at that moment. */
  interfere: (world: World, request: OrderRequest) => Promise<unknown>;
  /** Whether the buyer repeats the request, under the same key, until the order is placed. */
  isPlacedAgain: boolean;
  /** Whether there is a webhook. */
  hasWebhook: boolean;
}

const placing: Pick<Scenario, 'act' | 'hoursAhead'> = {
  act: ({ process }, request) => place(process, request),
  hoursAhead: 0,
};

export const scenarios: Scenario[] = [
  {
    ...placing,
    name: 'an order is placed',
    prepare: () => Promise.resolve(),
    interfere: async (world, { items }) => {
      await expireLater(world);
      await placeIfPossible(world, { ...anOrderRequest(''), items });
    },
    isPlacedAgain: true,
    hasWebhook: false,
  },
  {
    ...placing,
    name: 'the last units are ordered',
    prepare: (world, { items: [item] }) =>
      placeFirst(world, { ...anOrderRequest(''), items: [{ ...item!, quantity: world.stock - item!.quantity }] }),
    interfere: (world, { items }) => placeIfPossible(world, { ...anOrderRequest(''), items }),
    isPlacedAgain: false,
    hasWebhook: false,
  },
  {
    ...placing,
    name: 'an order is placed, and its buyer never comes back',
    prepare: () => Promise.resolve(),
    interfere: placeIfPossible,
    isPlacedAgain: false,
    hasWebhook: false,
  },
  {
    ...placing,
    name: 'an order is placed under an id that expired before',
    prepare: async (world, request) => {
      await reserveOnly(world.start(), request);
      await expireLater(world);
    },
    interfere: expireLater,
    isPlacedAgain: true,
    hasWebhook: false,
  },
  {
    ...placing,
    name: 'an order is placed while it is cancelled',
    prepare: () => Promise.resolve(),
    interfere: cancelAndCrash,
    isPlacedAgain: false,
    hasWebhook: false,
  },
  {
    name: 'an order is cancelled',
    prepare: placeFirst,
    act: cancel,
    hoursAhead: 0,
    interfere: settleAndSend,
    isPlacedAgain: false,
    hasWebhook: true,
  },
  {
    name: 'an operator fails an order',
    prepare: placeFirst,
    act: failOrder,
    hoursAhead: 0,
    interfere: settleAndSend,
    isPlacedAgain: false,
    hasWebhook: true,
  },
  {
    name: 'an id whose reservation expired is closed',
    prepare: async (world, request) => {
      await reserveOnly(world.start(), request);
      await expireLater(world);
    },
    act: ({ process }, { orderId }) => process.release([orderId]),
    hoursAhead: 0,
    interfere: (world, request) => reserveOnly(world.start(), request).catch(() => undefined),
    isPlacedAgain: false,
    hasWebhook: false,
  },
  {
    name: 'an order is settled',
    prepare: placeFirst,
    act: consume,
    hoursAhead: 0,
    interfere: cancelIfPossible,
    isPlacedAgain: false,
    hasWebhook: true,
  },
  {
    name: 'the message of a settled order comes again',
    prepare: async (world, request) => {
      await placeFirst(world, request);
      await consume(startCrashingAt(world, 'sqs.DeleteMessageBatchCommand'));
      await sendAll(world);
    },
    act: consume,
    hoursAhead: 0,
    interfere: sendAll,
    isPlacedAgain: false,
    hasWebhook: true,
  },
  {
    name: 'a reservation without an order expires',
    prepare: (world, request) => reserveOnly(world.start(), request),
    act: expire,
    hoursAhead: hoursUntilExpired,
    interfere: placeIfPossible,
    isPlacedAgain: true,
    hasWebhook: false,
  },
  {
    name: 'a mail is sent',
    prepare: settleFirst,
    act: ({ process }) => process.sendMails(),
    hoursAhead: 0,
    interfere: (world) => world.start().process.sendMails(),
    isPlacedAgain: false,
    hasWebhook: false,
  },
  {
    name: 'a delivery is sent',
    prepare: settleFirst,
    act: ({ process }) => process.sendDeliveries(),
    hoursAhead: 0,
    interfere: (world) => world.start().process.sendDeliveries(),
    isPlacedAgain: false,
    hasWebhook: true,
  },
];
