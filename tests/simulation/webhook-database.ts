import type { WebhookStore } from '@orders/processor/webhooks/webhook-store';
import type { RunOnWebhooks } from './delivery-database';

/** The webhook store: the same guarded writes. */
export const createWebhooks = (run: RunOnWebhooks): WebhookStore => ({
  insert: (webhook) =>
    run(`insert ${webhook.webhookId}`, ({ webhooks }) => void webhooks.set(webhook.webhookId, webhook)),

  count: () => run('count webhooks', ({ webhooks }) => webhooks.size),

  list: () => run('read webhooks', ({ webhooks }) => [...webhooks.values()]),

  find: (webhookId) => run(`read ${webhookId}`, ({ webhooks }) => webhooks.get(webhookId)),

  update: (webhookId, change, at) =>
    run(`update ${webhookId}`, ({ webhooks }) => {
      const webhook = webhooks.get(webhookId);
      if (!webhook) return undefined;
      const { disabledReason, failingSince, ...kept } = webhook;
      const reasons = {
        ...(disabledReason !== undefined && { disabledReason }),
        ...(failingSince && (change.url ?? kept.url) === kept.url && { failingSince }),
      };
      const updated = { ...kept, ...(change.enabled === undefined && reasons), ...change, updatedAt: at };
      webhooks.set(webhookId, updated);
      return updated;
    }),

  remove: (webhookId) => run(`remove ${webhookId}`, ({ webhooks }) => webhooks.delete(webhookId)),

  replaceSecrets: ({ webhookId, secrets }, replacement) =>
    run(`replace the secrets of ${webhookId}`, ({ webhooks }) => {
      const webhook = webhooks.get(webhookId);
      if (!webhook || webhook.secrets[0]?.sealed !== secrets[0]?.sealed) return undefined;
      const replaced = { ...webhook, secrets: replacement };
      webhooks.set(webhookId, replaced);
      return replaced;
    }),

  markWorking: ({ webhookId, url }) =>
    run(`mark ${webhookId} as working`, ({ webhooks }) => {
      const webhook = webhooks.get(webhookId);
      if (webhook?.url !== url) return;
      const { failingSince: _, ...working } = webhook;
      webhooks.set(webhookId, working);
    }),

  markFailing: ({ webhookId, url }) =>
    run(`mark ${webhookId} as failing`, ({ webhooks }, now) => {
      const webhook = webhooks.get(webhookId);
      if (webhook?.url === url && !webhook.failingSince) webhooks.set(webhookId, { ...webhook, failingSince: now });
    }),

  disable: ({ webhookId, url, reason, failingForMs }) =>
    run(`disable ${webhookId}`, ({ webhooks }, now) => {
      const webhook = webhooks.get(webhookId);
      if (webhook?.url !== url || !webhook.enabled) return false;
      const sinceMs = webhook.failingSince?.getTime() ?? Infinity;
      if (failingForMs !== undefined && sinceMs > now.getTime() - failingForMs) return false;
      webhooks.set(webhookId, { ...webhook, enabled: false, disabledReason: reason, updatedAt: now });
      return true;
    }),

  // Mails about accounts are not simulated, and so no mails to admins.
  listNotices: () => Promise.resolve([]),
  removeNotice: () => Promise.resolve(),
});
