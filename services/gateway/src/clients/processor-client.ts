import { ProcessorService } from '@orders/proto';
import type { MailStateOutput } from '@orders/proto/processor/v1/MailState';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { pingMs, requestDeadlineMs } from '@orders/shared/time-limits';
import { isoTime, textOrNull } from './from-wire';

const mailStates: Record<MailStateOutput, string> = {
  MAIL_STATE_UNSPECIFIED: 'unknown',
  MAIL_STATE_OWED: 'owed',
  MAIL_STATE_SENT: 'sent',
  MAIL_STATE_REJECTED: 'rejected',
  MAIL_STATE_DROPPED: 'dropped',
};

/** Calls the processor. */
export function createProcessorClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(ProcessorService, addresses, { tls });
  return {
    getQueue: async () => {
      const { oldestMailOwedAt, ...counts } = await client.unary('GetQueue')({}, requestDeadlineMs);
      return { ...counts, oldestMailOwedAt: isoTime(oldestMailOwedAt) };
    },
    listDeadLetters: async ({ limit, cursor }: { limit: number; cursor: string }) => {
      const { deadLetters, nextPageToken } = await client.unary('ListDeadLetters')(
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
    /** The confirmation mail of an order; null where the ledger has none. */
    getMail: async (orderId: string) => {
      const { mail } = await client.unary('GetMail')({ orderId }, requestDeadlineMs);
      return (
        mail && {
          state: mailStates[mail.state],
          attempts: mail.attempts,
          owedAt: isoTime(mail.owedAt),
          finishedAt: isoTime(mail.finishedAt),
          reason: mail.reason ?? null,
          traceId: textOrNull(mail.traceId),
        }
      );
    },
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type ProcessorClient = ReturnType<typeof createProcessorClient>;
