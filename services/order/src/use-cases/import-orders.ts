import {
  importOrder,
  orderIdOf,
  type ImportDecision,
  type ImportedReservation,
  type SourceOrder,
} from '../domain/imported-order';
import type { OutboxEntry, PlacedOrder } from '../domain/order';

/** An order to insert: an open one with its message, a final one without, marked as such. */
export type ImportedOrder = { order: PlacedOrder; publish: OutboxEntry } | { order: PlacedOrder; isFinal: true };

export interface ImportOrdersNeeds {
  /** Inserts those whose id is free; answers at the places of the orders. */
  insertMissing: (orders: ImportedOrder[]) => Promise<('inserted' | 'exists' | 'expired')[]>;
  newOutboxEntry: (kind: OutboxEntry['kind'], at: Date) => OutboxEntry;
  hash: (text: string) => string;
  now: () => Date;
}

export interface OrderImportReport {
  imported: number;
  present: number;
  refused: { id: string; reason: string }[];
  /** Of the imported ones: they are waiting to be settled. */
  pending: number;
  /** Of the imported ones: there was no stock for them. */
  failed: number;
  /** Their reservations are missing or have expired: reserve once more and import again. */
  undecided: string[];
}

type Reservations = ReadonlyMap<string, ImportedReservation>;

/** Imports orders batch by batch; it only inserts, so orders that are present stay as they are. */
export const createImportOrders =
  (needs: ImportOrdersNeeds) =>
  async (batches: AsyncIterable<SourceOrder[]>, reservations: Reservations): Promise<OrderImportReport> => {
    const report: OrderImportReport = { imported: 0, present: 0, refused: [], pending: 0, failed: 0, undecided: [] };
    const knownIds = new Set<string>();
    for await (const batch of batches) {
      const orders = batch.flatMap((source) => {
        const id = orderIdOf(source);
        const facts = { reservation: reservations.get(id), hash: needs.hash, at: needs.now() };
        const decision = knownIds.has(id) ? duplicate : importOrder(source, facts);
        if (decision.outcome !== 'refused') knownIds.add(id);
        return toImported(needs, { id: String(source.orderId ?? source.documentId), decision, report });
      });
      await insert(needs, orders, report);
    }
    return report;
  };

const duplicate: ImportDecision = { outcome: 'refused', reason: 'its id occurs twice; the first one was imported' };

interface Decided {
  id: string;
  decision: ImportDecision;
  report: OrderImportReport;
}

function toImported({ newOutboxEntry, now }: ImportOrdersNeeds, { id, decision, report }: Decided): ImportedOrder[] {
  switch (decision.outcome) {
    case 'open':
      return [{ order: decision.order, publish: newOutboxEntry('publish', now()) }];
    case 'final':
      return [{ order: decision.order, isFinal: true }];
    case 'refused':
      report.refused.push({ id, reason: decision.reason });
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
  if ('isFinal' in imported) return;
  if (imported.order.status === 'Pending') report.pending += 1;
  else report.failed += 1;
}
