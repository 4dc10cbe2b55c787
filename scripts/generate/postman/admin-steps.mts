// What the collection asks and does as an admin; what cannot be undone it asks for something that is not there.
import { beforeAdmin, forAdmins, ofAdmin, type Step } from './step.mts';
import { webhooks } from './webhook-steps.mts';

const nothing = '00000000-0000-4000-8000-000000000000';
const givenUp = { reason: 'it could not be processed' };

export const administration: Step[] = [
  { operation: 'get /api/admin/orders', ...ofAdmin, query: { limit: '20', status: 'Processed' }, expect: [forAdmins(200)] },
  {
    operation: 'get /api/admin/orders/{id}',
    ...ofAdmin,
    pathVariables: { id: '{{orderId}}' },
    expect: [forAdmins(200)],
  },
  {
    operation: 'get /api/admin/orders/export',
    ...ofAdmin,
    query: { status: 'Processed' },
    expect: [forAdmins(200)],
  },
  {
    operation: 'post /api/admin/orders/{id}/fail',
    ...ofAdmin,
    pathVariables: { id: nothing },
    body: givenUp,
    expect: [forAdmins(404)],
  },
  { operation: 'get /api/admin/queue', ...ofAdmin, expect: [forAdmins(200)] },
  { operation: 'get /api/admin/dlq', ...ofAdmin, query: { limit: '20' }, expect: [forAdmins(200)] },
  {
    operation: 'post /api/admin/dlq/{messageId}/redrive',
    ...ofAdmin,
    pathVariables: { messageId: nothing },
    expect: [forAdmins(404)],
  },
  {
    operation: 'post /api/admin/dlq/{messageId}/discard',
    ...ofAdmin,
    pathVariables: { messageId: nothing },
    body: givenUp,
    expect: [forAdmins(404)],
  },
  {
    operation: 'post /api/admin/dlq/redrive',
    ...ofAdmin,
    before: [...beforeAdmin, "pm.collectionVariables.set('idempotencyKey', pm.variables.replaceIn('{{$guid}}'));"],
    headers: { 'Idempotency-Key': '{{idempotencyKey}}' },
    expect: [forAdmins(200)],
  },
  { operation: 'get /api/admin/audit-log', ...ofAdmin, query: { limit: '20' }, expect: [forAdmins(200)] },
  ...webhooks,
  {
    operation: 'get /api/dev/mails',
    query: { limit: '20' },
    // There is nothing at this address in production.
    expect: ["pm.test('answers 200 or 404', () => pm.expect(pm.response.code).to.be.oneOf([200, 404]));"],
  },
];
