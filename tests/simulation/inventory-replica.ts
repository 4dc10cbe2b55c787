import { composeInventory } from '@orders/inventory/compose';
import { isSound } from '@orders/inventory/domain/product';
import type { Reservation } from '@orders/inventory/domain/reservation';
import type { ProductRequest } from '@orders/inventory/domain/stock-request';
import { inventoryMetrics } from '@orders/inventory/metrics';
import type { ReservationRequest } from '@orders/inventory/use-cases/change-reservations';
import { silentLog } from '../support/test-database';
import type { InventoryApi } from './apis';
import type { SimulatedProcess } from './simulated-process';
import { createListHeld, type RunOnStock } from './stock-database';
import type { System } from './system';

/** One replica of inventory on the simulated stores. */
export function buildInventory({ world, parts, stock }: System, process: SimulatedProcess): InventoryApi {
  const { random, failures } = world;
  const run: RunOnStock = (what, work) =>
    process.effect('stock', what, () => {
      const before = new Map(stock.reservations);
      const answer = work(stock);
      for (const product of stock.products.values()) {
        if (!isSound(product))
          world.reportViolation(`the units of ${product.productId} do not add up: ${JSON.stringify(product)}`);
      }
      for (const reservation of stock.reservations.values()) {
        if (reservation.epoch !== (before.get(reservation.orderId)?.epoch ?? 0)) checkPrices(reservation);
      }
      return answer;
    });
  /** Stock was taken at this moment: the prices must be those of this moment. */
  const checkPrices = ({ orderId, items }: Reservation) => {
    for (const { productId, unitPrice } of items) {
      const price = stock.products.get(productId)?.price ?? 0;
      if (unitPrice !== price)
        world.reportViolation(
          `${orderId} took ${productId} for ${String(unitPrice)}, and its price is ${String(price)}`,
        );
    }
  };
  const { useCases } = composeInventory(
    {
      inventory: parts.createStock({
        run,
        conflicts: () => failures.injects('a write conflicts'),
        isUnknownResultReportedAsConflict: () => random.chance(0.5),
      }),
      catalogue: {
        list: notSimulated,
        find: (productId) => run(`read ${productId}`, ({ products }) => products.get(productId)),
        findMany: notSimulated,
        listStock: notSimulated,
        insertMissing: notSimulated,
        describe: notSimulated,
        findWithoutTerms: notSimulated,
        listTerms: notSimulated,
        putTerms: notSimulated,
      },
      reservations: {
        listHeld: createListHeld(run),
        find: notSimulated,
        findMany: notSimulated,
        countHeld: notSimulated,
      },
      currency: 'EUR',
      auditLog: { list: notSimulated, recordAll: notSimulated },
      onConflict: () => undefined,
      metrics: inventoryMetrics,
      log: silentLog,
      now: process.now,
      monotonicMs: () => process.now().getTime(),
      random: random.number,
      wait: process.wait,
      nextTurn: process.nextTurn,
    },
    parts,
  );
  const deadlineIn = (timeoutMs: number) => process.now().getTime() + timeoutMs;

  return {
    reserve: (requests: Omit<ReservationRequest, 'deadline'>[], timeoutMs: number) =>
      useCases.reserveStock(requests.map((request) => ({ ...request, deadline: deadlineIn(timeoutMs) }))),
    commit: (orderIds: string[]) => useCases.commitReservations(orderIds, deadlineIn(3_000)),
    release: (orderIds: string[]) => useCases.releaseReservations(orderIds, deadlineIn(3_000)),
    expire: (expiries: { orderId: string; epoch: number }[]) =>
      useCases.expireReservations(expiries, deadlineIn(3_000)),
    listHeld: useCases.listHeldReservations,
    product: useCases.getProduct,
    changeCatalogue: (request: ProductRequest) => useCases.changeCatalogue(request, deadlineIn(3_000)),
  };
}

const notSimulated = () => Promise.reject(new Error('the simulator does not read this'));
