import { processorIndexes } from '@orders/processor/store/indexes';
import { createMailLedger } from '@orders/processor/mail/mail-ledger';
import { createOperatorActs } from '@orders/processor/dead-letters/operator-actions';
import { createLedgerReader } from '@orders/processor/mail/read-ledger';
import { randomUUID } from 'node:crypto';
import { expectIndexed } from '../../support/query-plans';
import { createTestDatabase, silentLog, type TestDatabase } from '../../support/test-database';

const page = 10;

let database: TestDatabase;
const owed: string[] = [];

/** Many mails that were sent, and some that are owed. */
beforeAll(async () => {
  database = await createTestDatabase('processor_plans', processorIndexes);
  const mails = Array.from({ length: 400 }, (_, index) => {
    const at = new Date(Date.now() - 1_000 * index);
    const isOwed = index % 10 === 0;
    return {
      _id: randomUUID(),
      state: isOwed ? 'owed' : 'sent',
      owedAt: at,
      leaseUntil: at,
      attempts: 0,
      requestId: 'r',
      traceparent: 't',
    };
  });
  for (const { _id, state } of mails) if (state === 'owed') owed.push(_id);
  await database.mongo.collection<{ _id: string }>('mails').insertMany(mails);
  const notes = mails.map(({ _id, owedAt: at }) => ({ _id, at, act: 'redrive', operator: 'ada' }));
  await database.mongo.collection<{ _id: string }>('operator_acts').insertMany(notes);
});
afterAll(() => database.drop());

const ledger = () => createMailLedger(database.mongo);
const reader = () => createLedgerReader(database.mongo);
const acts = () => createOperatorActs({ mongo: database.mongo, log: silentLog, now: () => new Date() });
const placed = () => ({ orderId: randomUUID(), requestId: 'r', traceparent: 't' });

test.each<[string, () => Promise<unknown>]>([
  ['owing a mail', () => ledger().owe([placed(), placed()])],
  ['mails that are due', () => ledger().due(page)],
  ['claiming a mail', () => ledger().claim({ orderId: owed[0]!, claim: 'c', leaseMs: 1_000 })],
  ['closing a mail', () => ledger().close([{ orderId: owed[0]!, claim: 'c', end: 'sent' }])],
  ['postponing a mail', () => ledger().postpone([{ orderId: owed[1]!, delayMs: 1_000 }])],
  ['how many mails are owed', () => ledger().countOwed()],
  ['a mail', () => reader().find(owed[2]!)],
  ['mails by order id', () => reader().findMany(owed.slice(0, 3))],
  ['the oldest mail that is owed', () => reader().oldestOwedAt()],
  ['what operators did last', () => acts().newest(page)],
])('%s: all that is asked goes by an index', (_, work) => expectIndexed(database, work));
