import type { ProcessorService } from '@orders/proto';
import type { createGrpcClient } from '@orders/shared/grpc-client';
import { requestDeadlineMs } from '@orders/shared/time-limits';
import { isoTime, textOrNull } from './from-wire';

type Client = ReturnType<typeof createGrpcClient<typeof ProcessorService.service>>;

// At most 100 are sent in a request, which has little time.
const redrivesPerSecond = 1_000;

/** Which admin acts, and the id under which it is done once. */
export interface Operation {
  operator: string;
  operationId: string;
}

export interface Redrive extends Operation {
  messageId?: string;
  limit: number;
}

/** The calls of the processor that are about dead letters and orders that are given up. */
export const createDeadLetterCalls = ({ unary }: Pick<Client, 'unary'>) => ({
  listDeadLetters: async ({ limit, cursor }: { limit: number; cursor: string }) => {
    const { deadLetters, nextPageToken } = await unary('ListDeadLetters')(
      { pageSize: limit, pageToken: cursor },
      requestDeadlineMs,
    );
    return {
      deadLetters: deadLetters.map(({ orderId, requestId, sentAt, ...letter }) => ({
        ...letter,
        orderId: textOrNull(orderId),
        requestId: textOrNull(requestId),
        sentAt: isoTime(sentAt),
      })),
      nextCursor: textOrNull(nextPageToken),
    };
  },
  /** Sends one dead letter to the queue again, or so many as are there; their number. */
  redriveDeadLetters: async ({ messageId = '', limit, ...operation }: Redrive): Promise<number> => {
    const request = { ...operation, messageId, limit, perSecond: redrivesPerSecond };
    return (await unary('RedriveDeadLetters')(request, requestDeadlineMs)).redriven;
  },
  /** Deletes a dead letter and fails its order; which one that was, and where it stands now. */
  discardDeadLetter: async (discard: Operation & { messageId: string; reason: string }) => {
    const { orderId, orderStatus } = await unary('DiscardDeadLetter')(discard, requestDeadlineMs);
    return { orderId: textOrNull(orderId), orderStatus: textOrNull(orderStatus) };
  },
  failOrder: async (failure: Operation & { orderId: string; reason: string }): Promise<void> => {
    await unary('FailOrder')(failure, requestDeadlineMs);
  },
});
