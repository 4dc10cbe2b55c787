// What is asked for, of which chain.
import {
  fiveLineShots,
  historyShots,
  hotShots,
  pageShot,
  readShot,
  registerBuyers,
  signInAgain,
  signInShots,
  spreadShots,
  type Buyer,
} from './buyers.mts';
import { fillChain, type Filled } from './fill.mts';
import type { Load, Shot } from './load/load.mts';
import { placeOrders, type PlacedOrder } from './place-orders.mts';
import type { ChainName, World } from './world.mts';

export interface Case {
  /** Made for each load, for tokens are renewed. */
  shots: () => Shot[];
  accepted: number;
  hasKeys?: boolean;
}

export const caseNames = [
  'place, spread',
  'place, one product',
  'place, 5 lines',
  'place, spread, with keys',
  'place, spread, everything running',
  'place, spread, nothing published',
  'traced: place, spread',
  'one in ten traced: place, spread',
  'read, cached',
  'read, not cached',
  'history page',
  'sign in',
  'ceiling: place',
  'ceiling: read',
  'one transaction an order, spread',
  'one transaction an order, one product',
  'two inventories: place, one product',
  'filled: place, spread',
  'filled: read, not cached',
  'filled: page in the middle of a history',
  'page in the middle of a history',
  'before: place, spread',
  'before: place, one product',
] as const;
export type CaseName = (typeof caseNames)[number];

const buyerCount = 32;
const readerOrders = 60;

export const chainOf: Record<CaseName, ChainName> = {
  'place, spread': 'paused',
  'place, one product': 'paused',
  'place, 5 lines': 'paused',
  'place, spread, with keys': 'paused',
  'place, spread, everything running': 'system',
  'place, spread, nothing published': 'unpublished',
  'traced: place, spread': 'traced',
  'one in ten traced: place, spread': 'traced, one in ten',
  'read, cached': 'system',
  'read, not cached': 'paused',
  'history page': 'system',
  'page in the middle of a history': 'paused',
  'sign in': 'system',
  'ceiling: place': 'ceiling',
  'ceiling: read': 'ceiling',
  'one transaction an order, spread': 'one by one',
  'one transaction an order, one product': 'one by one',
  'two inventories: place, one product': 'two inventories',
  'filled: place, spread': 'filled',
  'filled: read, not cached': 'filled',
  'filled: page in the middle of a history': 'filled',
  'before: place, spread': 'before',
  'before: place, one product': 'before',
};

export const chainsOf = (names: CaseName[]): Set<ChainName> => new Set(names.map((name) => chainOf[name]));

export interface Cases {
  buyers: Buyer[];
  all: Record<CaseName, Case>;
  /** Whose orders in the chain "paused" are read, and therefore kept. */
  reader: Buyer;
  /** Signs everybody in again, for a token lasts 15 minutes. */
  renewTokens: () => Promise<void>;
}

/** Registers the users, and places the orders that are read. */
export async function prepareCases({ chains, stores }: World, size: number): Promise<Cases> {
  const buyers = await registerBuyers(chains.system.port, buyerCount + 1);
  const reader = buyers.pop();
  if (!reader) throw new Error('nobody was registered');
  const settled = await placeOrders(chains.system.port, reader, readerOrders);
  const pending = chains.paused ? await placeOrders(chains.paused.port, reader, readerOrders) : [];
  const filled =
    chains.filled &&
    (await fillChain(stores, { system: chains.system.prefix, filled: chains.filled.prefix, reader, size }));
  await stores.untilSettled(chains.system.prefix);

  const spread = { shots: () => spreadShots(buyers), accepted: 201 };
  const hot = { shots: () => hotShots(buyers), accepted: 201 };
  const reads = () => settled.map(({ orderId }) => readShot(reader, orderId));
  return {
    buyers,
    reader,
    renewTokens: () => signInAgain(chains.system.port, [...buyers, reader]),
    all: {
      'place, spread': spread,
      'place, one product': hot,
      'place, 5 lines': { shots: () => fiveLineShots(buyers), accepted: 201 },
      'place, spread, with keys': { ...spread, hasKeys: true },
      'place, spread, everything running': spread,
      'place, spread, nothing published': spread,
      'traced: place, spread': spread,
      'one in ten traced: place, spread': spread,
      'read, cached': { shots: reads, accepted: 200 },
      'read, not cached': {
        shots: () => pending.map(({ orderId }) => readShot(reader, orderId)),
        accepted: 200,
      },
      'history page': { shots: () => historyShots([reader]), accepted: 200 },
      'sign in': { shots: () => signInShots(buyers), accepted: 200 },
      'ceiling: place': spread,
      'ceiling: read': { shots: reads, accepted: 200 },
      'one transaction an order, spread': spread,
      'one transaction an order, one product': hot,
      'two inventories: place, one product': hot,
      'page in the middle of a history': { shots: () => middlePages(reader, pending), accepted: 200 },
      ...filledCases(reader, spread, filled),
      'before: place, spread': spread,
      'before: place, one product': hot,
    },
  };
}

function filledCases(reader: Buyer, spread: Case, filled: Filled | undefined) {
  const orders = filled?.readerOrders ?? [];
  return {
    'filled: place, spread': spread,
    'filled: read, not cached': { shots: () => orders.map(({ orderId }) => readShot(reader, orderId)), accepted: 200 },
    'filled: page in the middle of a history': { shots: () => middlePages(reader, orders), accepted: 200 },
  };
}

/** Pages of 20 behind some order of the first two thirds, newest first. */
const middlePages = (reader: Buyer, orders: PlacedOrder[]): Shot[] =>
  orders
    .toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
    .slice(1, Math.ceil((orders.length * 2) / 3))
    .map((order) => pageShot(reader, order));

export const loadOf = (
  { shots, accepted, hasKeys = false }: Case,
  how: Pick<Load, 'port' | 'connections' | 'seconds' | 'warmSeconds'>,
): Load => ({ ...how, shots: shots(), accepted, hasKeys });
