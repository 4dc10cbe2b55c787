import { InventoryService } from '@orders/proto';
import type { ReserveResultOutput } from '@orders/proto/inventory/v1/ReserveResult';
import { unavailable } from '@orders/shared/errors';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { deadlineOfRequest } from '@orders/shared/request-context';
import { lastWriteMs, pingMs, serviceCallMs } from '@orders/shared/time-limits';
import { toTimestamp } from '@orders/shared/timestamp';
import type { Item } from '../domain/order';

export interface ReservationRequest {
  orderId: string;
  items: Item[];
  bodyHash: string;
}

export type ReserveAnswer =
  | { outcome: 'held'; epoch: number }
  | { outcome: 'out of stock'; shortages: { productId: string; requested: number; available: number }[] }
  | { outcome: 'unknown product'; productIds: string[] }
  | { outcome: 'differs' | 'closed' };

export interface HeldReservation {
  orderId: string;
  epoch: number;
}

interface HeldReservationsPage {
  reservations: HeldReservation[];
  nextPageToken: string;
}

/** Asks inventory; Reserve calls that wait at the same time travel as one. */
export function createInventoryClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(InventoryService, addresses, { tls });
  const [reserve, release, expire, list] = [
    client.unary('Reserve'),
    client.unary('Release'),
    client.unary('Expire'),
    client.unary('ListHeldReservations'),
  ];

  const reserves = createGroupCommit({
    name: 'reserve',
    commit: async (waiting: (ReservationRequest & { deadline: number })[]) => {
      const reservations = waiting.map(({ deadline, ...request }) => ({
        ...request,
        timeoutMs: Math.max(1, deadline - Date.now()),
      }));
      const longestMs = Math.max(...reservations.map(({ timeoutMs }) => timeoutMs));
      return (await reserve({ reservations }, longestMs)).results;
    },
    maxBatch: 64,
    maxWaiting: 5_000,
    concurrency: 2,
  });

  return {
    /** Takes the stock of all items or of none. Rejects with UNAVAILABLE when it was not decided in time. */
    reserve: async (request: ReservationRequest): Promise<ReserveAnswer> => {
      const deadline = Math.min(Date.now() + serviceCallMs, deadlineOfRequest() - lastWriteMs);
      return toAnswer(await reserves.submit({ ...request, deadline }));
    },
    release: async (orderIds: string[]): Promise<void> => {
      await release({ orderIds }, serviceCallMs);
    },
    expire: async (expiries: HeldReservation[]): Promise<number> => (await expire({ expiries }, serviceCallMs)).expired,
    /** A page of the reservations that are held since before a time. */
    listHeld: async (heldBefore: Date, pageToken: string): Promise<HeldReservationsPage> =>
      list({ heldBefore: toTimestamp(heldBefore), pageSize: 500, pageToken }, serviceCallMs),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type InventoryClient = ReturnType<typeof createInventoryClient>;

function toAnswer(result: ReserveResultOutput): ReserveAnswer {
  switch (result.outcome) {
    case 'RESERVE_OUTCOME_HELD':
      return { outcome: 'held', epoch: result.epoch };
    case 'RESERVE_OUTCOME_OUT_OF_STOCK':
      return { outcome: 'out of stock', shortages: result.shortages };
    case 'RESERVE_OUTCOME_UNKNOWN_PRODUCT':
      return { outcome: 'unknown product', productIds: result.unknownProductIds };
    case 'RESERVE_OUTCOME_DIFFERS':
      return { outcome: 'differs' };
    case 'RESERVE_OUTCOME_CLOSED':
      return { outcome: 'closed' };
    case 'RESERVE_OUTCOME_TIMED_OUT':
    case 'RESERVE_OUTCOME_UNSPECIFIED':
      throw unavailable('the stock could not be reserved in time');
  }
}
