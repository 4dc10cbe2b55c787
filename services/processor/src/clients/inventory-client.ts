import { InventoryService } from '@orders/proto';
import type { CommitOutcomeOutput } from '@orders/proto/inventory/v1/CommitOutcome';
import { unavailable } from '@orders/shared/errors';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { pingMs, serviceCallMs } from '@orders/shared/time-limits';
import type { CommitOutcome } from '../settle/settle-placed-orders';
import { createAuditStockReader } from '../audit/audit-stock-reader';

/** Asks inventory to make reservations final. */
export function createInventoryClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(InventoryService, addresses, { tls });
  const commit = client.unary('Commit');
  return {
    commit: async (orderIds: string[]): Promise<CommitOutcome[]> => {
      const { outcomes } = await commit({ orderIds }, serviceCallMs);
      if (outcomes.length !== orderIds.length) throw unavailable('inventory did not answer for every order');
      return outcomes.map(fromWire);
    },
    audit: createAuditStockReader(client),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

function fromWire(outcome: CommitOutcomeOutput): CommitOutcome {
  switch (outcome) {
    case 'COMMIT_OUTCOME_COMMITTED':
      return 'committed';
    case 'COMMIT_OUTCOME_RELEASED':
      return 'released';
    case 'COMMIT_OUTCOME_NOT_HELD':
      return 'not held';
    case 'COMMIT_OUTCOME_UNSPECIFIED':
      throw unavailable('inventory did not say what became of a reservation');
  }
}
