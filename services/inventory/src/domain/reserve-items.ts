import type { Draft } from './draft';
import { moveStock } from './product';
import { heldReservation, type Item } from './reservation';
import { moveOf } from './reservation-state';
import type { RequestOf, ReserveAnswer, Shortage } from './stock-request';

/** Takes the stock of all items or of none; a repeated request gets what it holds already. */
export function reserveItems(draft: Draft, request: RequestOf<'reserve'>, at: Date): ReserveAnswer {
  const known = draft.reservation(request.orderId);
  const { answer } = moveOf(known?.state ?? 'none', 'reserve');
  if (answer === 'closed') return { outcome: 'closed' };
  if (answer === 'take') return takeStock(draft, request, at);
  return known?.bodyHash === request.bodyHash ? { outcome: 'held', epoch: known.epoch } : { outcome: 'differs' };
}

function takeStock(draft: Draft, request: RequestOf<'reserve'>, at: Date): ReserveAnswer {
  const productIds = request.items.map(({ productId }) => productId).filter((id) => !draft.product(id));
  if (productIds.length > 0) return { outcome: 'unknown product', productIds };
  const shortages = request.items.flatMap((item) => shortageOf(draft, item));
  if (shortages.length > 0) return { outcome: 'out of stock', shortages };

  for (const { productId, quantity } of request.items) {
    const product = draft.product(productId);
    if (product) draft.putProduct(moveStock(product, { from: 'available', to: 'held' }, quantity));
  }
  const held = heldReservation(request, draft.reservation(request.orderId), at);
  draft.putReservation(held);
  return { outcome: 'held', epoch: held.epoch };
}

function shortageOf(draft: Draft, { productId, quantity }: Item): Shortage[] {
  const available = draft.product(productId)?.available ?? 0;
  return available < quantity ? [{ productId, requested: quantity, available }] : [];
}
