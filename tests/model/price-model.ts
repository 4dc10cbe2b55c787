import { decideRequests } from '@orders/inventory/domain/decide-requests';
import { newProduct } from '@orders/inventory/domain/product';
import { enterState, noReservation } from '@orders/inventory/domain/reservation';
import type { RequestOf } from '@orders/inventory/domain/stock-request';
import type { ReserveDecision } from '@orders/proto/reserve-answer';
import { when, type Model, type Numbers, type Step } from './explore';

const [none, held, expired] = [0, 1, 2];
const [reserves, inserts, done] = [0, 1, 2];
const firstPrice = 1;
const lastPrice = 3;

/** One order of one product whose price changes, placed by three attempts under one id; the second says what it must cost. */
interface Prices extends Numbers {
  price: number;
  /** What a process remembers of the price. */
  remembered: number;
  reservation: number;
  epoch: number;
  reservedAt: number;
  tombstone: number;
  /** The price at which the order is stored; 0 is no order. */
  order: number;
  /** The price that a buyer was answered first. */
  answered: number;
  try1: number;
  try1Epoch: number;
  try1Price: number;
  try2: number;
  try2Epoch: number;
  try2Price: number;
  try3: number;
  try3Epoch: number;
  try3Price: number;
  /** Index in `problems`. */
  problem: number;
}

const problems = [
  undefined,
  'stock was taken at a price of before',
  'a repeated request was answered another price',
  'an order was placed that costs something else than its buyer said',
  'an order is stored at another price than its stock was taken at',
];

/** What is left out of rule 21. */
export type WithoutInPrices = 'one decision' | 'the first price' | 'the condition' | undefined;

export const priceModel = (without?: WithoutInPrices): Model<Prices> => ({
  starts: [start],
  steps: (state) => [
    ...when(state.price < lastPrice, 'the price changes', { ...state, price: state.price + 1 }),
    ...when(without === 'one decision', 'a process reads the price', { ...state, remembered: state.price }),
    ...when(state.reservation === held && state.order === 0, 'the reservation expires', {
      ...state,
      reservation: expired,
      tombstone: state.epoch,
    }),
    ...(['try1', 'try2', 'try3'] as const).flatMap((name) => attemptSteps(state, name, without)),
  ],
  problem: ({ problem }) => problems[problem],
});

const start: Prices = {
  ...{ price: firstPrice, remembered: 0, reservation: none, epoch: 0, reservedAt: 0, tombstone: 0 },
  ...{ order: 0, answered: 0 },
  ...{ try1: reserves, try1Epoch: 0, try1Price: 0 },
  ...{ try2: reserves, try2Epoch: 0, try2Price: 0 },
  ...{ try3: reserves, try3Epoch: 0, try3Price: 0, problem: 0 },
};

type Attempt = 'try1' | 'try2' | 'try3';

function attemptSteps(state: Prices, name: Attempt, without: WithoutInPrices): Step<Prices>[] {
  if (state[name] === done) return [];
  const ended = { ...state, [name]: done, [`${name}Epoch`]: 0, [`${name}Price`]: 0 };
  const timesOut = { name: `${name} times out`, to: ended };
  if (state[name] === reserves) return [timesOut, { name: `${name} reserves`, to: reserve(state, name, without) }];
  return [timesOut, ...insert(state, name, ended)];
}

function reserve(state: Prices, name: Attempt, without: WithoutInPrices): Prices {
  // Nothing is remembered unless prices are read outside the decision.
  const price = state.remembered || state.price;
  const decision = decide(state, { price, hasCondition: name === 'try2' && without !== 'the condition' });
  if (decision.outcome !== 'held' || !decision.priced) return { ...state, [name]: done };
  const { epoch, priced } = decision;
  const { amount } = priced.total;
  const reserved = { ...state, [name]: inserts, [`${name}Epoch`]: epoch, [`${name}Price`]: amount };
  if (state.reservation === held)
    return without === 'the first price' ? { ...reserved, [`${name}Price`]: state.price } : reserved;
  const problem = amount === state.price ? state.problem : 1;
  return { ...reserved, reservation: held, epoch, reservedAt: amount, problem };
}

function insert(state: Prices, name: Attempt, ended: Prices): Step<Prices>[] {
  if (state.order > 0) {
    const isRefused = name === 'try2' && state.order !== firstPrice;
    return [{ name: `${name} finds the order`, to: isRefused ? ended : answer(ended, name, state.order) }];
  }
  if (state.tombstone >= state[`${name}Epoch`]) return [{ name: `${name} finds a tombstone`, to: ended }];
  const order = state[`${name}Price`];
  const stored = { ...ended, order, problem: order === state.reservedAt ? state.problem : 4 };
  return [
    { name: `${name} stores the order, and its answer is lost`, to: stored },
    { name: `${name} stores the order`, to: answer(stored, name, order) },
  ];
}

function answer(state: Prices, name: Attempt, price: number): Prices {
  if (state.answered > 0 && state.answered !== price) return { ...state, problem: 2 };
  return { ...state, answered: price, problem: name === 'try2' && price !== firstPrice ? 3 : state.problem };
}

const at = new Date(0);

/** Decides by the inventory service's own code. */
function decide(state: Prices, { price, hasCondition }: { price: number; hasCondition: boolean }): ReserveDecision {
  const product = { ...newProduct({ productId: 'p', name: 'p', stock: 9, at }), price };
  const items = [{ productId: 'p', name: 'p', quantity: 1, unitPrice: state.reservedAt }];
  const wanted = { ...noReservation('o'), items, currency: 'EUR', bodyHash: 'same' };
  const stored = {
    ...enterState(wanted, 'held', at),
    state: state.reservation === held ? ('held' as const) : ('expired' as const),
    epoch: state.epoch,
  };
  const request: RequestOf<'reserve'> = {
    kind: 'reserve',
    orderId: 'o',
    items: [{ productId: 'p', quantity: 1 }],
    bodyHash: 'same',
    currency: 'EUR',
    ...(hasCondition && { expectedTotal: { amount: firstPrice, currency: 'EUR' } }),
  };
  const snapshot = {
    products: new Map([['p', product]]),
    reservations: new Map(state.reservation === none ? [] : [['o', stored]]),
    operations: new Map<string, never>(),
  };
  return decideRequests([request], snapshot, at).answers[0] as ReserveDecision;
}
