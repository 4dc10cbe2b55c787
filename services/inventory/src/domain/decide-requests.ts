import { isSameMoney, sumOfPrices, type Item, type Money } from '@orders/proto/items';
import type { Priced, ReserveDecision, Shortage } from '@orders/proto/reserve-answer';
import { changeProduct } from './change-product';
import { createDraft, type Changes, type Draft, type Snapshot } from './draft';
import type { Product } from './product';
import { enterState, transitions, type NoReservation, type Reservation, type Transition } from './reservation';
import type { RequestOf, StockAnswer, StockRequest } from './stock-request';

/** Decides requests one after the other: the answers are at their places, the changes are those of all of them. */
export function decideRequests(
  requests: StockRequest[],
  snapshot: Snapshot,
  at: Date,
): { answers: StockAnswer[]; changes: Changes } {
  const draft = createDraft(snapshot);
  const answers = requests.map((request) => decide(draft, request, at));
  return { answers, changes: draft.changes() };
}

function decide(draft: Draft, request: StockRequest, at: Date): StockAnswer {
  switch (request.kind) {
    case 'reserve':
      return reserve(draft, request, at);
    case 'commit':
    case 'release':
    case 'expire':
      return end(draft, request, at);
    case 'create product':
    case 'update product':
    case 'restock product':
      return changeProduct(draft, request, at);
  }
}

/** Takes the stock of all items or of none, and decides their prices with it; a repeated request gets what it got before. */
function reserve(draft: Draft, request: RequestOf<'reserve'>, at: Date): ReserveDecision {
  const { orderId, items, bodyHash, currency } = request;
  const reservation = draft.reservation(orderId);
  const transition = transitions[reservation.state].reserve;
  if (transition.answer === 'closed') return { outcome: 'closed' };
  if (transition.answer === 'repeat') {
    return reservation.bodyHash === bodyHash ? repeat(reservation, request) : { outcome: 'differs' };
  }
  const priced = priceItems(draft, items, currency);
  const refusal = refuse(draft, request, priced);
  if (refusal) return refusal;
  follow(draft, transition, { reservation: { ...reservation, items: priced.items, currency, bodyHash }, at });
  return { outcome: 'held', epoch: draft.reservation(orderId).epoch, priced };
}

function repeat(
  { epoch, items, currency }: Reservation | NoReservation,
  request: RequestOf<'reserve'>,
): ReserveDecision {
  const total = { amount: sumOfPrices(items), currency: currency ?? request.currency };
  if (isUnexpected(total, request)) return { outcome: 'price changed', total };
  return { outcome: 'held', epoch, priced: { items, total } };
}

function priceItems(draft: Draft, items: Item[], currency: string): Priced {
  const priced = items.map(({ productId, quantity }) => {
    const { name = productId, price = 0 } = draft.product(productId) ?? {};
    return { productId, name, quantity, unitPrice: price };
  });
  return { items: priced, total: { amount: sumOfPrices(priced), currency } };
}

const isUnexpected = (total: Money, { expectedTotal }: RequestOf<'reserve'>) =>
  expectedTotal !== undefined && !isSameMoney(total, expectedTotal);

function refuse(draft: Draft, request: RequestOf<'reserve'>, { total }: Priced): ReserveDecision | undefined {
  const { items } = request;
  const productIds = items.map(({ productId }) => productId).filter((id) => !isOffered(draft.product(id)));
  if (productIds.length > 0) return { outcome: 'unknown product', productIds };
  if (!Number.isSafeInteger(total.amount)) return { outcome: 'total too large' };
  if (isUnexpected(total, request)) return { outcome: 'price changed', total };
  const shortages = items.flatMap((item) => shortageOf(draft, item));
  if (shortages.length > 0) return { outcome: 'out of stock', shortages };
  return undefined;
}

const isOffered = (product: Product | undefined) => product !== undefined && !product.archived;

function shortageOf(draft: Draft, { productId, quantity }: Item): Shortage[] {
  const available = draft.product(productId)?.available ?? 0;
  return available < quantity ? [{ productId, requested: quantity, available }] : [];
}

/** Commits, releases or expires a reservation; an expiry only in the epoch that it names. */
function end(draft: Draft, request: RequestOf<'commit' | 'release' | 'expire'>, at: Date): StockAnswer {
  const reservation = draft.reservation(request.orderId);
  if ('epoch' in request && request.epoch !== reservation.epoch) return { outcome: 'unchanged' };
  const transition = transitions[reservation.state][request.kind];
  follow(draft, transition, { reservation, at });
  return { outcome: transition.answer };
}

/** Moves the units of the reservation's items, and the reservation to its next state, as the transition says. */
function follow(
  draft: Draft,
  { becomes, move }: Transition,
  { reservation, at }: { reservation: Reservation | NoReservation; at: Date },
): void {
  if (move) for (const item of reservation.items) draft.moveUnits(item, move);
  if (becomes) draft.putReservation(enterState(reservation, becomes, at));
}
