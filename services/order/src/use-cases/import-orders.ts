import {
  orderIdOf,
  takeOverOrder,
  type ImportedReservation,
  type SourceOrder,
  type TakenOver,
} from '../domain/imported-order';
import type { OutboxEntry, PlacedOrder } from '../domain/order';

/** An order to insert: open ones owe a message, final ones owe nothing and are marked. */
export type ImportedOrder = { order: PlacedOrder; publish: OutboxEntry } | { order: PlacedOrder; takenOver: true };

export interface ImportOrdersNeeds {
  /** Inserts those whose id is free; answers at the places of the orders. */
  insertMissing: (orders: ImportedOrder[]) => Promise<('inserted' | 'exists' | 'fenced')[]>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  hash: (text: string) => string;
  now: () => Date;
}

export interface OrderImportReport {
  imported: number;
  present: number;
  refused: { id: string; reason: string }[];
  /** Of the imported ones: wait for being settled. */
  pending: number;
  /** Of the imported ones: found no stock. */
  failed: number;
  /** Their reservations are missing or have expired meanwhile: reserve once more and import again. */
  undecided: string[];
}

type Reservations = ReadonlyMap<string, ImportedReservation>;

/** Takes over orders batch by batch; only inserts, so what is there stays as it is. */
export const createImportOrders =
  (needs: ImportOrdersNeeds) =>
  async (batches: AsyncIterable<SourceOrder[]>, reservations: Reservations): Promise<OrderImportReport> => {
    const report: OrderImportReport = { imported: 0, present: 0, refused: [], pending: 0, failed: 0, undecided: [] };
    const seen = new Set<string>();
    for await (const batch of batches) {
      const orders = batch.flatMap((source) => {
        const id = orderIdOf(source);
        const facts = { reservation: reservations.get(id), hash: needs.hash, at: needs.now() };
        const takenOver = seen.has(id) ? twice : takeOverOrder(source, facts);
        if (takenOver.outcome !== 'refused') seen.add(id);
        return toImported(needs, { id: String(source.orderId), takenOver, report });
      });
      await insert(needs, orders, report);
    }
    return report;
  };

const twice: TakenOver = { outcome: 'refused', reason: 'its id occurs twice; the first one was taken' };

interface Decided {
  id: string;
  takenOver: TakenOver;
  report: OrderImportReport;
}

function toImported({ newOutboxEntry, now }: ImportOrdersNeeds, { id, takenOver, report }: Decided): ImportedOrder[] {
  switch (takenOver.outcome) {
    case 'open':
      return [{ order: takenOver.order, publish: newOutboxEntry('publish', now()) }];
    case 'final':
      return [{ order: takenOver.order, takenOver: true }];
    case 'refused':
      report.refused.push({ id, reason: takenOver.reason });
      return [];
    case 'undecided':
      report.undecided.push(id);
      return [];
  }
}

async function insert({ insertMissing }: ImportOrdersNeeds, orders: ImportedOrder[], report: OrderImportReport) {
  const outcomes = await insertMissing(orders);
  for (const [index, imported] of orders.entries()) {
    const outcome = outcomes[index];
    if (outcome === 'inserted') count(imported, report);
    else if (outcome === 'exists') report.present += 1;
    else report.undecided.push(imported.order.orderId);
  }
}

function count(imported: ImportedOrder, report: OrderImportReport): void {
  report.imported += 1;
  if ('takenOver' in imported) return;
  if (imported.order.status === 'Pending') report.pending += 1;
  else report.failed += 1;
}
