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

test('actions of operators are stored as declared, completed or not', async () => {
  const actions = createOperatorActions({ mongo: database.mongo, log: silentLog, now: () => new Date() });
  const complete = await actions.record({ act: 'discard', operator: 'ada', messageId: 'm', orderId: 'o', reason: 'r' });
  await complete('the order is Failed');
  await actions.record({ act: 'redrive', operator: 'ada' });

  const stored = await database.mongo.collection(operatorActionCollection).find().toArray();

  expect(stored).toHaveLength(2);
  for (const action of stored) await validateStored(operatorActionCollection, action);
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
