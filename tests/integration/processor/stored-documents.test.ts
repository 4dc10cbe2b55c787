import { auditLogCollection, createCommandAuditLog } from '@orders/shared/audit-log';
import { countByRule } from '@orders/processor/audit/audit-facts';
import { auditCollection, createAuditRuns } from '@orders/processor/audit/audit-runs';
import { processorCollections } from '@orders/processor/collections';
import { createOperatorActions, operatorActionCollection } from '@orders/processor/dead-letters/operator-actions';
import { validateStored } from '@orders/shared/collection';
import { createTestDatabase, silentLog, type TestDatabase } from '../../support/test-database';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase('processor_stored', processorCollections);
});
afterEach(() => database.drop());

test('actions of operators are in the audit log, completed or not, and so are those of before it', async () => {
  const auditLog = createCommandAuditLog(database.mongo);
  const actions = createOperatorActions({ mongo: database.mongo, auditLog, log: silentLog });
  const before = { _id: 'old', at: new Date(0), act: 'redrive', operator: 'bob', outcome: 'redriven 2' } as const;
  await database.mongo.collection(operatorActionCollection).insertOne(before);
  const discard = { act: 'discard', operator: 'ada', messageId: 'm', orderId: 'o', reason: 'r' } as const;
  const complete = await actions.record({ ...discard, operationId: '' });
  await complete('the order is Failed');
  await actions.record({ act: 'redrive', operator: 'ada', operationId: '' });

  const newest = await actions.newest(10);
  const [first, ...others] = await actions.list(undefined, 2);

  expect(newest.map(({ at: _, ...action }) => action)).toEqual(
    expect.arrayContaining([
      { act: 'redrive', operator: 'ada' },
      { ...discard, outcome: 'the order is Failed' },
    ]),
  );
  expect(newest.at(-1)).toEqual({ at: before.at, act: 'redrive', operator: 'bob', outcome: 'redriven 2' });
  expect([first, ...others]).toHaveLength(2);
  expect(await actions.list(others.at(-1), 10)).toMatchObject([{ id: 'old', actor: 'operator:bob' }]);
  for (const entry of await database.mongo.collection(auditLogCollection).find().toArray()) {
    await validateStored(auditLogCollection, entry);
  }
});

test('the run of an audit is stored as declared, before and after its first result', async () => {
  const runs = createAuditRuns(database.mongo);
  const storedRun = async () => (await database.mongo.collection(auditCollection).findOne({ _id: 'last' }))!;
  const result = { endedAt: new Date(), orders: 3, findings: countByRule([{ rule: 'stock-sum', what: 'one unit' }]) };

  expect(await runs.claim({ holder: 'one', leaseMs: 60_000 })).toBe(true);
  await validateStored(auditCollection, await storedRun());
  await runs.finish({ holder: 'one', nextInMs: 0, result });

  await validateStored(auditCollection, await storedRun());
  expect(await runs.last()).toEqual(result);
});

test('only one processor runs an audit, and the next one only when it is due', async () => {
  const runs = createAuditRuns(database.mongo);

  expect(await runs.claim({ holder: 'one', leaseMs: 60_000 })).toBe(true);
  expect(await runs.claim({ holder: 'other', leaseMs: 60_000 })).toBe(false);
  expect(await runs.renew({ holder: 'other', leaseMs: 60_000 })).toBe(false);
  await runs.finish({ holder: 'one', nextInMs: 60_000 });

  expect(await runs.claim({ holder: 'other', leaseMs: 60_000 })).toBe(false);
});
