import { specifyDeliveryStore } from '../specifications/delivery-store';
import { createDeliveries, type RunOnWebhooks, type WebhookTables } from './delivery-database';
import { createWebhooks } from './webhook-database';

specifyDeliveryStore(() => {
  const tables: WebhookTables = { webhooks: new Map(), deliveries: new Map() };
  const run: RunOnWebhooks = (_, work) => Promise.resolve(work(tables, new Date()));
  return { webhooks: createWebhooks(run), deliveries: createDeliveries(run) };
});
