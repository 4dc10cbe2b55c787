import { unavailable } from '@orders/shared/errors';
import { decideReservations } from '../domain/decide-requests';
import type { Changes, Snapshot } from '../domain/draft';
import type { Product } from '../domain/product';
import type { StockAnswer, StockRequest } from '../domain/stock-request';

/** What a batch must know before it is decided. */
export interface Keys {
  productIds: string[];
  orderIds: string[];
  operationIds: string[];
}

export interface InventoryStore {
  /** The named documents that exist, and the products of the reservations among them; those that are known are not read. */
  read: (keys: Keys, known?: (productId: string) => Product | undefined) => Promise<Snapshot>;
  /** As `read`, but a product may be as it was last seen: enough for a decision whose write is guarded by it. */
  glance?: (keys: Keys) => Promise<Snapshot>;
  /**
   * Writes all or nothing; `conflict` when a document is not as it was read, or a product that pieces are only moved of has
   * not enough of them, or when nobody knows what was written. What was read at two moments need not fit together.
   */
  write: (changes: Changes) => Promise<'written' | 'conflict'>;
}

export interface StockEntry {
  request: StockRequest;
  /** When its caller stops waiting, in milliseconds since the epoch; Infinity is never. */
  giveUpAt: number;
}

/** `timed out` says that its caller had stopped waiting before it was decided. */
export type EntryAnswer = StockAnswer | { outcome: 'timed out' };

export interface RunBatchNeeds {
  store: InventoryStore;
  now: () => Date;
  /** Waits after the given attempt, from 1. */
  backOff: (attempt: number) => Promise<void>;
  /** Hears of each attempt that must be made again. */
  onConflict: (attempt: number) => void;
}

type Decision = ReturnType<typeof decideReservations>;

// About as long as anyone waits; whose own time ends earlier is dropped before.
const maxAttempts = 200;

/** Decides the requests of a batch and writes the result at once; where others came first, decides again. */
export const createRunBatch =
  (needs: RunBatchNeeds) =>
  async (entries: StockEntry[]): Promise<EntryAnswer[]> => {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const answers = await decideOnce(needs, entries, attempt);
      if (answers) return answers;
      needs.onConflict(attempt);
      await needs.backOff(attempt);
    }
    throw unavailable('other changes of the same stock kept coming first');
  };

async function decideOnce(
  { store, now }: RunBatchNeeds,
  entries: StockEntry[],
  attempt: number,
): Promise<EntryAnswer[] | undefined> {
  const at = now();
  const isInTime = ({ giveUpAt }: StockEntry) => giveUpAt > at.getTime();
  const requests = entries.filter(isInTime).map(({ request }) => request);
  if (requests.length === 0) return entries.map(() => ({ outcome: 'timed out' }));

  const keys = keysOf(requests);
  const asNew = attempt === 1 ? await decideAsNew(store, { requests, keys, at }) : undefined;
  const { answers, changes } = asNew ?? decideReservations(requests, await store.read(keys), at);
  if (!(await isWritten(store, changes))) return undefined;

  const inOrder = answers.values();
  return entries.map((entry) => (isInTime(entry) ? inOrder.next().value : undefined) ?? { outcome: 'timed out' });
}

// What changes nothing but products and reservations, both of which guard their writes.
const guardedKinds = new Set<StockRequest['kind']>(['reserve', 'commit']);

/**
 * Decides without looking for reservations under the ids of new orders, for nearly every id is new, and on products as
 * they were last seen. An id that is not new or a product that has changed makes the write fail, and a refusal may be due
 * to either, so both are decided again from all that is stored.
 */
async function decideAsNew(
  store: InventoryStore,
  { requests, keys, at }: { requests: StockRequest[]; keys: Keys; at: Date },
): Promise<Decision | undefined> {
  if (!requests.every(({ kind }) => guardedKinds.has(kind))) return undefined;
  const orderIds = requests.flatMap((request) => (request.kind === 'commit' ? [request.orderId] : []));
  const snapshot = await (store.glance ?? store.read)({ ...keys, orderIds });
  const decided = decideReservations(requests, snapshot, at);
  const isSure = ({ outcome }: StockAnswer, index: number) => requests[index]?.kind === 'commit' || outcome === 'held';
  return decided.answers.every(isSure) ? decided : undefined;
}

function keysOf(requests: StockRequest[]): Keys {
  const productIds = new Set<string>();
  const orderIds = new Set<string>();
  const operationIds = new Set<string>();
  for (const request of requests) {
    if ('orderId' in request) orderIds.add(request.orderId);
    if ('items' in request) for (const { productId } of request.items) productIds.add(productId);
    if ('productId' in request) productIds.add(request.productId);
    if ('operationId' in request) operationIds.add(request.operationId);
  }
  return { productIds: [...productIds], orderIds: [...orderIds], operationIds: [...operationIds] };
}

async function isWritten(store: InventoryStore, changes: Changes): Promise<boolean> {
  if (changes.products.length + changes.reservations.length + changes.operations.length === 0) return true;
  return (await store.write(changes)) === 'written';
}
