import { ProcessorService } from '@orders/proto';
import type { MailStateOutput } from '@orders/proto/processor/v1/MailState';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { timeText } from './time-text';

const callMs = 4_500;

const stateOf: Record<MailStateOutput, string> = {
  MAIL_STATE_UNSPECIFIED: 'unknown',
  MAIL_STATE_OWED: 'owed',
  MAIL_STATE_SENT: 'sent',
  MAIL_STATE_REJECTED: 'rejected',
  MAIL_STATE_DROPPED: 'dropped',
};

/** Asks the processor about queue, dead letters and mails. */
export function createProcessorClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(ProcessorService, addresses, { tls });
  const [getQueue, list, getMail] = [
    client.unary('GetQueue'),
    client.unary('ListDeadLetters'),
    client.unary('GetMail'),
  ];

  return {
    getQueue: async () => {
      const { oldestMailOwedAt, ...counts } = await getQueue({}, callMs);
      return { ...counts, oldestMailOwedAt: timeText(oldestMailOwedAt) };
    },
    listDeadLetters: async ({ limit, cursor }: { limit: number; cursor: string }) => {
      const { deadLetters, nextPageToken } = await list({ pageSize: limit, pageToken: cursor }, callMs);
      return {
        deadLetters: deadLetters.map(({ orderId, requestId, sentAt, ...letter }) => ({
          ...letter,
          orderId: orderId === '' ? null : orderId,
          requestId: requestId === '' ? null : requestId,
          sentAt: timeText(sentAt),
        })),
        nextCursor: nextPageToken === '' ? null : nextPageToken,
      };
    },
    /** What the mail ledger says of an order; null where it says nothing. */
    getMail: async (orderId: string) => {
      const { mail } = await getMail({ orderId }, callMs);
      return (
        mail && {
          state: stateOf[mail.state],
          attempts: mail.attempts,
          owedAt: timeText(mail.owedAt),
          finishedAt: timeText(mail.finishedAt),
          reason: mail.reason ?? null,
          traceId: mail.traceId === '' ? null : mail.traceId,
        }
      );
    },
    ping: () => client.ping(500),
    stop: client.stop,
  };
}

export type ProcessorClient = ReturnType<typeof createProcessorClient>;
