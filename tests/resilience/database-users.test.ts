import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { mongo } from 'mongoose';
import { createAbandonedTransactions } from '@orders/inventory/store/abandoned-transactions';
import { createMongo } from '@orders/shared/mongo';
import { createBackingProcess, skipWithReason, type BackingProcess } from '../support/backing-process';
import { eventually } from '../support/eventually';
import { freePorts } from '../support/free-ports';
import { createShop } from '../support/shop';
import { startSystem, type System } from '../support/system';
import { silentLog } from '../support/test-database';

const prefix = 'users_';
const databases = {
  auth: 'users_auth',
  inventory: 'users_inventory',
  order: 'users_orders',
  processor: 'users_processor',
};
const services = Object.keys(databases) as (keyof typeof databases)[];

// A mongod with access control, on which each service has a user that may read and write its own database only.
let mongod: BackingProcess | undefined;
let folder: string;
let system: System;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'orders-users-'));
  mongod = await startMongodWithUsers().catch(skipWithReason);
  if (!mongod) return;
  process.env['MONGO_URI'] = uriOf('admin');
  const own = services.map((service) => [`${service.toUpperCase()}_MONGO_URI`, uriOf(service)]);
  // Nobody can sign in as this user, so every service must use its own.
  system = await startSystem({
    env: { MONGO_DB_PREFIX: prefix, MONGO_URI: uriOf('nobody'), ...Object.fromEntries(own) },
  });
}, 120_000);
afterAll(async () => {
  if (mongod) await system.stop();
  await mongod?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('an order is placed, settled and mailed by services with users of their own', async () => {
  if (!mongod) return;
  const shop = createShop(system.layout);
  const user = await shop.aUser();
  const productId = await shop.aProduct({ stock: 2 });

  const placed = await shop.place(user, [{ productId, quantity: 1 }], { key: 'a key' });
  const events = shop.rest(`/api/order/${placed.body.order.orderId}/events`, { token: user.token });

  expect(placed.status).toBe(201);
  expect(await shop.untilFinal(user, placed.body.order.orderId)).toMatchObject({ status: 'Processed' });
  expect((await events).text).toContain('Processed');
  await eventually(() =>
    withDatabase('processor', 'processor', async ({ collection }) => {
      expect(await collection('mails').findOne({ state: 'sent' })).not.toBeNull();
    }),
  );
});

test.each(
  services.flatMap((user) => services.filter((owner) => owner !== user).map((owner) => [user, owner] as const)),
)('the user of %s can neither read nor write the database of %s', async (user, owner) => {
  if (!mongod) return;
  await withDatabase(user, owner, async ({ collection }) => {
    const refused = { codeName: 'Unauthorized' };
    await expect(collection('anything').findOne()).rejects.toMatchObject(refused);
    await expect(collection('anything').insertOne({})).rejects.toMatchObject(refused);
  });
});

test('the user of inventory may end the transactions that a killed replica left open', async () => {
  if (!mongod) return;
  await withDatabase('inventory', 'inventory', async (database) => {
    const session = database.startSession();
    session.startTransaction();
    await database.collection<{ _id: string }>('products').insertOne({ _id: 'left open' }, { session });
    const abandoned = createAbandonedTransactions({
      mongo: database,
      applicationName: databases.inventory,
      log: silentLog,
      abandonedAfterMs: 0,
    });

    expect(await abandoned.end()).toBe(1);

    await expect(session.commitTransaction()).rejects.toMatchObject({ codeName: 'NoSuchTransaction' });
    await session.endSession();
  });
});

const uriOf = (user: string) =>
  `mongodb://${user}:secret-of-${user}@127.0.0.1:${mongod!.port}/?replicaSet=rs0&authSource=admin`;

async function withDatabase(
  user: string,
  owner: keyof typeof databases,
  work: (database: ReturnType<typeof createMongo>) => Promise<void>,
) {
  const database = createMongo({ uri: uriOf(user), database: databases[owner], log: silentLog });
  await database.connect();
  try {
    await work(database);
  } finally {
    await database.stop();
  }
}

/** The first user is made through the exception for localhost, the others by it. */
async function startMongodWithUsers(): Promise<BackingProcess> {
  const keyFile = path.join(folder, 'key');
  writeFileSync(keyFile, randomBytes(96).toString('base64'), { mode: 0o400 });
  const [port] = await freePorts(1);
  const started = await createBackingProcess({
    name: 'mongod',
    folder,
    port: port!,
    extraArgs: ['--keyFile', keyFile],
  });
  started.start();
  const local = `mongodb://127.0.0.1:${port!}/?directConnection=true`;
  await eventually(() => commands(local, [{ ping: 1 }]), 60_000);
  const members = [{ _id: 0, host: `127.0.0.1:${port!}` }];
  await commands(local, [{ replSetInitiate: { _id: 'rs0', members } }]);
  await eventually(() => commands(local, [createUser('admin', [{ role: 'root', db: 'admin' }])]), 60_000);
  const asAdmin = local.replace('://', '://admin:secret-of-admin@');
  await commands(
    asAdmin,
    services.map((service) => createUser(service, [{ role: 'readWrite', db: databases[service] }])),
  );
  return started;
}

const createUser = (user: string, roles: { role: string; db: string }[]) => ({
  createUser: user,
  pwd: `secret-of-${user}`,
  roles,
});

async function commands(uri: string, all: mongo.Document[]): Promise<void> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 1_000, runtimeAdapters: { os } });
  try {
    for (const each of all) await client.db('admin').command(each);
  } finally {
    await client.close();
  }
}
