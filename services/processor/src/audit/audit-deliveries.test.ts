import type { AuditedOrder } from './audit-facts';
import { problemsOfDeliveries, type AuditedDelivery, type AuditedWebhook, type Deliveries } from './audit-deliveries';

const at = new Date('2026-03-01T12:00:00Z');
const ago = (minutes: number) => new Date(at.getTime() - minutes * 60_000);
const days = (count: number) => count * 24 * 60;

const anOrder = (changes: Partial<AuditedOrder> = {}): AuditedOrder => ({
  orderId: 'one',
  status: 'Processed',
  items: [],
  epoch: 1,
  createdAt: ago(2),
  updatedAt: ago(1),
  outbox: [],
  isImported: false,
  ...changes,
});
const aWebhook = (changes: Partial<AuditedWebhook> = {}): AuditedWebhook => ({
  webhookId: 'hook',
  events: ['order.placed', 'order.processed', 'order.failed', 'order.cancelled'],
  enabled: true,
  updatedAt: ago(10),
  ...changes,
});
const aDelivery = (changes: Partial<AuditedDelivery> = {}): AuditedDelivery => ({
  orderId: 'one',
  webhookId: 'hook',
  kind: 'outcome',
  state: 'pending',
  ...changes,
});
const [placed, outcome] = [aDelivery({ kind: 'placed', event: 'order.placed' }), aDelivery()];
const both = [placed, outcome];
const problemsOf = (order: AuditedOrder, facts: Partial<Deliveries>) =>
  problemsOfDeliveries(order, { webhooks: [aWebhook()], deliveries: [], ...facts }, at);

test.each<[string, AuditedOrder, Partial<Deliveries>]>([
  ['whose deliveries are recorded', anOrder(), { deliveries: both }],
  ['whose end was delivered', anOrder(), { deliveries: [placed, aDelivery({ event: 'order.processed' })] }],
  ['that is pending', anOrder({ status: 'Pending' }), {}],
  ['that was imported', anOrder({ isImported: true }), {}],
  ['whose end is still to be published', anOrder({ status: 'Cancelled', republishAt: ago(-1) }), {}],
  ['whose deliveries were purged', anOrder({ createdAt: ago(days(29)) }), {}],
  ['while there is no webhook', anOrder(), { webhooks: [] }],
  ['before there was the webhook', anOrder(), { webhooks: [aWebhook({ updatedAt: ago(0) })] }],
  ['at about the time when the webhook was changed', anOrder(), { webhooks: [aWebhook({ updatedAt: ago(2) })] }],
  ['while the webhook is disabled', anOrder(), { webhooks: [aWebhook({ enabled: false })] }],
  ['of whose end the webhook does not want to hear', anOrder(), { webhooks: [aWebhook({ events: ['order.failed'] })] }],
])('says nothing of an order %s', (_, order, facts) => {
  expect(problemsOf(order, facts)).toEqual([]);
});

test.each<[string, AuditedOrder, AuditedDelivery[]]>([
  ['order.placed', anOrder(), [outcome]],
  ['order.processed', anOrder(), [placed]],
  ['order.failed', anOrder({ status: 'Failed' }), [placed]],
  ['order.cancelled', anOrder({ status: 'Cancelled' }), [placed]],
  ['order.processed', anOrder(), [placed, aDelivery({ webhookId: 'another' })]],
])('finds that no delivery of %s is recorded', (event, order, deliveries) => {
  expect(problemsOf(order, { deliveries })).toEqual([`no delivery of ${event} is recorded for the webhook hook`]);
});

test('finds an event that is not how the order ended', () => {
  const deliveries = [placed, aDelivery({ event: 'order.processed', state: 'delivered' })];

  expect(problemsOf(anOrder({ status: 'Cancelled' }), { deliveries })).toEqual([
    'order.processed is reported of a Cancelled order',
  ]);
});
