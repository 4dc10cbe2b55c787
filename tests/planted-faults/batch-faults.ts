import { decideRequests } from '@orders/inventory/domain/decide-requests';
import { productAfter, type Changes, type Snapshot } from '@orders/inventory/domain/draft';
import type { StockRequest } from '@orders/inventory/domain/stock-request';
import type { RunBatchNeeds, StockEntry } from '@orders/inventory/use-cases/run-batch';
import type { SimulatorFault } from './planted-fault';

/** What requests that share a commit need to know of each other. */
export const batchFaults: SimulatorFault[] = [
  {
    name: 'An order that stands twice in one batch is new both times',
    parts: {
      createRunBatch: (needs) => async (entries) => {
        for (let attempt = 1; ; attempt += 1) {
          const decided = decideEachAsFirst(entries, await readAll(needs, entries), needs.now());
          if ((await needs.store.write(decided.changes)) === 'written') return decided.answers;
          await needs.backOff(attempt);
        }
      },
    },
  },
];

const readAll = ({ store }: RunBatchNeeds, entries: StockEntry[]): Promise<Snapshot> => {
  const valuesOf = (name: 'orderId' | 'productId' | 'operationId') =>
    entries.flatMap(({ request }) => (name in request ? [request[name as keyof StockRequest] as string] : []));
  const itemsOf = entries.flatMap(({ request }) => ('items' in request ? request.items : []));
  return store.read({
    productIds: [...new Set([...valuesOf('productId'), ...itemsOf.map(({ productId }) => productId)])],
    orderIds: [...new Set(valuesOf('orderId'))],
    operationIds: [...new Set(valuesOf('operationId'))],
  });
};

/** Decides one request after the other on the units that those before it left, but on reservations as they were read. */
function decideEachAsFirst(entries: StockEntry[], snapshot: Snapshot, at: Date) {
  const left = new Map(snapshot.products);
  const reservations = new Map<string, Changes['reservations'][number]>();
  const operations: Changes['operations'] = [];
  const answers = entries.map(({ request }) => {
    const decided = decideRequests([request], { ...snapshot, products: left }, at);
    for (const change of decided.changes.products) left.set(change.productId, productAfter(change));
    for (const change of decided.changes.reservations) reservations.set(change.after.orderId, change);
    operations.push(...decided.changes.operations);
    return decided.answers[0]!;
  });
  const products = [...left].flatMap(([productId, replace]) => {
    const before = snapshot.products.get(productId);
    return before === replace ? [] : [{ productId, before, replace }];
  });
  return { answers, changes: { products, reservations: [...reservations.values()], operations } };
}
