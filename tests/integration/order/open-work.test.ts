import { createOpenWork } from '@orders/order/store/open-work';
import { toDocument } from '@orders/order/store/order-store';
import { orderCollection } from '@orders/order/store/schemas';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { anEntry, anOrder, dropValid } from './an-order';

const now = new Date('2026-03-01T12:00:00Z');

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('open_work', [orderCollection]);
});
afterAll(() => dropValid(database));

const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const store = async (status: 'Pending' | 'Cancelled' | 'Processed', age: number, kind?: 'publish' | 'release') => {
  const at = secondsAgo(age);
  const document = toDocument(anOrder({ status, createdAt: at }), { publish: anEntry('publish', at), republishAt: at });
  const outbox = kind ? [anEntry(kind, at)] : [];
  await database.mongo.collection(orderCollection).insertOne({ ...document, outbox });
};

test('the oldest message is that of the oldest pending order that has been published', async () => {
  const read = createOpenWork({ mongo: database.mongo, now: () => now });
  expect((await read()).published).toEqual({ oldestAgeSeconds: 0 });

  await store('Pending', 90, 'publish');
  await store('Pending', 60);
  await store('Pending', 30);
  await store('Cancelled', 200, 'release');
  await store('Processed', 300);

  expect(await read()).toEqual({
    pending: { count: 3, oldestAgeSeconds: 90 },
    published: { oldestAgeSeconds: 60 },
    outbox: { publish: { count: 1, oldestAgeSeconds: 90 }, release: { count: 1, oldestAgeSeconds: 200 } },
  });
});
