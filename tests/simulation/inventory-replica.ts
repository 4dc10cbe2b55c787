import { createChangeCatalogue } from '@orders/inventory/use-cases/change-catalogue';
import { createListHeldReservations, type ListHeld } from '@orders/inventory/use-cases/list-held-reservations';
import { createReserveStock, type ReservationRequest } from '@orders/inventory/use-cases/change-reservations';
import type { EntryAnswer, StockEntry } from '@orders/inventory/use-cases/run-batch';
import { createStockDesk } from '@orders/inventory/use-cases/stock-queue';
import { isSound } from '@orders/inventory/domain/product';
import type { ProductRequest } from '@orders/inventory/domain/stock-request';
import { createGroupCommit } from '@orders/shared/group-commit';
import type { Life } from './simulated-process';
import { createReadHeld, type AskStock } from './stock-database';
import type { InventoryApi } from './apis';
import type { System } from './system';

/** One replica of inventory, built of the same parts as its main.ts. */
export function buildInventory({ world, parts, stock }: System, life: Life): InventoryApi {
  const { chance, trouble } = world;
  const ask: AskStock = (what, work) =>
    life.effect('stock', what, () => {
      const answer = work(stock);
      for (const product of stock.products.values()) {
        if (!isSound(product))
          world.violated(`the pieces of ${product.productId} do not add up: ${JSON.stringify(product)}`);
      }
      return answer;
    });
  const runBatch = parts.createRunBatch({
    store: parts.createRememberingStore({
      store: parts.createStock({
        ask,
        conflicts: () => trouble.happens('a write conflicts'),
        isToldAsConflict: () => chance.happens(0.5),
      }),
      monotonicMs: () => life.now().getTime(),
    }),
    now: life.now,
    backOff: (attempt) => life.wait(chance.number() * Math.min(16, 2 * 2 ** attempt)),
    onConflict: () => undefined,
  });
  const desk = createStockDesk(
    createGroupCommit<StockEntry, EntryAnswer>({
      commit: runBatch,
      maxBatch: 128,
      maxWaiting: 2_000,
      nextTurn: life.nextTurn,
    }),
  );
  const reserveStock = createReserveStock({ desk, countOutcome: () => undefined });
  const commit = parts.createCommitReservations(desk);
  const release = parts.createReleaseReservations(desk);
  const expire = parts.createExpire(desk);
  const changeCatalogue = createChangeCatalogue(desk);
  const givesUpAt = (timeoutMs: number) => life.now().getTime() + timeoutMs;

  return {
    reserve: (requests: Omit<ReservationRequest, 'giveUpAt'>[], timeoutMs: number) =>
      reserveStock(requests.map((request) => ({ ...request, giveUpAt: givesUpAt(timeoutMs) }))),
    commit: (orderIds: string[]) => commit(orderIds, givesUpAt(3_000)),
    release: (orderIds: string[]) => release(orderIds, givesUpAt(3_000)),
    expire: (expiries: { orderId: string; epoch: number }[]) => expire(expiries, givesUpAt(3_000)),
    listHeld: (page: ListHeld) => createListHeldReservations({ readHeld: createReadHeld(ask) })(page),
    changeCatalogue: (request: ProductRequest) => changeCatalogue(request, givesUpAt(3_000)),
  };
}
