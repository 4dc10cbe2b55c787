import { InventoryService } from '@orders/proto';
import type { ReserveResultOutput } from '@orders/proto/inventory/v1/ReserveResult';
import type { Item, Money } from '@orders/proto/items';
import { fromReserveResult, type ReserveDecision } from '@orders/proto/reserve-answer';
import { unavailable } from '@orders/shared/errors';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { deadlineOfRequest } from '@orders/shared/request-context';
import { lastWriteMs, lateAnswerMs, pingMs, serviceCallMs } from '@orders/shared/time-limits';
import { toTimestamp } from '@orders/shared/timestamp';
import type { ReservationAttempt } from '../domain/order';

export interface ReservationRequest {
  orderId: string;
  items: Item[];
  bodyHash: string;
  expectedTotal?: Money | undefined;
}

interface WaitingReserve extends ReservationRequest {
  /** When there is no time left to store the order. */
  deadline: number;
  /** When its caller must have an answer. */
  answerBy: number;
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
    commit: async (waiting: WaitingReserve[], batch): Promise<(ReserveResultOutput | undefined)[]> => {
      batch.seal();
      const now = Date.now();
      const reservations = waiting.map(({ deadline, answerBy: _, expectedTotal = null, ...request }) => ({
        ...request,
        expectedTotal,
        timeoutMs: Math.max(1, deadline - now),
      }));
      const longestMs = Math.max(...reservations.map(({ timeoutMs }) => timeoutMs));
      return (await reserve({ reservations }, longestMs)).results;
    },
    maxBatch: 64,
    maxWaiting: 5_000,
    concurrency: 2,
    // All get their answers together: who cannot wait for the longest of them leaves, and may have been reserved for.
    leaving: { answer: undefined, at: ({ deadline }) => deadline, fromSealedAt: ({ answerBy }) => answerBy },
    isNothingDone: (result) => result?.outcome === 'RESERVE_OUTCOME_TIMED_OUT' && result.nothingDone,
  });

  return {
    /** Reserves the stock of all items or of none. Rejects with UNAVAILABLE if it was not decided in time. */
    reserve: async (request: ReservationRequest): Promise<ReserveDecision> => {
      const deadline = Math.min(Date.now() + serviceCallMs, deadlineOfRequest() - lastWriteMs);
      const answerBy = deadlineOfRequest() - lateAnswerMs;
      const result = await reserves.submit({ ...request, deadline, answerBy });
      const answer = result && fromReserveResult(result);
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
