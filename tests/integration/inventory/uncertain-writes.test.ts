import { randomUUID } from 'node:crypto';
import { createAbandonedTransactions } from '@orders/inventory/store/abandoned-transactions';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { createMongo } from '@orders/shared/mongo';
import { createTestDatabase, requiredVariable, silentLog } from '../../support/test-database';
import { aProduct, aReplica, composeReplica, stored, type Replica } from './a-replica';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let replica: Replica;
let databaseName: string;
// An open transaction would hold up whoever drops its database.
const leftOpen: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase('uncertain_writes', inventoryCollections);
  databaseName = database.mongo.collection('products').dbName;
});
beforeEach(() => {
  replica = aReplica(database.mongo);
});
afterEach(async () => {
  await database.mongo.admin().command({ configureFailPoint: 'failCommand', mode: 'off' });
  for (const end of leftOpen.splice(0)) await end();
});
afterAll(() => database.drop());

// The server fails the commands of only this database's connections, so that files of tests can run side by side.
const fail = (times: number, data: object) =>
  database.mongo.admin().command({
    configureFailPoint: 'failCommand',
    mode: { times },
    data: { appName: databaseName, ...data },
  });
const timedOutMajority = { failCommands: ['commitTransaction'], writeConcernError: { code: 64, errmsg: 'timed out' } };
const lostConnection = { failCommands: ['commitTransaction'], closeConnection: true };
const writeConflict = { errorCode: 112, errorLabels: ['TransientTransactionError'] };

test('a commit that took effect without its result being known takes its stock once', async () => {
  const shirt = await aProduct(database.mongo, 5);
  await fail(2, timedOutMajority);

  const answer = await replica.reserve(randomUUID(), { [shirt]: 2 });

  expect(answer).toMatchObject({ outcome: 'held', epoch: 1 });
  expect(replica.conflicts).toContain(1);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 3, held: 2, revision: 1 });
});

test('a restock whose commit has an unknown result counts once', async () => {
  const shirt = await aProduct(database.mongo, 5);
  await fail(2, timedOutMajority);

  const restock = { kind: 'restock product', productId: shirt, quantity: 3, operationId: randomUUID() } as const;
  const answer = await replica.submit<'restock product'>(restock);

  expect(answer).toMatchObject({ outcome: 'done', product: { available: 8 } });
  expect(replica.conflicts).toContain(1);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 8, restocked: 3 });
});

test('a commit that was lost on the way is asked for again at once', async () => {
  const shirt = await aProduct(database.mongo, 5);
  await fail(3, lostConnection);

  const answer = await replica.reserve(randomUUID(), { [shirt]: 2 });

  expect(answer).toMatchObject({ outcome: 'held', epoch: 1 });
  expect(replica.conflicts).toEqual([]);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 3, held: 2 });
});

test.each(['insert', 'update'])('a batch whose %s lost against another one is decided again', async (command) => {
  const shirt = await aProduct(database.mongo, 5);
  await fail(3, { failCommands: [command], ...writeConflict });

  const answer = await replica.reserve(randomUUID(), { [shirt]: 2 });

  expect(answer).toMatchObject({ outcome: 'held', epoch: 1 });
  expect(replica.conflicts).toEqual([1, 2, 3]);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 3, held: 2 });
});

test('a database that goes on losing the connection makes the call fail as UNAVAILABLE or as an outage', async () => {
  const shirt = await aProduct(database.mongo, 5);
  await fail(1_000, { failCommands: ['find'], closeConnection: true });

  await expect(replica.reserve(randomUUID(), { [shirt]: 2 })).rejects.toThrow();

  await database.mongo.admin().command({ configureFailPoint: 'failCommand', mode: 'off' });
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 5, held: 0 });
});

test('the transaction that a killed replica left open is ended within seconds, and the next order gets through', async () => {
  const shirt = await aProduct(database.mongo, 5);
  await leaveTransactionOpen(databaseName, shirt);
  const startedAt = Date.now();

  const answers = [await outcomeOf(replica, shirt), await outcomeOf(replica, shirt)];

  expect(answers).toContain('held');
  expect(Date.now() - startedAt).toBeLessThan(15_000);
});

test('the transactions of other services are not ended', async () => {
  const shirt = await aProduct(database.mongo, 5);
  await leaveTransactionOpen(databaseName, await aProduct(database.mongo, 5));
  const session = await leaveTransactionOpen(`${databaseName}_other`, shirt);

  const abandoned = createAbandonedTransactions({
    mongo: database.mongo,
    applicationName: databaseName,
    log: silentLog,
    abandonedAfterMs: 0,
  });

  expect(await abandoned.end()).toBe(1);
  await session.commitTransaction();
});

async function leaveTransactionOpen(name: string, productId: string) {
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database: name, log: silentLog });
  await mongo.connect();
  const session = mongo.startSession();
  session.startTransaction();
  await mongo
    .collection<{ _id: string }>('products')
    .updateOne({ _id: productId }, { $inc: { available: -1 } }, { session });
  leftOpen.push(async () => {
    await session.endSession();
    if (name !== databaseName) await mongo.dropDatabase();
    await mongo.stop();
  });
  return session;
}

async function outcomeOf(asked: Replica, productId: string): Promise<string> {
  try {
    return (await asked.reserve(randomUUID(), { [productId]: 1 })).outcome;
  } catch (error) {
    return (error as Error).message;
  }
}

test('a request that waited too long for the database is answered in time, and nothing is done for it later', async () => {
  const [shirt, sock] = [await aProduct(database.mongo, 5), await aProduct(database.mongo, 5)];
  const { stockQueue, conflicts } = composeReplica(database.mongo);
  await fail(1, { failCommands: ['update'], blockConnection: true, blockTimeMS: 3_000 });
  const reserveBy = (productId: string, deadline: number) => {
    const items = [{ productId, quantity: 1 }];
    const request = { kind: 'reserve', orderId: randomUUID(), items, bodyHash: 'hash', currency: 'EUR' } as const;
    return stockQueue.submit<'reserve'>([{ request, deadline }]);
  };

  const answers = await Promise.all([reserveBy(shirt, Date.now() + 1_500), reserveBy(sock, Infinity)]);

  expect(answers.flat()).toEqual([
    { outcome: 'timed out', nothingDone: true },
    expect.objectContaining({ outcome: 'held' }),
  ]);
  expect(conflicts).toEqual([1]);
  expect(await stored(database.mongo, shirt)).toMatchObject({ available: 5, held: 0 });
  expect(await stored(database.mongo, sock)).toMatchObject({ available: 4, held: 1 });
});
