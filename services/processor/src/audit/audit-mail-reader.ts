import type { ProcessorService } from '@orders/proto';
import type { MailStateOutput } from '@orders/proto/processor/v1/MailState';
import { unavailable } from '@orders/shared/errors';
import type { createGrpcClient } from '@orders/shared/grpc-client';
import { auditCallMs } from '@orders/shared/time-limits';
import { fromTimestamp } from '@orders/shared/timestamp';
import type { AuditedMail } from './audit-facts';

type Processor = Pick<ReturnType<typeof createGrpcClient<typeof ProcessorService.service>>, 'unary'>;

const stateOf: Record<MailStateOutput, AuditedMail['state'] | undefined> = {
  MAIL_STATE_UNSPECIFIED: undefined,
  MAIL_STATE_OWED: 'owed',
  MAIL_STATE_SENT: 'sent',
  MAIL_STATE_REJECTED: 'rejected',
  MAIL_STATE_DROPPED: 'dropped',
};

/** Reads the mail ledger for an audit that runs outside the processor. */
export function createAuditMailReader(processor: Processor) {
  const getMails = processor.unary('GetMails');
  return {
    findMany: async (orderIds: string[]): Promise<AuditedMail[]> =>
      (await getMails({ orderIds }, auditCallMs)).mails.map((mail) => {
        const state = stateOf[mail.state];
        if (!state) throw unavailable(`the processor sent no state for the mail of ${mail.orderId}`);
        const { orderId, reason } = mail;
        const owedAt = fromTimestamp(mail.owedAt) ?? new Date(0);
        return { orderId, state, owedAt, ...(reason !== undefined && { reason }) };
      }),
  };
}
