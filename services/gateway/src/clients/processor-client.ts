import { ProcessorService } from '@orders/proto';
import type { MailOutput } from '@orders/proto/processor/v1/Mail';
import type { MailStateOutput } from '@orders/proto/processor/v1/MailState';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { pingMs, requestDeadlineMs } from '@orders/shared/time-limits';
import { createListAuditEntries } from './audit-entries';
import { createDeadLetterCalls } from './dead-letter-calls';
import { isoTime, textOrNull } from './from-wire';
import { createWebhookCalls } from './webhook-calls';

const mailStates: Record<MailStateOutput, string> = {
  MAIL_STATE_UNSPECIFIED: 'unknown',
  MAIL_STATE_OWED: 'owed',
  MAIL_STATE_SENT: 'sent',
  MAIL_STATE_REJECTED: 'rejected',
  MAIL_STATE_DROPPED: 'dropped',
};

/** A mail as its recipient may know it. */
export interface SentMail {
  state: string;
  owedAt: string | null;
  finishedAt: string | null;
  reason: string | null;
}

export interface AccountMail extends SentMail {
  kind: string;
}

const toSentMail = (mail: Pick<MailOutput, 'state' | 'owedAt' | 'finishedAt' | 'reason'>): SentMail => ({
  state: mailStates[mail.state],
  owedAt: isoTime(mail.owedAt),
  finishedAt: isoTime(mail.finishedAt),
  reason: mail.reason ?? null,
});

/** Calls the processor. */
export function createProcessorClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(ProcessorService, addresses, {
    nonIdempotent: ['CreateWebhook', 'RotateWebhookSecret', 'TestWebhook', 'RedriveDeadLetters', 'DiscardDeadLetter'],
    tls,
  });
  return {
    webhooks: createWebhookCalls(client),
    ...createDeadLetterCalls(client),
    getQueue: async () => {
      const { oldestMailOwedAt, ...counts } = await client.unary('GetQueue')({}, requestDeadlineMs);
      return { ...counts, oldestMailOwedAt: isoTime(oldestMailOwedAt) };
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
    /** The mails about a user's account, newest first. */
    listAccountMails: async (userId: string): Promise<AccountMail[]> => {
      const { mails } = await client.unary('ListAccountMails')({ userId }, requestDeadlineMs);
      return mails.map(({ kind, ...mail }) => ({ kind, ...toSentMail(mail) }));
    },
    /** The mails of orders, by order. */
    getMails: async (orderIds: string[]): Promise<Map<string, SentMail>> => {
      if (orderIds.length === 0) return new Map();
      const { mails } = await client.unary('GetMails')({ orderIds }, requestDeadlineMs);
      return new Map(mails.map((mail) => [mail.orderId, toSentMail(mail)]));
    },
    listAuditEntries: createListAuditEntries((page) => client.unary('ListAuditEntries')(page, requestDeadlineMs)),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type ProcessorClient = ReturnType<typeof createProcessorClient>;
