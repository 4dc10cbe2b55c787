import { orderIndexes } from '@orders/order/store/indexes';
import { createOpenWork } from '@orders/order/store/open-work';
import { toDocument, type StoredDocument } from '@orders/order/store/order-document';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anEntry, anOrder } from './an-order';

const now = new Date('2026-03-01T12:00:00Z');

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('open_work', orderIndexes);
});
afterAll(() => database.drop());

const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const keep = async (
  status: 'Pending' | 'Cancelled' | 'Processed',
  age: number,
  owes: 'publish' | 'release' | 'nothing',
) => {
  const at = secondsAgo(age);
  const document = toDocument(anOrder({ status, createdAt: at }), { publish: anEntry('publish', at), republishAt: at });
  const outbox = owes === 'nothing' ? [] : [anEntry(owes, at)];
  await database.mongo.collection<StoredDocument>('orders').insertOne({ ...document, outbox });
};

test('the oldest message is that of the oldest pending order which does not owe it any more', async () => {
  const read = createOpenWork({ database: database.mongo, now: () => now });
  expect((await read()).published).toEqual({ oldestAgeSeconds: 0 });

  await keep('Pending', 90, 'publish');
  await keep('Pending', 60, 'nothing');
  await keep('Pending', 30, 'nothing');
  await keep('Cancelled', 200, 'release');
  await keep('Processed', 300, 'nothing');

  expect(await read()).toEqual({
    pending: { count: 3, oldestAgeSeconds: 90 },
    published: { oldestAgeSeconds: 60 },
    owed: { publish: { count: 1, oldestAgeSeconds: 90 }, release: { count: 1, oldestAgeSeconds: 200 } },
  });
});
