import { createCommandAuditLog } from '@orders/shared/audit-log';
import { processorCollections } from '@orders/processor/collections';
import { createMailLedger } from '@orders/processor/mail/mail-ledger';
import { createOperatorActions } from '@orders/processor/dead-letters/operator-actions';
import { randomUUID } from 'node:crypto';
import { expectIndexed } from '../../support/query-plans';
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
const placed = () => ({ orderId: randomUUID(), requestId: 'r', traceparent: 't' });

test.each<[string, () => Promise<unknown>]>([
  ['recording pending mails', () => ledger().recordPendingMails([placed(), placed()])],
  ['due mails', () => ledger().dueMails(page)],
  ['queueing mails', () => ledger().queueMails(pending.slice(4, 9).map((orderId) => ({ orderId, userId: 'u' })))],
  ['queued mails', () => ledger().queuedMails(page)],
  ['claiming a mail', () => ledger().claim({ orderId: pending[0]!, claim: 'c', leaseMs: 1_000 })],
  ['finishing a mail', () => ledger().finish([{ orderId: pending[0]!, claim: 'c', outcome: 'sent' }])],
  ['postponing a mail', () => ledger().postpone([{ orderId: pending[1]!, delayMs: 1_000 }])],
  ['how many mails are pending', () => ledger().countPending()],
  ['a mail', () => ledger().find(pending[2]!)],
  ['mails by order id', () => ledger().findMany(pending.slice(0, 3))],
  ['the oldest pending mail', () => ledger().oldestPendingAt()],
  ['the newest operator actions', () => actions().newest(page)],
])('%s: every query uses an index', (_, work) => expectIndexed(database, work));
