import type { InventoryService } from '@orders/proto';
import type { ReservationStateOutput } from '@orders/proto/inventory/v1/ReservationState';
import type { StockTotalsOutput } from '@orders/proto/inventory/v1/StockTotals';
import type { StoredReservationOutput } from '@orders/proto/inventory/v1/StoredReservation';
import { unavailable } from '@orders/shared/errors';
import type { createGrpcClient } from '@orders/shared/grpc-client';
import { auditCallMs } from '@orders/shared/time-limits';
import { fromTimestamp, toTimestamp } from '@orders/shared/timestamp';
import type { AuditedProduct, AuditedReservation } from './audit-facts';

type Inventory = Pick<ReturnType<typeof createGrpcClient<typeof InventoryService.service>>, 'unary'>;

const pageSize = 500;
// Later than any clock says: whatever is held at that moment.
const endOfTime = toTimestamp(new Date('9999-01-01T00:00:00Z'));

/** Reads stock and reservations for an audit, page by page. */
export function createAuditStockReader(inventory: Inventory) {
  const listStock = inventory.unary('ListStock');
  const listHeld = inventory.unary('ListHeldReservations');
  const getReservations = inventory.unary('GetReservations');
  const reservations = async (orderIds: string[], readAt = ''): Promise<AuditedReservation[]> =>
    (await getReservations({ orderIds, readAt }, auditCallMs)).reservations.map(toReservation);

  return {
    /** All products at one moment, and its name. */
    totals: async (): Promise<{ products: AuditedProduct[]; readAt: string }> => {
      const products: AuditedProduct[] = [];
      let page = { nextPageToken: '', readAt: '' };
      do {
        const request = { pageSize, pageToken: page.nextPageToken, readAt: page.readAt };
        const response = await listStock(request, auditCallMs);
        products.push(...response.products.map(toProduct));
        page = response;
      } while (page.nextPageToken !== '');
      return { products, readAt: page.readAt };
    },

    /** All that was held at a moment. */
    held: async function* (readAt: string): AsyncGenerator<AuditedReservation[]> {
      let pageToken = '';
      do {
        const page = await listHeld({ heldBefore: endOfTime, pageSize, pageToken, readAt }, auditCallMs);
        yield await reservations(
          page.reservations.map(({ orderId }) => orderId),
          readAt,
        );
        pageToken = page.nextPageToken;
      } while (pageToken !== '');
    },

    /** What is kept under these ids at a moment, or now. */
    reservations,
  };
}

export type AuditStockReader = ReturnType<typeof createAuditStockReader>;

const toProduct = ({ productId, ...pieces }: StockTotalsOutput): AuditedProduct => ({
  productId,
  available: Number(pieces.available),
  held: Number(pieces.held),
  committed: Number(pieces.committed),
  initial: Number(pieces.initial),
  restocked: Number(pieces.restocked),
  adjusted: Number(pieces.adjusted),
});

const stateOf: Record<ReservationStateOutput, AuditedReservation['state'] | undefined> = {
  RESERVATION_STATE_UNSPECIFIED: undefined,
  RESERVATION_STATE_HELD: 'held',
  RESERVATION_STATE_COMMITTED: 'committed',
  RESERVATION_STATE_RELEASED: 'released',
  RESERVATION_STATE_EXPIRED: 'expired',
};

function toReservation(stored: StoredReservationOutput): AuditedReservation {
  const state = stateOf[stored.state];
  if (!state) throw unavailable(`inventory did not say the state of the reservation ${stored.orderId}`);
  const heldAt = fromTimestamp(stored.heldAt);
  const { orderId, items, epoch } = stored;
  return { orderId, items, epoch, state, ...(heldAt && { heldAt }) };
}
