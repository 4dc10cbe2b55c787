// Stores what years of business would, so that the cost of size can be seen.
import { randomBytes, randomUUID } from 'node:crypto';
import { ObjectId, type Document, type MongoClient } from 'mongodb';
import { step } from '../local/system/terminal.mts';
import { productDocument } from './databases.mts';
import type { Buyer } from './shots.mts';

interface Fill {
  /** Prefix of the databases whose auth knows the users. */
  system: string;
  filled: string;
  reader: Buyer;
  /** Orders; a tenth as many users, and a hundredth as many products. */
  size: number;
}

const insertedAtOnce = 5_000;
const newestAt = Date.UTC(2026, 0, 1);

export async function fillChain(client: MongoClient, { system, filled, reader, size }: Fill): Promise<void> {
  const userIds = Array.from({ length: Math.ceil(size / 10) }, () => new ObjectId().toHexString());
  // The reader has a long history too.
  const userOf = (place: number) => (place % 200 === 0 ? reader.userId : (userIds[place % userIds.length] ?? ''));
  const collections: [database: string, name: string, count: number, create: (place: number) => Document][] = [
    [`${system}auth`, 'users', userIds.length, (place) => userDocument(userIds[place] ?? '')],
    [`${filled}inventory`, 'products', Math.ceil(size / 100), (place) => productDocument(`more-${place}`)],
    [`${filled}orders`, 'orders', size, (place) => orderDocument(place, userOf(place))],
    [`${filled}inventory`, 'reservations', size, reservationDocument],
  ];
  await step('fill', `${size} orders, with users and products`, async () => {
    for (const [database, name, count, create] of collections) {
      for (let done = 0; done < count; done += insertedAtOnce) {
        const many = Array.from({ length: Math.min(insertedAtOnce, count - done) }, (_, place) => create(done + place));
        await client
          .db(database)
          .collection(name)
          .insertMany(many, { ordered: false, writeConcern: { w: 1 } });
      }
    }
  });
}

const common = (place: number) => ({
  _id: randomUUID() as never,
  items: [{ productId: `more-${place % 100}`, quantity: 1 }],
  bodyHash: randomBytes(32).toString('hex'),
  epoch: 1,
  updatedAt: new Date(newestAt - place * 1_000),
});

const orderDocument = (place: number, userId: string) => ({
  ...common(place),
  userId,
  totalAmount: 1,
  status: 'Processed',
  createdAt: new Date(newestAt - place * 1_000),
  revision: 2,
  outbox: [],
  republishes: 0,
});

const reservationDocument = (place: number) => ({
  ...common(place),
  state: 'committed',
  heldAt: new Date(newestAt - place * 1_000),
  // Not to be dropped by the database while it is measured.
  purgeAt: new Date(Date.now() + 60 * 86_400_000),
});

const userDocument = (userId: string) => ({
  _id: new ObjectId(userId),
  name: 'Stored Buyer',
  email: `${userId}@example.org`,
  emailKey: `${userId}@example.org`,
  passwordHash: '',
  role: 'user',
  createdAt: new Date(newestAt),
});
