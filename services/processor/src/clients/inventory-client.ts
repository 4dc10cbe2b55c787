import { InventoryService } from '@orders/proto';
import { groupsOf } from '@orders/proto/items';
import type { CommitOutcomeOutput } from '@orders/proto/inventory/v1/CommitOutcome';
import type { ReservationStateOutput } from '@orders/proto/inventory/v1/ReservationState';
import type { StockTotalsOutput } from '@orders/proto/inventory/v1/StockTotals';
import type { StoredReservationOutput } from '@orders/proto/inventory/v1/StoredReservation';
import { unavailable } from '@orders/shared/errors';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { auditCallMs, pingMs, serviceCallMs } from '@orders/shared/time-limits';
import { fromTimestamp, toTimestamp } from '@orders/shared/timestamp';
import type { AuditedProduct, AuditedReservation } from '../audit/audit-facts';
import type { CommitOutcome } from '../settle/settle-placed-orders';

type Client = ReturnType<typeof createGrpcClient<typeof InventoryService.service>>;

const auditPageSize = 500;
// Later than any clock, so that every held reservation is listed.
const endOfTime = toTimestamp(new Date('9999-01-01T00:00:00Z'));

/** Commits reservations in inventory, and reads stock for audits. */
export function createInventoryClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(InventoryService, addresses, { tls });
  const commit = client.unary('Commit');
  return {
    /** One outcome for each id, in the same order. */
    commit: async (orderIds: string[]): Promise<CommitOutcome[]> => {
      const { outcomes } = await commit({ orderIds }, serviceCallMs);
      if (outcomes.length !== orderIds.length) throw unavailable('inventory sent too few outcomes');
      return outcomes.map((outcome) => {
        const known = commitOutcomes[outcome];
        if (!known) throw unavailable('inventory sent no outcome for a reservation');
        return known;
      });
    },
    audit: createAuditStockReader(client),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

const commitOutcomes: Record<CommitOutcomeOutput, CommitOutcome | undefined> = {
  COMMIT_OUTCOME_UNSPECIFIED: undefined,
  COMMIT_OUTCOME_COMMITTED: 'committed',
  COMMIT_OUTCOME_RELEASED: 'released',
  COMMIT_OUTCOME_NOT_HELD: 'not held',
};

/** Reads stock and reservations for an audit, page by page. */
export function createAuditStockReader(inventory: Pick<Client, 'unary'>) {
  const listStock = inventory.unary('ListStock');
  const listHeld = inventory.unary('ListHeldReservations');
  const getReservations = inventory.unary('GetReservations');
  const reservations = async (orderIds: string[], readAt = ''): Promise<AuditedReservation[]> => {
    const found: AuditedReservation[] = [];
    for (const group of groupsOf(orderIds)) {
      const page = await getReservations({ orderIds: group, readAt }, auditCallMs);
      found.push(...page.reservations.map(toReservation));
    }
    return found;
  };

  return {
    /** All products as of one moment, and a token for that moment. */
    totals: async (): Promise<{ products: AuditedProduct[]; readAt: string }> => {
      const products: AuditedProduct[] = [];
      let page = { nextPageToken: '', readAt: '' };
      do {
        const request = { pageSize: auditPageSize, pageToken: page.nextPageToken, readAt: page.readAt };
        const response = await listStock(request, auditCallMs);
        products.push(...response.products.map(toProduct));
        page = response;
      } while (page.nextPageToken !== '');
      return { products, readAt: page.readAt };
    },

    /** All reservations that were held at a moment. */
    held: async function* (readAt: string): AsyncGenerator<AuditedReservation[]> {
      let pageToken = '';
      do {
        const request = { heldBefore: endOfTime, pageSize: auditPageSize, pageToken, readAt };
        const page = await listHeld(request, auditCallMs);
        yield await reservations(
          page.reservations.map(({ orderId }) => orderId),
          readAt,
        );
        pageToken = page.nextPageToken;
      } while (pageToken !== '');
    },

    /** The reservations under these ids, at a moment or now. */
    reservations,
  };
}

const toProduct = ({ productId, ...units }: StockTotalsOutput): AuditedProduct => ({
  productId,
  available: Number(units.available),
  held: Number(units.held),
  committed: Number(units.committed),
  initial: Number(units.initial),
  restocked: Number(units.restocked),
  adjusted: Number(units.adjusted),
});

const reservationStates: Record<ReservationStateOutput, AuditedReservation['state'] | undefined> = {
  RESERVATION_STATE_UNSPECIFIED: undefined,
  RESERVATION_STATE_HELD: 'held',
  RESERVATION_STATE_COMMITTED: 'committed',
  RESERVATION_STATE_RELEASED: 'released',
  RESERVATION_STATE_EXPIRED: 'expired',
};

function toReservation(stored: StoredReservationOutput): AuditedReservation {
  const state = reservationStates[stored.state];
  if (!state) throw unavailable(`inventory sent no state for the reservation ${stored.orderId}`);
  const heldAt = fromTimestamp(stored.heldAt);
  const { orderId, items, epoch, currency } = stored;
  return { orderId, items, epoch, state, ...(currency && { currency }), ...(heldAt && { heldAt }) };
}
