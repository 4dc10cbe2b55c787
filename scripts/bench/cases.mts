// What is asked for, of which chain.
import type { ChainName } from './designs.mts';
import type { Load, Shot } from './load.mts';
import {
  catalogueShots,
  fiveItemShots,
  historyShots,
  hotShots,
  readShots,
  signInShots,
  spreadShots,
  type Buyer,
  type Placed,
} from './shots.mts';

/** Who asks: the reader is one of the users of a chain, whose orders are kept. */
export interface Audience {
  buyers: Buyer[];
  reader: Buyer;
  orders: Placed[];
}

const spread = ({ buyers }: Audience) => spreadShots(buyers);
const hot = ({ buyers }: Audience) => hotShots(buyers);
const reads = ({ reader, orders }: Audience) => readShots(reader, orders);

interface How {
  hasKeys?: boolean;
  accepted?: number;
  /** How many pages of the catalogue others read at the same time. */
  readsPerSecond?: number;
}

type Case = [chain: ChainName, shots: (audience: Audience) => Shot[], how?: How];

const read = { accepted: 200 };

export const cases = {
  'place, everything running': ['system', spread],
  'place, settlement paused': ['paused', spread],
  'place, one product': ['paused', hot],
  'place, 5 items': ['paused', ({ buyers }) => fiveItemShots(buyers)],
  'place, with keys': ['paused', spread, { hasKeys: true }],
  'place, beside readers': ['paused', spread, { readsPerSecond: 200 }],
  'place, traced': ['traced', spread],
  'place, one in ten traced': ['traced, one in ten', spread],
  'place, filled': ['filled', spread],
  'place, two inventories, one product': ['two inventories', hot],
  'one transaction an order': ['one transaction an order', spread],
  'one transaction an order, one product': ['one transaction an order', hot],
  'ceiling: place': ['ceiling', spread],
  'read, cached': ['system', reads, read],
  'read, not cached': ['paused', reads, read],
  'read, original shape': ['monolith', reads, read],
  'read, filled': ['filled', reads, read],
  'history page': ['paused', ({ reader }) => historyShots(reader), read],
  'history page, filled': ['filled', ({ reader }) => historyShots(reader), read],
  'sign in': ['system', ({ buyers }) => signInShots(buyers), read],
  'before: place, everything running': ['before', spread],
  'before: place, settlement paused': ['before, paused', spread],
  'before: place, one product': ['before, paused', hot],
  'before: read, cached': ['before', reads, read],
} as const satisfies Record<string, Case>;

export type CaseName = keyof typeof cases;
export const caseNames = Object.keys(cases) as CaseName[];
export const chainOf = (name: CaseName): ChainName => cases[name][0];

export function loadOf(name: CaseName, audience: Audience): Pick<Load, 'shots' | 'accepted' | 'hasKeys' | 'readers'> {
  const [, shots, { accepted = 201, hasKeys = false, readsPerSecond = 0 } = {}] = cases[name] as Case;
  const readers = readsPerSecond > 0 && { readers: { perSecond: readsPerSecond, shots: catalogueShots() } };
  return { shots: shots(audience), accepted, hasKeys, ...readers };
}
