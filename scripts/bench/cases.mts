// What is asked for, of which chain.
import {
  fiveLineShots,
  historyShots,
  hotShots,
  readShot,
  registerBuyers,
  signInShots,
  spreadShots,
  type Buyer,
} from './buyers.mts';
import type { Load, Shot } from './load/load.mts';
import { placeOrders } from './place-orders.mts';
import type { ChainName, World } from './world.mts';

export interface Case {
  chain: ChainName;
  shots: Shot[];
  accepted: number;
  hasKeys?: boolean;
}

export const caseNames = [
  'place, spread',
  'place, one product',
  'place, 5 lines',
  'place, spread, with keys',
  'place, spread, everything running',
  'read, cached',
  'read, not cached',
  'history page',
  'sign in',
  'ceiling: place',
  'ceiling: read',
  'one transaction an order, spread',
  'one transaction an order, one product',
  'before: place, spread',
  'before: place, one product',
] as const;
export type CaseName = (typeof caseNames)[number];

const buyerCount = 32;
const readerOrders = 60;

export interface Cases {
  buyers: Buyer[];
  all: Record<CaseName, Case>;
  /** Whose orders in the chain "paused" are read, and therefore kept. */
  reader: Buyer;
}

/** Registers the users, and places the orders that are read. */
export async function prepareCases({ chains, stores }: World): Promise<Cases> {
  const buyers = await registerBuyers(chains.system.port, buyerCount + 1);
  const reader = buyers.pop();
  if (!reader) throw new Error('nobody was registered');
  const settled = await placeOrders(chains.system.port, reader, readerOrders);
  const pending = await placeOrders(chains.paused.port, reader, readerOrders);
  await stores.untilSettled(chains.system.prefix);

  const spread = { shots: spreadShots(buyers), accepted: 201 };
  const hot = { shots: hotShots(buyers), accepted: 201 };
  const reads = settled.map((orderId) => readShot(reader, orderId));
  return {
    buyers,
    reader,
    all: {
      'place, spread': { chain: 'paused', ...spread },
      'place, one product': { chain: 'paused', ...hot },
      'place, 5 lines': { chain: 'paused', shots: fiveLineShots(buyers), accepted: 201 },
      'place, spread, with keys': { chain: 'paused', ...spread, hasKeys: true },
      'place, spread, everything running': { chain: 'system', ...spread },
      'read, cached': { chain: 'system', shots: reads, accepted: 200 },
      'read, not cached': {
        chain: 'paused',
        shots: pending.map((orderId) => readShot(reader, orderId)),
        accepted: 200,
      },
      'history page': { chain: 'system', shots: historyShots([reader]), accepted: 200 },
      'sign in': { chain: 'system', shots: signInShots(buyers), accepted: 200 },
      'ceiling: place': { chain: 'ceiling', ...spread },
      'ceiling: read': { chain: 'ceiling', shots: reads, accepted: 200 },
      'one transaction an order, spread': { chain: 'one by one', ...spread },
      'one transaction an order, one product': { chain: 'one by one', ...hot },
      'before: place, spread': { chain: 'before', ...spread },
      'before: place, one product': { chain: 'before', ...hot },
    },
  };
}

export const loadOf = (
  { shots, accepted, hasKeys = false }: Case,
  how: Pick<Load, 'port' | 'connections' | 'seconds' | 'warmSeconds'>,
): Load => ({ ...how, shots, accepted, hasKeys });
