import type { AuditLog } from '@orders/shared/audit-log';
import type { Mongo } from '@orders/shared/mongo';
import { webhookPostMs } from '@orders/shared/time-limits';
import type { WebhookAdapters } from './compose-webhooks';
import { createDeliveryStore } from './delivery-store';
import { createDeliveryLists } from './list-deliveries';
import { createPostToReceiver } from './post-to-receiver';
import { createRecordWebhookAct } from './record-webhook-act';
import { createSecretKeys } from './secret-keys';
import { createWebhookStore } from './webhook-store';

export interface WebhookSettings {
  mongo: Mongo;
  config: { WEBHOOK_SECRET_KEY: string[]; WEBHOOK_ALLOW_INSECURE: boolean };
  auditLog: AuditLog;
  wake: () => void;
}

/** The stores and the client that webhooks have in a running processor. */
export const createWebhookAdapters = ({ mongo, config, auditLog, wake }: WebhookSettings): WebhookAdapters => ({
  store: createWebhookStore(mongo),
  deliveries: createDeliveryStore(mongo),
  lists: createDeliveryLists(mongo),
  recordAct: createRecordWebhookAct(auditLog),
  keys: createSecretKeys(config.WEBHOOK_SECRET_KEY),
  allowInsecure: config.WEBHOOK_ALLOW_INSECURE,
  post: createPostToReceiver({ allowInsecure: config.WEBHOOK_ALLOW_INSECURE, timeoutMs: webhookPostMs }),
  leaseMs: 30_000,
  longestPostMs: webhookPostMs,
  limits: { total: 200, perReceiver: 10, page: 100 },
  wake,
});
