import { ofKind, type Call, type ChangeProduct, type Place } from './call';
import { basketOf } from './check-orders';
import { historiesOfOrders, rankOf, type OrderHistory, type Sighting } from './sightings';

/** Units that come or go once: not before `from`, and no later than `until`; Infinity where that is not certain. */
export interface StockChange {
  units: number;
  from: number;
  until: number;
  /** Whether it is in the stock at rest; undefined where nobody can know. */
  atRest: boolean | undefined;
  call: Call;
}

/** A moment between `from` and `until` in which stock or price was set to a value. */
export interface SetTo {
  value: number;
  from: number;
  until: number;
  isCertain: boolean;
  call: Call;
}

/** Everything that changed one product. */
export interface ProductChanges {
  changes: StockChange[];
  stock: SetTo[];
  price: SetTo[];
}

/** All changes of all products, from what orders took and returned and from what admins did. */
export function changesOfProducts(calls: Call[]): Map<string, ProductChanges> {
  const found = new Map<string, ProductChanges>();
  const of = (productId: string): ProductChanges => {
    const known = found.get(productId) ?? { changes: [], stock: [], price: [] };
    found.set(productId, known);
    return known;
  };
  const histories = historiesOfOrders(calls);
  for (const history of histories) addOrder(history, of);
  const known = new Set(histories.filter(hasOrder).flatMap(placesOfItsItems));
  for (const place of ofKind(calls, 'place')) if (!known.has(place)) addLostPlace(place, of);
  for (const operation of operationsIn(calls)) addOperation(operation, of);
  return found;
}

/** Under the same key another body may have held units before the order was placed. */
const placesOfItsItems = ({ places, sightings }: OrderHistory): Place[] =>
  places.filter(({ userId, items }) => basketOf(userId, items) === basketOf(userId, itemsIn(sightings)));

const hasOrder = ({ sightings }: OrderHistory) => sightings.some((sighting) => rankOf(sighting) > 0);

/** An order took its units by the time that anybody saw it, and returned them at the earliest when its end was asked for. */
function addOrder({ sightings, places, ends }: OrderHistory, of: (productId: string) => ProductChanges): void {
  const seen = sightings.filter((sighting) => rankOf(sighting) > 0);
  const asked = ends.filter(({ outcome }) => outcome !== 'not done');
  const taken = {
    from: earliest(places) ?? -Infinity,
    until: Math.min(...seen.map(({ end }) => end)),
    atRest: true,
  };
  const returned = { from: earliest(asked) ?? Infinity, until: Infinity, atRest: seen.some(isReturning) };
  for (const { productId, quantity } of itemsIn(seen)) {
    const { changes } = of(productId);
    changes.push({ ...taken, units: -quantity, call: places[0] ?? seen[0]!.call });
    if (asked[0]) changes.push({ ...returned, units: quantity, call: asked[0] });
  }
}

const itemsIn = (seen: Sighting[]) => seen.find(({ order }) => order)?.order?.items ?? [];

const isReturning = ({ state }: Sighting) => state === 'Cancelled' || state === 'Failed';

const earliest = (calls: Call[]) => (calls.length === 0 ? undefined : Math.min(...calls.map(({ start }) => start)));

/** A request that placed nothing that anybody saw may still have held units for a while. */
function addLostPlace(call: Place, of: (productId: string) => ProductChanges): void {
  if (call.outcome === 'not done' || isRefusedAtOnce(call)) return;
  for (const { productId, quantity } of call.items) {
    of(productId).changes.push({ units: -quantity, from: call.start, until: Infinity, atRest: false, call });
  }
}

// Where the key was used with another body, this body may have taken units that expire.
const isRefusedAtOnce = ({ outcome, code }: Place) => outcome === 'refused' && code !== 'IDEMPOTENCY_KEY_REUSED';

/** A change of a product, however often it was sent under its key. */
export interface Operation {
  first: ChangeProduct;
  from: number;
  until: number;
  isDone: boolean;
  calls: ChangeProduct[];
}

export function operationsIn(calls: Call[]): Operation[] {
  const changes = ofKind(calls, 'create', 'restock', 'set');
  const groups = Map.groupBy(changes, (call) => (call.key === undefined ? call : `${call.productId} ${call.key}`));
  return [...groups.values()].flatMap((sent) => {
    const [first] = sent;
    const answered = sent.filter(({ outcome }) => outcome === 'done');
    if (!first || sent.every(({ outcome }) => outcome === 'refused' || outcome === 'not done')) return [];
    const from = Math.min(...sent.map(({ start }) => start));
    const until = Math.min(Infinity, ...answered.map(({ end }) => end));
    return [{ first, from, until, isDone: answered.length > 0, calls: sent }];
  });
}

function addOperation({ first, from, until, isDone }: Operation, of: (productId: string) => ProductChanges): void {
  const { kind, productId, quantity, stock, price } = first;
  const { changes, ...sets } = of(productId);
  if (kind === 'restock') {
    changes.push({ units: quantity ?? 0, from, until, atRest: isDone ? true : undefined, call: first });
    return;
  }
  for (const [name, value] of Object.entries({ stock, price })) {
    if (value !== undefined)
      sets[name as 'stock' | 'price'].push({ value, from, until, isCertain: isDone, call: first });
  }
}
