// A Reserve call for each order, as the obvious design has it.
import { InventoryService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { ReservationRequest, ReserveAnswer } from '../../../services/order/src/clients/inventory-client.ts';

const callMs = 4_000;

export function createReserveAlone(addresses: string) {
  const reserve = createGrpcClient(InventoryService, addresses).unary('Reserve');
  return {
    reserve: async (request: ReservationRequest): Promise<ReserveAnswer> => {
      const { results } = await reserve({ reservations: [{ ...request, timeoutMs: callMs }] }, callMs);
      const [result] = results;
      if (result?.outcome !== 'RESERVE_OUTCOME_HELD')
        throw new Error(`reserving answered ${result?.outcome ?? 'nothing'}`);
      return { outcome: 'held', epoch: result.epoch };
    },
  };
}
