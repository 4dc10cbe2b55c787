import type { AuditLog } from '@orders/shared/audit-log';

/** What an admin, or the processor itself, does to a webhook. */
export interface WebhookAct {
  act: 'create' | 'update' | 'delete' | 'rotate-secret' | 'test' | 'resend' | 'disable';
  operator: string;
  webhookId: string;
  /** What it is about: a host, a change, a delivery. */
  about?: string;
}

export type RecordWebhookAct = (act: WebhookAct) => Promise<(outcome: string) => Promise<void>>;

/** Records an act before it is carried out; the answer records its outcome. */
export const createRecordWebhookAct =
  (auditLog: Pick<AuditLog, 'record' | 'complete'>): RecordWebhookAct =>
  async ({ act, operator, webhookId, about }) => {
    const before = about === undefined ? {} : { before: { about } };
    const id = await auditLog.record({ actor: operator, action: `webhook.${act}`, subject: webhookId, ...before });
    return (outcome) => auditLog.complete(id, { outcome });
  };
