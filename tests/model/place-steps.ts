import {
  absent,
  anOrder,
  ask,
  aTombstone,
  done,
  pending,
  type Protocol,
  type ProtocolStep,
  type Variant,
} from './protocol';
import { committed, expired, held } from './stock-step';

type Place = 'try1' | 'try2' | 'try3';

// The next step of an attempt: read the order, reserve, insert, or read again after a refusal.
const [reads, reserves, inserts, readsAgain] = [0, 1, 2, 3] as const;

/** The steps of attempts to place, and of their calls that take effect after the attempt timed out. */
export function placeSteps(state: Protocol, variant: Variant): ProtocolStep[] {
  const places = ['try1', 'try2', 'try3'] as const;
  const own = places.flatMap((place, index) => {
    const ended = { ...state, [place]: done, [`${place}Epoch`]: 0 };
    const attempt = { place, who: `attempt ${String(index + 1)}`, body: variant.bounds.bodies[index]!, ended };
    return attemptSteps(state, attempt, variant);
  });
  return [...own, ...lateSteps(state, variant)];
}

function attemptSteps(state: Protocol, attempt: Attempt, variant: Variant): ProtocolStep[] {
  const { place, who, ended } = attempt;
  switch (state[place]) {
    // A crash after a call is the same as a call that times out and is lost.
    case reads:
      return [{ name: `${who} is never sent`, to: ended }, read(state, attempt)];
    case reserves:
      return reserve(state, attempt, variant);
    case inserts:
      return insert(state, attempt, variant);
    case readsAgain:
      return [{ name: `${who} crashes`, to: ended }, read(state, attempt)];
    default:
      return [];
  }
}

interface Attempt {
  place: Place;
  who: string;
  body: number;
  /** The state after the attempt has ended. */
  ended: Protocol;
}

function read(state: Protocol, { place, who, body, ended }: Attempt): ProtocolStep {
  if (state.doc === anOrder) return { name: `${who} finds the order`, to: replayed(ended, body) };
  if (state[place] === readsAgain) return { name: `${who} finds no order and is refused`, to: ended };
  return { name: `${who} finds no order`, to: { ...state, [place]: reserves } };
}

function reserve(state: Protocol, { place, who, body, ended }: Attempt, variant: Variant): ProtocolStep[] {
  const steps: ProtocolStep[] = [];
  const { answer, to } = reserveAs(state, body, variant);
  const next = { held: inserts, closed: readsAgain, differs: readsAgain }[answer] ?? done;
  const epoch = next === inserts ? to.epoch : 0;
  steps.push({ name: `${who} reserves: ${answer}`, to: { ...to, [place]: next, [`${place}Epoch`]: epoch } });
  steps.push({ name: `${who} times out on its reserve`, to: { ...ended, [`lateReserve${String(body)}`]: 1 } });
  if (variant.without === 7) steps.push({ name: `${who} times out and releases`, to: ask(ended, 'release').to });
  return steps;
}

function reserveAs(state: Protocol, body: number, { without }: Variant) {
  const again = without === 3 && (state.reservation === held || state.reservation === committed);
  return ask(again ? { ...state, reservation: expired } : state, 'reserve', body);
}

function insert(state: Protocol, { place, who, body, ended }: Attempt, variant: Variant): ProtocolStep[] {
  const epoch = state[`${place}Epoch`];
  const stored = insertAs(ended, { body, epoch }, variant);
  const lateInsert = ended.lateInsert | bitOf(body, epoch);
  return [
    { name: `${who} times out on its insert`, to: { ...ended, lateInsert } },
    state.doc === anOrder
      ? { name: `${who} finds the order`, to: replayed(ended, body) }
      : stored
        ? { name: `${who} stores the order and answers`, to: { ...stored, promised: body } }
        : { name: `${who} finds a tombstone`, to: ended },
  ];
}

function insertAs(state: Protocol, { body, epoch }: { body: number; epoch: number }, { without }: Variant) {
  const isFree = state.doc === absent || (state.doc === aTombstone && (without === 9 || state.docEpoch < epoch));
  if (!isFree) return undefined;
  return { ...state, doc: anOrder, docEpoch: epoch, docBody: body, status: pending, publish: 1, republish: 1 };
}

function lateSteps(state: Protocol, variant: Variant): ProtocolStep[] {
  const steps: ProtocolStep[] = [];
  for (const body of [1, 2]) {
    const name = `lateReserve${String(body)}` as 'lateReserve1' | 'lateReserve2';
    const without = { ...state, [name]: 0 };
    if (state[name] === 0) continue;
    steps.push({ name: `a late reserve of body ${String(body)} arrives`, to: reserveAs(without, body, variant).to });
    steps.push({ name: `a late reserve of body ${String(body)} is lost`, to: without });
  }
  for (let bit = 1, index = 0; bit <= state.lateInsert; bit *= 2, index += 1) {
    if ((state.lateInsert & bit) === 0) continue;
    const without = { ...state, lateInsert: state.lateInsert - bit };
    const order = { body: Math.floor(index / 3) + 1, epoch: (index % 3) + 1 };
    const name = `insert of body ${String(order.body)}, epoch ${String(order.epoch)}`;
    steps.push({ name: `a late ${name} arrives`, to: insertAs(without, order, variant) ?? without });
    steps.push({ name: `a late ${name} is lost`, to: without });
  }
  return steps;
}

const bitOf = (body: number, epoch: number) => 1 << ((body - 1) * 3 + epoch - 1);

const replayed = (state: Protocol, body: number): Protocol =>
  state.docBody === body ? { ...state, promised: body } : state;
