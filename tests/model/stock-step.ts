import { withoutPrices } from '@orders/proto/items';
import { decideRequests } from '@orders/inventory/domain/decide-requests';
import { newProduct } from '@orders/inventory/domain/product';
import { productAfter } from '@orders/inventory/domain/draft';
import { enterState, noReservation, type Reservation } from '@orders/inventory/domain/reservation';
import type { StockRequest } from '@orders/inventory/domain/stock-request';

/** What inventory stores about one order id and one product, in numbers. */
export interface Stock {
  available: number;
  held: number;
  committed: number;
  /** Index in `reservationStates`. */
  reservation: number;
  epoch: number;
  /** 1 or 2; 0 if nothing was ever reserved. */
  body: number;
}

export const reservationStates = ['none', 'held', 'committed', 'released', 'expired'] as const;
export const [, held, committed, released, expired] = [0, 1, 2, 3, 4] as const;
export const unitsAtStart = 2;

/** A request to inventory, with the body of a reserve or the epoch of an expiry as its number. */
export type StockAction = 'reserve' | 'commit' | 'release' | 'expire';

export interface Decided {
  stock: Stock;
  answer: string;
}

const at = new Date(0);
const known = new Map<string, Decided>();

/** Decides by the inventory service's own code, once for each question. */
export function decide(stock: Stock, ask: StockAction, what = 0): Decided {
  const key = `${String(Object.values(stock))} ${ask} ${String(what)}`;
  const found = known.get(key) ?? decideNow(stock, ask, what);
  known.set(key, found);
  return found;
}

function decideNow(stock: Stock, ask: StockAction, what: number): Decided {
  const before = reservationOf(stock);
  const product = { ...newProduct({ productId: 'p', name: 'p', stock: unitsAtStart, at }), ...unitsOf(stock) };
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
      ...unitsOf(productChange ? productAfter(productChange) : product),
      ...(reservationChange
        ? numbersOf(reservationChange.after)
        : { reservation: stock.reservation, epoch: stock.epoch, body: stock.body }),
    },
  };
}

const unitsOf = ({ available, held, committed }: Pick<Stock, 'available' | 'held' | 'committed'>) => ({
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
  const wanted = { ...noReservation('o'), items: withoutPrices(itemsOf(body)), bodyHash: String(body || '') };
  return { ...enterState(wanted, 'held', at), state, epoch };
}

function requestOf(ask: StockAction, what: number): StockRequest {
  if (ask === 'reserve')
    return { kind: ask, orderId: 'o', items: itemsOf(what), bodyHash: String(what), currency: 'EUR' };
  if (ask === 'expire') return { kind: ask, orderId: 'o', epoch: what };
  return { kind: ask, orderId: 'o' };
}
