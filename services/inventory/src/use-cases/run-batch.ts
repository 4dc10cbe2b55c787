import { unavailable } from '@orders/shared/errors';
import type { Batch } from '@orders/shared/group-commit';
import { decideRequests } from '../domain/decide-requests';
import type { Changes, Snapshot } from '../domain/draft';
import type { Product } from '../domain/product';
import type { AnswerTo, RequestKind, RequestOf, StockAnswer, StockRequest } from '../domain/stock-request';

/** What a batch must know before it is decided. */
export interface Keys {
  productIds: string[];
  orderIds: string[];
  operationIds: string[];
}

export interface InventoryStore {
  /** The named documents that exist, and the products of the reservations among them; cached products are not read. */
  read: (keys: Keys, cachedProduct?: (productId: string) => Product | undefined) => Promise<Snapshot>;
  /** As `read`, but products may come from a cache: enough for a decision whose write is guarded. */
  readCached?: (keys: Keys) => Promise<Snapshot>;
  /**
   * Writes all or nothing. Answers `conflict` when a document is not as it was read, when a product has not enough of the
   * units that are only moved, or when the result is unknown. What was read at two moments need not fit together.
   * `mayCommit` is asked once, right before nothing can be taken back any more.
   */
  write: (changes: Changes, mayCommit?: () => boolean) => Promise<'written' | 'conflict'>;
}

export interface StockEntry {
  request: StockRequest;
  /** When its caller stops waiting, in milliseconds since the epoch; Infinity is never. */
  deadline: number;
}

/** `timed out`: its caller had stopped waiting before it was decided; `nothingDone` where that is certain. */
export type EntryAnswer = StockAnswer | { outcome: 'timed out'; nothingDone?: boolean };

export interface RunBatchNeeds {
  store: InventoryStore;
  now: () => Date;
  /** Waits after the given attempt, from 1. */
  backOff: (attempt: number) => Promise<unknown>;
  /** Called with the number of each attempt that must be repeated. */
  onConflict: (attempt: number) => void;
}

type Decision = ReturnType<typeof decideRequests>;

// Takes about as long as any caller waits; requests whose deadline passes earlier are dropped before.
const maxAttempts = 200;

// Of requests that wait for nobody else.
const nobodyLeaves: Batch = { hasLeft: () => false, seal: () => undefined };

/** Decides the requests of a batch and writes the result in one go; after a conflict it decides again. */
export const createRunBatch =
  (needs: RunBatchNeeds) =>
  async (entries: StockEntry[], batch = nobodyLeaves): Promise<EntryAnswer[]> => {
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const answers = await decideOnce(needs, { entries, batch, attempt });
      if (answers) return answers;
      needs.onConflict(attempt);
      await needs.backOff(attempt);
    }
    throw unavailable('too many concurrent changes of the same stock');
  };

async function decideOnce(
  { store, now }: RunBatchNeeds,
  { entries, batch, attempt }: { entries: StockEntry[]; batch: Batch; attempt: number },
): Promise<EntryAnswer[] | undefined> {
  const at = now();
  const decided = entries.map(({ deadline }, index) => deadline > at.getTime() && !batch.hasLeft(index));
  // A later attempt cannot tell what became of the first.
  const late = { outcome: 'timed out', ...(attempt === 1 && { nothingDone: true }) } as const;
  const requests = entries.filter((_, index) => decided[index]).map(({ request }) => request);
  if (requests.length === 0) return entries.map(() => late);

  const keys = keysOf(requests);
  const optimistic = attempt === 1 ? await decideOptimistically(store, { requests, keys, at }) : undefined;
  const { answers, changes } = optimistic ?? decideRequests(requests, await store.read(keys), at);
  const mayCommit = () => {
    if (decided.some((isDecided, index) => isDecided && batch.hasLeft(index))) return false;
    batch.seal();
    return true;
  };
  if (!(await isWritten(store, changes, mayCommit))) return undefined;

  const inOrder = answers.values();
  return decided.map((isDecided) => (isDecided ? inOrder.next().value : undefined) ?? late);
}

// These change only products and reservations, both of which guard their writes.
const guardedKinds = new Set<StockRequest['kind']>(['reserve', 'commit']);

/**
 * Decides on cached products and without reading the reservations of new orders, because nearly every order id is new. An
 * id that is not new or a product that has changed makes the write fail, and a refusal may be due to either, so both are
 * decided again from all that is stored.
 */
async function decideOptimistically(
  store: InventoryStore,
  { requests, keys, at }: { requests: StockRequest[]; keys: Keys; at: Date },
): Promise<Decision | undefined> {
  if (!requests.every(({ kind }) => guardedKinds.has(kind))) return undefined;
  const orderIds = requests.flatMap((request) => (request.kind === 'commit' ? [request.orderId] : []));
  const snapshot = await (store.readCached ?? store.read)({ ...keys, orderIds });
  const decided = decideRequests(requests, snapshot, at);
  const isCertain = ({ outcome }: StockAnswer, index: number) =>
    requests[index]?.kind === 'commit' || outcome === 'held';
  return decided.answers.every(isCertain) ? decided : undefined;
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

async function isWritten(store: InventoryStore, changes: Changes, mayCommit: () => boolean): Promise<boolean> {
  if (changes.products.length + changes.reservations.length + changes.operations.length === 0) return true;
  return (await store.write(changes, mayCommit)) === 'written';
}

export interface StockQueueNeeds {
  /** Answers at the places of the entries; rejects when too many are waiting. */
  submitAll: (entries: StockEntry[]) => Promise<EntryAnswer[]>;
}

/** Takes requests on stock: those that arrive together are decided and written together. */
export const createStockQueue = ({ submitAll }: StockQueueNeeds) => ({
  /** Each request is answered on its own, also when it was not decided in time. */
  submit: async <Kind extends RequestKind>(
    entries: (StockEntry & { request: RequestOf<Kind> })[],
  ): Promise<(AnswerTo[Kind] | { outcome: 'timed out' })[]> =>
    (await submitAll(entries)) as (AnswerTo[Kind] | { outcome: 'timed out' })[],

  /** As `submit`, for callers that cannot use a part of the answers. */
  submitAll: async <Kind extends RequestKind>(requests: RequestOf<Kind>[], deadline: number) => {
    const answers = await submitAll(requests.map((request) => ({ request, deadline })));
    if (answers.some(({ outcome }) => outcome === 'timed out')) throw unavailable('it was not decided in time');
    return answers as AnswerTo[Kind][];
  },
});

export type StockQueue = ReturnType<typeof createStockQueue>;
