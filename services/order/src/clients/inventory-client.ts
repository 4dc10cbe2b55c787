import { InventoryService } from '@orders/proto';
import type { Item, Money } from '@orders/proto/items';
import { fromReserveResult, type ReserveDecision } from '@orders/proto/reserve-answer';
import { unavailable } from '@orders/shared/errors';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { deadlineOfRequest } from '@orders/shared/request-context';
import { lastWriteMs, pingMs, serviceCallMs } from '@orders/shared/time-limits';
import { toTimestamp } from '@orders/shared/timestamp';
import type { ReservationAttempt } from '../domain/order';

export interface ReservationRequest {
  orderId: string;
  items: Item[];
  bodyHash: string;
  expectedTotal?: Money | undefined;
}

interface HeldPage {
  reservations: ReservationAttempt[];
  nextPageToken: string;
}

/** Calls inventory; Reserve calls that wait at the same time share a request. */
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
      const reservations = waiting.map(({ deadline, expectedTotal = null, ...request }) => ({
        ...request,
        expectedTotal,
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
    /** Reserves the stock of all items or of none. Rejects with UNAVAILABLE if it was not decided in time. */
    reserve: async (request: ReservationRequest): Promise<ReserveDecision> => {
      const deadline = Math.min(Date.now() + serviceCallMs, deadlineOfRequest() - lastWriteMs);
      const answer = fromReserveResult(await reserves.submit({ ...request, deadline }));
      if (!answer || answer.outcome === 'timed out') throw unavailable('the stock could not be reserved in time');
      return answer;
    },
    release: async (orderIds: string[]): Promise<void> => {
      await release({ orderIds }, serviceCallMs);
    },
    /** Releases those that are still held with their epoch; answers how many. */
    expire: async (expiries: ReservationAttempt[]): Promise<number> =>
      (await expire({ expiries }, serviceCallMs)).expired,
    /** A page of the reservations that have been held since before a time. */
    listHeld: async (heldBefore: Date, pageToken: string): Promise<HeldPage> =>
      list({ heldBefore: toTimestamp(heldBefore), pageSize: 500, pageToken }, serviceCallMs),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type InventoryClient = ReturnType<typeof createInventoryClient>;
