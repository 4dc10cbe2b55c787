import { decideRequests } from '@orders/inventory/domain/decide-requests';
import { newProduct } from '@orders/inventory/domain/product';
import { productAfter } from '@orders/inventory/domain/draft';
import { enterState, noReservation, type Reservation } from '@orders/inventory/domain/reservation';
import type { StockRequest } from '@orders/inventory/domain/stock-request';

/** What inventory keeps of one order id and one product, in numbers. */
export interface Stock {
  available: number;
  held: number;
  committed: number;
  /** Place in `reservationStates`. */
  reservation: number;
  epoch: number;
  /** 1 or 2; 0 where nothing was ever reserved. */
  body: number;
}

export const reservationStates = ['none', 'held', 'committed', 'released', 'expired'] as const;
export const [none, held, committed, released, expired] = [0, 1, 2, 3, 4] as const;
export const piecesAtStart = 2;

/** What one asks of inventory; the number is the body of a reserve, or the epoch of an expiry. */
export type Ask = 'reserve' | 'commit' | 'release' | 'expire';

export interface Decided {
  stock: Stock;
  answer: string;
}

const at = new Date(0);
const known = new Map<string, Decided>();

/** Decides by the inventory service's own code; each question is asked once, then remembered. */
export function decide(stock: Stock, ask: Ask, what = 0): Decided {
  const key = `${String(Object.values(stock))} ${ask} ${String(what)}`;
  const found = known.get(key) ?? decideAnew(stock, ask, what);
  known.set(key, found);
  return found;
}

function decideAnew(stock: Stock, ask: Ask, what: number): Decided {
  const before = reservationOf(stock);
  const product = { ...newProduct({ productId: 'p', name: 'p', stock: piecesAtStart, at }), ...piecesOf(stock) };
  const snapshot = {
    products: new Map([['p', product]]),
    reservations: new Map(before ? [['o', before]] : []),
    operations: new Map<string, never>(),
  };
  const { answers, changes } = decideRequests([requestOf(ask, what)], snapshot, at);
  const [productChange] = changes.products;
  const [reservationChange] = changes.reservations;
  return {
    answer: answers[0]!.outcome,
    stock: {
      ...piecesOf(productChange ? productAfter(productChange) : product),
      ...(reservationChange
        ? numbersOf(reservationChange.after)
        : { reservation: stock.reservation, epoch: stock.epoch, body: stock.body }),
    },
  };
}

const piecesOf = ({ available, held, committed }: Pick<Stock, 'available' | 'held' | 'committed'>) => ({
  available,
  held,
  committed,
});

const numbersOf = ({ state, epoch, bodyHash }: Reservation) => ({
  reservation: reservationStates.indexOf(state),
  epoch,
  body: Number(bodyHash),
});

const itemsOf = (body: number) => (body === 0 ? [] : [{ productId: 'p', quantity: body }]);

function reservationOf({ reservation, epoch, body }: Stock): Reservation | undefined {
  const state = reservationStates[reservation]!;
  if (state === 'none') return undefined;
  const wanted = { ...noReservation('o'), items: itemsOf(body), bodyHash: String(body || '') };
  return { ...enterState(wanted, 'held', at), state, epoch };
}

function requestOf(ask: Ask, what: number): StockRequest {
  if (ask === 'reserve') return { kind: ask, orderId: 'o', items: itemsOf(what), bodyHash: String(what) };
  if (ask === 'expire') return { kind: ask, orderId: 'o', epoch: what };
  return { kind: ask, orderId: 'o' };
}
