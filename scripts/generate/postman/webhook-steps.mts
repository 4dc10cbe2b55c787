// What the collection does with webhooks, as an admin.
import { forAdmins, ofAdmin, type Step } from './step.mts';

const ofWebhook = { ...ofAdmin, pathVariables: { id: '{{webhookId}}' } };
// A buyer creates no webhook and gets no id of one, so any will do.
const keepWebhook =
  "const { webhook = { id: '00000000-0000-4000-8000-000000000000' } } = pm.response.json();\n" +
  "pm.collectionVariables.set('webhookId', webhook.id);";
const keepDelivery =
  "const { delivery = { id: `msg_${'0'.repeat(32)}` } } = pm.response.json();\n" +
  "pm.collectionVariables.set('deliveryId', delivery.id);";
export const webhooks: Step[] = [
  {
    operation: 'post /api/admin/webhooks',
    ...ofAdmin,
    // Nothing listens there: a receiver of your own answers with a 2xx status.
    body: { url: 'https://receiver.example/orders', events: ['order.failed'] },
    expect: [forAdmins(201), keepWebhook],
  },
  { operation: 'get /api/admin/webhooks', ...ofAdmin, expect: [forAdmins(200)] },
  { operation: 'get /api/admin/webhooks/{id}', ...ofWebhook, expect: [forAdmins(200)] },
  { operation: 'post /api/admin/webhooks/{id}/test', ...ofWebhook, expect: [forAdmins(202), keepDelivery] },
  {
    operation: 'get /api/admin/webhooks/{id}/deliveries',
    ...ofWebhook,
    query: { limit: '20' },
    expect: [forAdmins(200)],
  },
  {
    operation: 'post /api/admin/webhooks/{id}/deliveries/{deliveryId}/resend',
    ...ofAdmin,
    pathVariables: { id: '{{webhookId}}', deliveryId: '{{deliveryId}}' },
    expect: [forAdmins(202)],
  },
  { operation: 'post /api/admin/webhooks/{id}/rotate-secret', ...ofWebhook, expect: [forAdmins(200)] },
  { operation: 'patch /api/admin/webhooks/{id}', ...ofWebhook, body: { enabled: false }, expect: [forAdmins(200)] },
  { operation: 'delete /api/admin/webhooks/{id}', ...ofWebhook, expect: [forAdmins(204)] },
];
