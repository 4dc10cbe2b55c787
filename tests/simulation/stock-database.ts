import { productAfter, type Changes, type ProductChange, type Snapshot } from '@orders/inventory/domain/draft';
import { moveUnits, places, type Product } from '@orders/inventory/domain/product';
import type { Reservation } from '@orders/inventory/domain/reservation';
import type { Operation } from '@orders/inventory/domain/stock-request';
import type { HeldPage, HeldReservation } from '@orders/inventory/use-cases/list-held-reservations';
import type { InventoryStore } from '@orders/inventory/use-cases/run-batch';

/** The collections of the inventory; documents are replaced, never changed in place. */
export interface Stock {
  products: Map<string, Product>;
  reservations: Map<string, Reservation>;
  operations: Map<string, Operation>;
}

/** Runs work on the collections at one moment, on behalf of one process. */
export type RunOnStock = <T>(what: string, work: (stock: Stock) => T) => Promise<T>;

export interface StockNeeds {
  run: RunOnStock;
  /** Whether this write meets another one without a reason that can be seen. */
  conflicts: () => boolean;
  /** Whether a write whose result is unknown ends as a conflict, or else as an error. */
  isUnknownResultReportedAsConflict: () => boolean;
}

/** Reads at several moments, writes in one transaction that is guarded by what was read. */
export const createStock = ({ run, conflicts, isUnknownResultReportedAsConflict }: StockNeeds): InventoryStore => ({
  read: async ({ productIds, orderIds, operationIds }, cachedProduct = () => undefined) => {
    const named = await readProducts(run, productIds, cachedProduct);
    const { reservations, operations } = await run(`read reservations ${orderIds.join(', ')}`, (stock) => ({
      reservations: existing(stock.reservations, orderIds),
      operations: existing(stock.operations, operationIds),
    }));
    const beyond = productsOf(reservations).filter((productId) => !named.has(productId));
    const reserved = await readProducts(run, beyond, cachedProduct);
    return { products: new Map([...named, ...reserved]), reservations, operations } satisfies Snapshot;
  },

  write: async (changes) => {
    const written = run(`write ${describe(changes)}`, (stock) =>
      conflicts() || !isAsRead(stock, changes) ? ('conflict' as const) : put(stock, changes),
    );
    return written.catch((error: unknown) => {
      if (isUnknownResultReportedAsConflict()) return 'conflict';
      throw error;
    });
  },
});

async function readProducts(
  run: RunOnStock,
  productIds: string[],
  cachedProduct: (productId: string) => Product | undefined,
): Promise<Map<string, Product>> {
  const found = new Map(
    productIds.flatMap((productId) => cachedProduct(productId) ?? []).map((each) => [each.productId, each]),
  );
  const unknown = productIds.filter((productId) => !found.has(productId));
  if (unknown.length === 0) return found;
  return new Map([
    ...found,
    ...(await run(`read ${unknown.join(', ')}`, ({ products }) => existing(products, unknown))),
  ]);
}

export const createListHeld =
  (run: RunOnStock) =>
  ({ heldBefore, after, limit }: HeldPage): Promise<HeldReservation[]> =>
    run('list held reservations', ({ reservations }) =>
      [...reservations.values()]
        .flatMap(({ orderId, epoch, state, heldAt }) =>
          state === 'held' && heldAt && heldAt < heldBefore ? [{ orderId, epoch, heldAt }] : [],
        )
        .sort(
          (left, right) => left.heldAt.getTime() - right.heldAt.getTime() || (left.orderId < right.orderId ? -1 : 1),
        )
        .filter((held) => !after || isAfter(held, after))
        .slice(0, limit),
    );

const isAfter = (held: HeldReservation, after: { heldAt: Date; orderId: string }) =>
  held.heldAt > after.heldAt || (held.heldAt.getTime() === after.heldAt.getTime() && held.orderId > after.orderId);

function existing<Document>(all: Map<string, Document>, ids: string[]): Map<string, Document> {
  const found = new Map<string, Document>();
  for (const id of ids) {
    const document = all.get(id);
    if (document) found.set(id, document);
  }
  return found;
}

const productsOf = (reservations: Map<string, Reservation>): string[] => [
  ...new Set(
    [...reservations.values()]
      .filter(({ state }) => state === 'held' || state === 'committed')
      .flatMap(({ items }) => items.map(({ productId }) => productId)),
  ),
];

/** Whether each document is still as it was read, or has enough of the units that are only moved. */
const isAsRead = ({ products, reservations, operations }: Stock, changes: Changes): boolean =>
  changes.products.every((change) => fits(products.get(change.productId), change)) &&
  changes.reservations.every(({ before, after }) => {
    const now = reservations.get(after.orderId);
    return now?.state === before?.state && now?.epoch === before?.epoch;
  }) &&
  changes.operations.every(({ operationId }) => !operations.has(operationId));

function fits(now: Product | undefined, change: ProductChange): boolean {
  if ('replace' in change) return now?.revision === change.before?.revision;
  const { before, move, isPriced } = change;
  if (!now || (isPriced && !hasSamePrice(now, before))) return false;
  return places.every((place) => move[place] >= 0 || now[place] + move[place] >= 0);
}

const hasSamePrice = (now: Product, before: Product) =>
  now.name === before.name && now.price === before.price && now.archived === before.archived;

/** What becomes of a product; what others moved meanwhile stays moved. */
function changed(now: Product | undefined, change: ProductChange): Product {
  if ('replace' in change || !now) return productAfter(change);
  return { ...moveUnits(now, change.move), revision: now.revision + 1 };
}

export function put({ products, reservations, operations }: Stock, changes: Changes): 'written' {
  for (const change of changes.products) {
    products.set(change.productId, changed(products.get(change.productId), change));
  }
  for (const { after } of changes.reservations) reservations.set(after.orderId, after);
  for (const operation of changes.operations) operations.set(operation.operationId, operation);
  return 'written';
}

const describe = ({ products, reservations }: Changes) =>
  [
    ...products
      .map(productAfter)
      .map(
        ({ productId, available, held, committed }) =>
          `${productId} ${String(available)} free ${String(held)} held ${String(committed)} committed`,
      ),
    ...reservations.map(({ after: { orderId, state, epoch } }) => `${orderId} ${state} (epoch ${String(epoch)})`),
  ].join('; ');
