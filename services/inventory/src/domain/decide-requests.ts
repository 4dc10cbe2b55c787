import { changeProduct } from './change-product';
import { createDraft, type Changes, type Draft, type Snapshot } from './draft';
import { commitReservation, expireReservation, releaseReservation } from './change-reservation';
import { reserveItems } from './reserve-items';
import type { StockAnswer, StockRequest } from './stock-request';

/** Decides requests one after the other: the answers are at their places, the changes are those of all of them. */
export function decideReservations(
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
      return reserveItems(draft, request, at);
    case 'commit':
      return commitReservation(draft, request, at);
    case 'release':
      return releaseReservation(draft, request, at);
    case 'expire':
      return expireReservation(draft, request, at);
    case 'create product':
    case 'update product':
    case 'restock product':
      return changeProduct(draft, request, at);
  }
}
