// Stores what years of business would, so that the cost of size can be seen.
import { randomBytes, randomUUID } from 'node:crypto';
import { ObjectId, type Collection, type Document } from 'mongodb';
import { step } from '../local/system/steps.mts';
import type { Buyer } from './buyers.mts';
import type { PlacedOrder } from './place-orders.mts';
import { productDocument, type Stores } from './stores.mts';

export interface Filled {
  /** Orders of the reader, none of them settled, so that none is cached. */
  readerOrders: PlacedOrder[];
}

interface Fill {
  /** Prefix of the databases whose auth knows the users. */
  system: string;
  filled: string;
  reader: Buyer;
  /** Orders; a tenth as many users, and a hundredth as many products. */
  size: number;
}

const readerShare = 200;
const insertedAtOnce = 5_000;
const newestAt = Date.UTC(2026, 0, 1);

export async function fillChain({ client }: Stores, { system, filled, reader, size }: Fill): Promise<Filled> {
  const userIds = Array.from({ length: Math.ceil(size / 10) }, () => new ObjectId().toHexString());
  const readerOrders: PlacedOrder[] = [];
  const newOrder = (place: number) => {
    const isReaders = place % readerShare === 0;
    const userId = isReaders ? reader.userId : (userIds[place % userIds.length] ?? '');
    const order = orderDocument(userId, new Date(newestAt - place * 1_000), isReaders ? 'Pending' : 'Processed');
    if (isReaders) readerOrders.push({ orderId: order._id, createdAt: order.createdAt });
    return order;
  };
  const inventory = client.db(`${filled}inventory`);
  await step('fill', `${size} orders, with users and products`, async () => {
    await insertMany(client.db(`${system}auth`).collection('users'), userIds.length, (place) =>
      userDocument(userIds[place] ?? ''),
    );
    await insertMany(inventory.collection('products'), Math.ceil(size / 100), (place) =>
      productDocument(`more-${place}`),
    );
    await insertMany(client.db(`${filled}orders`).collection('orders'), size, newOrder);
    await insertMany(inventory.collection('reservations'), size, reservationDocument);
  });
  return { readerOrders };
}

async function insertMany<Kind extends Document>(
  collection: Collection<Kind>,
  count: number,
  create: (place: number) => Document,
): Promise<void> {
  for (let done = 0; done < count; done += insertedAtOnce) {
    const documents = Array.from({ length: Math.min(insertedAtOnce, count - done) }, (_, place) =>
      create(done + place),
    );
    await collection.insertMany(documents as never, { ordered: false, writeConcern: { w: 1 } });
  }
}

const items = (place: number) => [{ productId: `more-${place % 100}`, quantity: 1 }];
const hash = () => randomBytes(32).toString('hex');

function orderDocument(userId: string, at: Date, status: string) {
  return {
    _id: randomUUID() as string,
    userId,
    items: items(at.getTime() / 1_000),
    totalAmount: 1,
    status,
    createdAt: at,
    updatedAt: at,
    revision: 2,
    bodyHash: hash(),
    epoch: 1,
    outbox: [],
    republishes: 0,
  };
}

function reservationDocument(place: number) {
  const at = new Date(newestAt - place * 1_000);
  // Not to be dropped by the database while it is measured.
  const purgeAt = new Date(Date.now() + 60 * 86_400_000);
  return {
    _id: randomUUID(),
    items: items(place),
    bodyHash: hash(),
    state: 'committed',
    epoch: 1,
    heldAt: at,
    updatedAt: at,
    purgeAt,
  };
}

const userDocument = (userId: string) => ({
  _id: new ObjectId(userId),
  name: 'Stored Buyer',
  email: `${userId}@example.org`,
  emailKey: `${userId}@example.org`,
  passwordHash: '',
  role: 'user',
  createdAt: new Date(newestAt),
});
