import type { Draft } from './draft';
import { moveStock } from './product';
import { endedReservation, noReservation, type Reservation } from './reservation';
import { moveOf, type Move } from './reservation-state';
import type { AnswerTo, RequestOf } from './stock-request';

type Decide<Kind extends 'commit' | 'release' | 'expire'> = (
  draft: Draft,
  request: RequestOf<Kind>,
  at: Date,
) => AnswerTo[Kind];

/** Makes a held reservation final; it never takes stock. */
export const commitReservation: Decide<'commit'> = (draft, { orderId }, at) => {
  const known = draft.reservation(orderId);
  const move = moveOf(known?.state ?? 'none', 'commit');
  if (known) apply(draft, { known, move, at });
  return { outcome: move.answer };
};

/** Gives the stock of a cancelled order back and closes its id, also where none was ever held. */
export const releaseReservation: Decide<'release'> = (draft, { orderId }, at) => {
  const known = draft.reservation(orderId);
  const move = moveOf(known?.state ?? 'none', 'release');
  apply(draft, { known: known ?? noReservation(orderId, at), move, at });
  return { outcome: move.answer };
};

/** Gives the stock of exactly the named taking back. */
export const expireReservation: Decide<'expire'> = (draft, { orderId, epoch }, at) => {
  const known = draft.reservation(orderId);
  if (known?.epoch !== epoch) return { outcome: 'left alone' };
  const move = moveOf(known.state, 'expire');
  apply(draft, { known, move, at });
  return { outcome: move.answer };
};

function apply(draft: Draft, { known, move, at }: { known: Reservation; move: Move<string>; at: Date }): void {
  const { becomes, stock } = move;
  if (becomes === undefined || becomes === 'held') return;
  for (const { productId, quantity } of stock ? known.items : []) {
    const product = draft.product(productId);
    // A product that someone deleted by hand has no stock to move, and must not hold up its orders.
    if (product && stock) draft.putProduct(moveStock(product, stock, quantity));
  }
  draft.putReservation(endedReservation(known, becomes, at));
}
