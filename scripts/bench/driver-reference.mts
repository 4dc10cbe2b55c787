// What MongoDB alone takes for an order, asked through the driver: the group commit, and one of each write by itself.
import { randomUUID } from 'node:crypto';
import { WriteConcern, type Collection, type MongoClient } from 'mongodb';
import { median } from './statistics.mts';
import { hotProductId, productDocument, productIds } from './stores.mts';

export interface DriverReference {
  /** Orders a second when 32 of them share each transaction. */
  groupCommitSpread: number;
  groupCommitOneProduct: number;
  /** Milliseconds of one reservation by itself, and of one stored order. */
  reserveMs: number;
  insertMs: number;
}

const batchSize = 32;
const database = 'bench_driver';

type Product = ReturnType<typeof productDocument>;

interface Reservation {
  _id: string;
  items: { productId: string; quantity: number }[];
  state: string;
  epoch: number;
  heldAt: Date;
}

export async function measureDriver(client: MongoClient, seconds: number): Promise<DriverReference> {
  const db = client.db(database);
  await db.collection<Product>('products').insertMany([...productIds, hotProductId].map(productDocument));
  const alone = (place: number) => [productIds[place % productIds.length] ?? ''];
  const spread = (place: number) =>
    Array.from({ length: batchSize }, (_, line) => productIds[(place * batchSize + line) % productIds.length] ?? '');
  const hot = () => Array.from({ length: batchSize }, () => hotProductId);

  const reserveMs = median(await timed(seconds, (place) => commitGroup(client, alone(place))));
  const insertMs = median(await timed(seconds, () => insertOrder(db.collection('orders'))));
  const spreadMs = await timed(seconds, (place) => commitGroup(client, spread(place)));
  const hotMs = await timed(seconds, () => commitGroup(client, hot()));
  await db.dropDatabase();
  return {
    reserveMs,
    insertMs,
    groupCommitSpread: (1_000 * batchSize) / median(spreadMs),
    groupCommitOneProduct: (1_000 * batchSize) / median(hotMs),
  };
}

/** Milliseconds of each repetition. */
async function timed(seconds: number, work: (place: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  const endsAt = performance.now() + seconds * 1_000;
  for (let place = 0; performance.now() < endsAt; place += 1) {
    const startedAt = performance.now();
    await work(place);
    took.push(performance.now() - startedAt);
  }
  return took;
}

/** One order of one piece for each product id, all in one guarded transaction. */
async function commitGroup(client: MongoClient, ids: string[]): Promise<void> {
  const products = client.db(database).collection<Product>('products');
  const reservations = client.db(database).collection<Reservation>('reservations');
  const wanted = new Map<string, number>();
  for (const productId of ids) wanted.set(productId, (wanted.get(productId) ?? 0) + 1);
  const found = await products.find({ _id: { $in: [...wanted.keys()] } }, majority).toArray();

  await client.withSession(async (session) => {
    session.startTransaction({ readConcern: { level: 'local' }, writeConcern: new WriteConcern('majority') });
    await products.bulkWrite(
      found.map((product) => ({ replaceOne: takeFrom(product, wanted.get(product._id) ?? 0) })),
      { session, ordered: false },
    );
    await reservations.insertMany(ids.map(toReservation), { session, ordered: false });
    await session.commitTransaction();
  });
}

const majority = { readConcern: { level: 'majority' } } as const;

const takeFrom = (product: Product, quantity: number) => ({
  filter: { _id: product._id, revision: product.revision },
  replacement: {
    ...product,
    available: product.available - quantity,
    held: product.held + quantity,
    revision: product.revision + 1,
  },
});

const toReservation = (productId: string): Reservation => ({
  _id: randomUUID(),
  items: [{ productId, quantity: 1 }],
  state: 'held',
  epoch: 1,
  heldAt: new Date(),
});

async function insertOrder(orders: Collection<{ _id: string }>): Promise<void> {
  const at = new Date();
  const order = {
    _id: randomUUID(),
    userId: '0'.repeat(24),
    items: [{ productId: 'bench-1', quantity: 1 }],
    totalAmount: 1,
    status: 'Pending',
    createdAt: at,
    updatedAt: at,
    revision: 1,
    bodyHash: '0'.repeat(64),
    epoch: 1,
    outbox: [{ id: randomUUID(), kind: 'publish', at }],
    republishAt: at,
    republishes: 0,
  };
  await orders.insertOne(order, { writeConcern: { w: 'majority' } });
}
