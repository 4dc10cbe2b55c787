import { ofKind, type Call, type Place, type ReadProduct, type SeenProduct, type Violation } from './call';
import {
  changesOfProducts,
  operationsIn,
  type Operation,
  type ProductChanges,
  type SetTo,
  type StockChange,
} from './stock-changes';

/** What a call showed of a product, as it was at some moment between `start` and `end`. */
interface Shown {
  productId: string;
  start: number;
  end: number;
  stock?: number;
  price?: number;
  revision?: number | undefined;
  isAtRest: boolean;
  call: Call;
}

/** Whether what was shown of each product is possible. */
export function checkProducts(calls: Call[]): Violation[] {
  const changes = changesOfProducts(calls);
  const operations = operationsIn(calls);
  const shown = Map.groupBy(shownIn(calls, operations), ({ productId }) => productId);
  return [
    ...operations.flatMap(checkAnswers),
    ...[...shown].flatMap(([productId, all]) => {
      const known = changes.get(productId);
      return known?.stock.length ? [...checkRevisions(all), ...checkValues(all, known)] : checkRevisions(all);
    }),
  ];
}

function shownIn(calls: Call[], operations: Operation[]): Shown[] {
  const looks = ofKind(calls, 'look').flatMap(({ product, ...call }: ReadProduct): Shown[] => {
    const { productId, start, staleMs, end, isAtRest } = call;
    return product
      ? [{ productId, start: start - staleMs, end, ...product, isAtRest, call: { ...call, product } }]
      : [];
  });
  const answers = operations.flatMap(({ from, until, calls: sent }): Shown[] => {
    const answer = sent.find(({ product }) => product);
    if (!answer?.product) return [];
    return [{ productId: answer.productId, start: from, end: until, ...answer.product, isAtRest: false, call: answer }];
  });
  const firstOf = new Map<string, number>();
  const places = ofKind(calls, 'place');
  for (const { userId, key, start } of places) {
    const name = `${userId} ${String(key)}`;
    firstOf.set(name, Math.min(start, firstOf.get(name) ?? Infinity));
  }
  const startOf = ({ userId, key, start }: Place) =>
    (key === undefined ? start : firstOf.get(`${userId} ${key}`)) ?? start;
  return [...looks, ...answers, ...places.flatMap((call) => shownByPlace(call, startOf(call)))];
}

/** Prices are those of the moment in which any of the requests under the key took the stock. */
function shownByPlace(call: Place, start: number): Shown[] {
  const { order, available = [], end } = call;
  const at = { isAtRest: false, end, call };
  return [
    ...available.map((short) => ({ ...at, start: call.start, productId: short.productId, stock: short.available })),
    ...(order?.items ?? []).map(({ productId, unitPrice }) => ({ ...at, start, productId, price: unitPrice })),
  ];
}

/** What was shown with a revision. */
type Revised = Shown & { revision: number };

/** Revisions of a product only grow, and each is one state of it. */
function checkRevisions(all: Shown[]): Violation[] {
  const revised = all.filter((one): one is Revised => one.revision !== undefined);
  const backwards = revised.toSorted((left, right) => left.start - right.start).map(newestBefore(revised));
  const back = backwards.find(({ newest, later }) => newest && newest.revision > later.revision);
  const states = new Map(revised.map((one) => [one.revision, one]));
  const other = revised.find((one) => textOf(one) !== textOf(states.get(one.revision) ?? one));
  return [
    ...(back?.newest ? [contradiction('a product goes back', back.newest, back.later)] : []),
    ...(other ? [contradiction('a revision has two states', states.get(other.revision) ?? other, other)] : []),
  ];
}

/** The newest revision that had been shown before each; called in the order of their beginnings. */
function newestBefore(revised: Revised[]) {
  const byEnd = revised.toSorted((left, right) => left.end - right.end);
  let [newest, passed]: [Revised | undefined, number] = [undefined, 0];
  return (later: Revised) => {
    for (let next = byEnd[passed]; next && next.end < later.start; next = byEnd[passed]) {
      if (!newest || next.revision > newest.revision) newest = next;
      passed += 1;
    }
    return { newest, later };
  };
}

const contradiction = (rule: string, one: Shown, other: Shown): Violation => ({
  rule,
  subject: one.productId,
  what: `${textOf(one)}, and then ${textOf(other)}`,
  calls: [one.call, other.call],
});

const textOf = ({ revision, stock, price }: Shown) =>
  `revision ${String(revision)} has ${String(stock)} units at ${String(price)}`;

/** A change that is sent again under its key is made once, and answered as the first time. */
function checkAnswers({ first, calls }: Operation): Violation[] {
  const answers = new Map(calls.flatMap((call) => (call.product ? [[describe(call.product), call] as const] : [])));
  if (answers.size < 2) return [];
  const what = `the key ${String(first.key)} was answered with ${[...answers.keys()].join(' and with ')}`;
  return [{ rule: 'a change is made twice', subject: first.productId, what, calls: [...answers.values()] }];
}

const describe = ({ stock, price, revision }: SeenProduct) => textOf({ stock, price, revision } as Shown);

function checkValues(all: Shown[], known: ProductChanges): Violation[] {
  for (const one of all) {
    const { productId: subject, call } = one;
    const { stock, price } = one;
    const ranges = stock === undefined ? [] : rangesOf(one, known);
    if (stock !== undefined && !ranges.some(([low, high]) => low <= stock && stock <= high)) {
      const possible = ranges.map(([low, high]) => `${String(low)} to ${String(high)}`).join(', or ');
      const what = `${String(stock)} units were shown; possible were ${possible}`;
      const calls = [...nearest(known.changes, one).map((change) => change.call), call];
      return [{ rule: 'the stock was never so', subject, what, calls }];
    }
    if (
      price !== undefined &&
      known.price.length > 0 &&
      !candidates(known.price, one).some((set) => set.value === price)
    ) {
      const what = `the price ${String(price)} was shown`;
      const calls = [...candidates(known.price, one).map((set) => set.call), call];
      return [{ rule: 'the price was never so', subject, what, calls }];
    }
  }
  return [];
}

const shownChanges = 6;

/** The changes that the value depends on most likely: those that began last. */
const nearest = (changes: StockChange[], { end }: Shown): StockChange[] =>
  changes
    .filter(({ from }) => from <= end)
    .sort((left, right) => right.from - left.from)
    .slice(0, shownChanges);

/** The values that may have been the last one set at some moment of the interval. */
function candidates(sets: SetTo[], { start, end }: Shown): SetTo[] {
  const isOverwritten = (set: SetTo) =>
    sets.some((other) => other.isCertain && other.from > set.until && other.until < start);
  return sets.filter((set) => set.from <= end && !isOverwritten(set));
}

/** The lowest and highest stock that is possible, counted from each value that may have been set last. */
const rangesOf = (shown: Shown, { changes, stock }: ProductChanges): [number, number][] =>
  candidates(stock, shown).map((set) => {
    const counted = changes.filter((change) => isPossible(change, set, shown));
    const low = counted.filter((change) => change.units < 0 || isCertain(change, set, shown));
    const high = counted.filter((change) => change.units > 0 || isCertain(change, set, shown));
    return [set.value + unitsOf(low), set.value + unitsOf(high)];
  });

const unitsOf = (changes: StockChange[]) => changes.reduce((sum, { units }) => sum + units, 0);

const isPossible = ({ from, until, atRest }: StockChange, set: SetTo, { end, isAtRest }: Shown) =>
  until >= set.from && (isAtRest ? atRest !== false : from <= end);

const isCertain = ({ from, until, atRest }: StockChange, set: SetTo, { start, isAtRest }: Shown) =>
  from > set.until && (isAtRest ? atRest === true : until < start);
