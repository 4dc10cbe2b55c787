import { createHash, randomUUID } from 'node:crypto';
import type { ReservationDocument } from '@orders/inventory/store/schemas';
import type { mongo } from 'mongoose';
import { createMongo, type Mongo } from '@orders/shared/mongo';
import { createTestDatabase, requiredVariable, silentLog } from '../../support/test-database';
import { aReplica, stored } from './a-replica';
import { runProgram } from './run-program';

const userId = 'a1b2c3d4e5f6a1b2c3d4e5f6';
const prefix = `test_import_${randomUUID().slice(0, 8)}_`;
let source: Awaited<ReturnType<typeof createTestDatabase>>;
let target: Mongo;

beforeAll(async () => {
  source = await createTestDatabase('monolith', []);
  await runProgram('migrate', prefix);
  target = createMongo({ uri: requiredVariable('MONGO_URI'), database: `${prefix}inventory`, log: silentLog });
  await target.connect();
});
afterAll(async () => {
  await target.dropDatabase();
  await target.stop();
  await source.drop();
});

async function runImport() {
  const sourceName = source.mongo.collection('orders').dbName;
  const from = new URL(requiredVariable('MONGO_URI'));
  from.pathname = `/${sourceName}`;
  const { code, stdout } = await runProgram('import-monolith', prefix, ['--from', from.toString()]);
  return { code, report: JSON.parse(stdout) as unknown };
}

const anOrder = (status: string, quantity: number): mongo.OptionalUnlessRequiredId<mongo.Document> => ({
  orderId: randomUUID(),
  userId,
  items: [{ productId: 'prod1', quantity }],
  totalAmount: quantity,
  status,
});

test('products come over once, pending orders reserve from them, and a second run resets nothing', async () => {
  const [pending, short, processed] = [anOrder('Pending', 3), anOrder('Pending', 9), anOrder('Processed', 2)];
  await source.mongo.collection('orders').insertMany([pending, short, processed]);
  await source.mongo.collection('inventories').insertMany([
    { productId: 'prod1', name: 'Shirt', stock: 10 },
    { productId: 'a b', name: 'Bad id', stock: 1 },
    { productId: 'prod2', name: 'Bad stock', stock: -1 },
  ]);
  const refused = [
    { id: 'a b', reason: 'its id must be 1 to 64 of the characters A-Z a-z 0-9 . _ -, and not . or ..' },
    { id: 'prod2', reason: 'its stock must be a whole number from 0 to 1,000,000,000' },
  ];

  const first = await runImport();
  // The shelf is filled up between the runs: an order that failed in the first one must not take from it.
  await aReplica(target).submit<'restock product'>({
    kind: 'restock product',
    productId: 'prod1',
    quantity: 50,
    operationId: randomUUID(),
  });
  const second = await runImport();

  expect(first).toEqual({
    code: 0,
    report: {
      imported: 1,
      present: 0,
      refused,
      reservations: [
        { orderId: pending['orderId'], outcome: 'held', epoch: 1 },
        { orderId: short['orderId'], outcome: 'out of stock: prod1 (9 requested, 7 available)', epoch: 0 },
      ],
    },
  });
  expect(second).toEqual({
    code: 0,
    report: {
      imported: 0,
      present: 1,
      refused,
      reservations: [
        { orderId: pending['orderId'], outcome: 'held', epoch: 1 },
        { orderId: short['orderId'], outcome: 'closed', epoch: 0 },
      ],
    },
  });
  expect(await stored(target, 'prod1')).toMatchObject({ available: 57, held: 3, initial: 10, restocked: 50 });
  const reservation = await target
    .collection<ReservationDocument>('reservations')
    .findOne({ _id: pending['orderId'] as string });
  const body = JSON.stringify([userId, ['prod1', 3]]);
  expect(reservation?.bodyHash).toBe(createHash('sha256').update(body).digest('hex'));
});

test('without a source the command says how it is called', async () => {
  const { code, stderr } = await runProgram('import-monolith', prefix);

  expect(code).toBe(2);
  expect(stderr).toContain('--from');
});
