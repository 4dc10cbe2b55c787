import { createCommandAuditLog } from '@orders/shared/audit-log';
import { processorCollections } from '@orders/processor/collections';
import { createMailLedger } from '@orders/processor/mail/mail-ledger';
import { createOperatorActions } from '@orders/processor/dead-letters/operator-actions';
import { createDeliveryStore } from '@orders/processor/webhooks/delivery-store';
import { createDeliveryLists } from '@orders/processor/webhooks/list-deliveries';
import { createWebhookStore } from '@orders/processor/webhooks/webhook-store';
import { randomUUID } from 'node:crypto';
import type { NewDelivery } from '@orders/processor/webhooks/delivery';
import type { Receiver } from '@orders/processor/webhooks/webhook';
import { expectIndexed, plansOf } from '../../support/query-plans';
import { createTestDatabase, silentLog, type TestDatabase } from '../../support/test-database';

const page = 10;

let database: TestDatabase;
const pending: string[] = [];

/** Many mails that were sent, and some that are pending. */
beforeAll(async () => {
  database = await createTestDatabase('processor_plans', processorCollections);
  const mails = Array.from({ length: 400 }, (_, index) => {
    const at = new Date(Date.now() - 1_000 * index);
    const isPending = index % 10 === 0;
    return {
      _id: randomUUID(),
      state: isPending ? 'owed' : 'sent',
      owedAt: at,
      leaseUntil: at,
      attempts: 0,
      requestId: 'r',
      traceparent: 't',
    };
  });
  for (const { _id, state } of mails) if (state === 'owed') pending.push(_id);
  await database.mongo.collection<{ _id: string }>('mails').insertMany(mails);
  await webhooks().insert(aWebhook);
  const deliveries = mails.map(({ _id, owedAt: at, ...mail }, index) => ({
    _id: deliveryIdAt(index),
    webhookId: aWebhook.webhookId,
    orderId: _id,
    kind: 'outcome',
    ...(index % 20 !== 0 && { event: 'order.processed' }),
    state: index % 10 === 0 ? 'pending' : 'delivered',
    leaseUntil: mail.leaseUntil,
    attempts: 0,
    failures: 0,
    createdAt: at,
    requestId: 'r',
    traceparent: 't',
  }));
  await database.mongo.collection<{ _id: string }>('webhook_deliveries').insertMany(deliveries);
  const notes = mails.map(({ _id, owedAt: at }) => ({ _id, at, act: 'redrive', operator: 'ada' }));
  await database.mongo.collection<{ _id: string }>('operator_acts').insertMany(notes);
});
afterAll(() => database.drop());

const ledger = () => createMailLedger(database.mongo);
const actions = () =>
  createOperatorActions({
    mongo: database.mongo,
    auditLog: createCommandAuditLog(database.mongo),
    log: silentLog,
  });
const webhooks = () => createWebhookStore(database.mongo);
const deliveries = () => createDeliveryStore(database.mongo);
const deliveryLists = () => createDeliveryLists(database.mongo);
const deliveryIdAt = (index: number) => `msg_${index.toString(16).padStart(32, '0')}`;
const webhookId = 'a webhook';
const url = 'https://receiver.example';
const aWebhook: Receiver = {
  webhookId,
  url,
  events: ['order.processed'],
  enabled: true,
  createdAt: new Date(),
  updatedAt: new Date(),
  secrets: [{ keyId: 'k', sealed: 's' }],
};
const aDelivery = (deliveryId: string): NewDelivery => ({
  deliveryId,
  webhookId,
  orderId: 'o',
  kind: 'outcome',
  requestId: 'r',
  traceparent: 't',
});
const anEnd = (index: number) =>
  ({ deliveryId: deliveryIdAt(index), claim: 'c', status: 'delivered', isFailure: false }) as const;
const placed = () => ({ orderId: randomUUID(), requestId: 'r', traceparent: 't' });

test.each<[string, () => Promise<unknown>]>([
  ['recording pending mails', () => ledger().recordPendingMails([placed(), placed()])],
  ['due mails', () => ledger().dueMails(page)],
  ['queueing mails', () => ledger().queueMails(pending.slice(4, 9).map((orderId) => ({ orderId, userId: 'u' })))],
  ['claiming a mail', () => ledger().claim({ orderId: pending[0]!, claim: 'c', leaseMs: 1_000 })],
  ['finishing a mail', () => ledger().finish([{ orderId: pending[0]!, claim: 'c', outcome: 'sent' }])],
  ['postponing a mail', () => ledger().postpone([{ orderId: pending[1]!, delayMs: 1_000 }])],
  ['how many mails are pending', () => ledger().countPending()],
  ['a mail', () => ledger().find(pending[2]!)],
  ['mails by order id', () => ledger().findMany(pending.slice(0, 3))],
  ['the oldest pending mail', () => ledger().oldestPendingAt()],
  ['a webhook', () => webhooks().find(webhookId)],
  ['changing a webhook', () => webhooks().update(webhookId, { enabled: true }, new Date())],
  ['disabling a webhook', () => webhooks().disable({ webhookId, url, noticeId: 'n', reason: 'r', failingForMs: 1 })],
  ['removing a notice', () => webhooks().removeNotice({ webhookId, noticeId: 'n' })],
  ['recording deliveries', () => deliveries().record([aDelivery(deliveryIdAt(0)), aDelivery(randomUUID())])],
  [
    'claiming a delivery',
    () => deliveries().claim({ deliveryId: deliveryIdAt(10), event: 'order.failed', claim: 'c', leaseMs: 1_000 }),
  ],
  ['finishing a delivery', () => deliveries().finish(anEnd(10))],
  ['postponing deliveries', () => deliveries().postpone([{ deliveryId: deliveryIdAt(20), delayMs: 1 }])],
  ['dropping deliveries', () => deliveries().drop([deliveryIdAt(20)])],
  ['sending a delivery again', () => deliveries().resend(webhookId, deliveryIdAt(11))],
  ['a page of deliveries', () => deliveryLists().page({ webhookId, pageSize: page, pageToken: '' })],
  [
    'a page of deliveries in one state',
    () =>
      deliveryLists().page({
        webhookId,
        status: 'delivered',
        pageSize: page,
        pageToken: `${Date.now()}.${deliveryIdAt(1)}`,
      }),
  ],
  ['the newest operator actions', () => actions().newest(page)],
])('%s: every query uses an index', (_, work) => expectIndexed(database, work));

// There are at most a hundred webhooks, which are read as a whole.
test('due deliveries are found without reading those that are not due', async () => {
  const [plan] = await plansOf(database, () => deliveries().findDue({ except: [], limit: page }));

  expect(plan?.docsExamined).toBeLessThanOrEqual(page + 1);
});

test('pending deliveries are counted without reading the others', async () => {
  const [plan] = await plansOf(database, () => deliveryLists().countPending());

  expect(plan?.docsExamined).toBeLessThanOrEqual(pending.length + 1);
});
