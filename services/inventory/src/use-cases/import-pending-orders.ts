import type { ReserveAnswer } from '@orders/proto/reserve-answer';
import { importedOrder, type SourceOrder, type ImportedOrder } from '../domain/imported';
import type { ReservationRequest } from './change-reservations';

/** The result for one pending order: `held`, or why it has no stock, in words for its buyer. */
export interface ImportedReservation {
  orderId: string;
  outcome: string;
  /** 0 where it is not held. */
  epoch: number;
}

export interface ImportPendingOrdersNeeds {
  reserveStock: (reservations: ReservationRequest[]) => Promise<ReserveAnswer[]>;
  releaseReservations: (orderIds: string[], deadline: number) => Promise<void>;
  hash: (text: string) => string;
}

/** Reserves stock for pending orders as for all others, from what is available. */
export const createImportPendingOrders =
  (needs: ImportPendingOrdersNeeds) =>
  async (batches: AsyncIterable<SourceOrder[]>): Promise<ImportedReservation[]> => {
    const reservations: ImportedReservation[] = [];
    for await (const batch of batches) {
      const orders: ImportedOrder[] = [];
      for (const source of batch) {
        const order = importedOrder(source);
        if ('reason' in order) {
          reservations.push({ orderId: String(source.orderId), outcome: `refused: ${order.reason}`, epoch: 0 });
        } else orders.push(order);
      }
      reservations.push(...(await reserveBatch(needs, orders)));
    }
    return reservations;
  };

async function reserveBatch(
  { reserveStock, releaseReservations, hash }: ImportPendingOrdersNeeds,
  orders: ImportedOrder[],
): Promise<ImportedReservation[]> {
  const answers = await reserveStock(
    orders.map(({ orderId, items, bodyText }) => ({ orderId, items, bodyHash: hash(bodyText), deadline: Infinity })),
  );
  // Such an order becomes Failed; if its id stayed open, a second run after a restock would take stock for it.
  const failed = orders.filter((_, index) => hasFailed(answers[index]));
  await releaseReservations(
    failed.map(({ orderId }) => orderId),
    Infinity,
  );
  return answers.map((answer, index) => ({
    orderId: orders[index]?.orderId ?? '',
    outcome: describe(answer),
    epoch: 'epoch' in answer ? answer.epoch : 0,
  }));
}

const hasFailed = (answer: ReserveAnswer | undefined) =>
  ['out of stock', 'unknown product', 'total too large'].includes(answer?.outcome ?? '');

function describe(answer: ReserveAnswer): string {
  if ('shortages' in answer) {
    const each = answer.shortages.map(
      ({ productId, requested, available }) =>
        `${productId} (${String(requested)} requested, ${String(available)} available)`,
    );
    return `out of stock: ${each.join(', ')}`;
  }
  if ('productIds' in answer) return `unknown product: ${answer.productIds.join(', ')}`;
  return answer.outcome;
}
