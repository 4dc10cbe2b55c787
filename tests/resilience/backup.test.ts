import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { audit } from '../support/audit';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { startLoad } from '../support/load';
import { root } from '../support/service-process';
import { createShop, password, type Shop, type User } from '../support/shop';
import { readStored } from '../support/stored';
import { startSystem, type System } from '../support/system';
import type { SystemLayout } from '../support/system-layout';

const folder = mkdtempSync(path.join(tmpdir(), 'orders-backup-'));
const backup = path.join(folder, 'backup');

let buyer: User;
let productId: string;
/** Acknowledged before the backup began. */
let placed: string[];
let restored: System;
let shop: Shop;
/** As the backup has them, before anything works on them. */
let statuses: string[];

/** What an operator types, for the databases of one system; answers what it printed. */
const operate = async (script: 'backup' | 'restore', { prefix }: Pick<SystemLayout, 'prefix'>, from = backup) => {
  const args = [path.join(root, `scripts/operate/${script}.mts`), from];
  const env = { ...process.env, MONGO_DB_PREFIX: prefix };
  const { stdout } = await promisify(execFile)(path.join(root, 'scripts/with-node'), args, { cwd: root, env });
  return stdout;
};

/** A system under load, of which a backup is taken while orders are placed and none is settled any more; then it is gone. */
async function backUpAndLose(): Promise<void> {
  const system = await startSystem({ replicas: { order: 2 } });
  const first = createShop(system.layout);
  buyer = await first.aUser();
  productId = await first.aProduct({ stock: 100_000 });
  const load = startLoad({ shop: first, buyer, productId });
  await load.more(40);
  await system.terminate('processor');
  await load.more(40);
  placed = [...load.placed];
  await operate('backup', system.layout);
  await load.stop();
  await system.stop();
}

beforeAll(async () => {
  await backUpAndLose();
  restored = await startSystem({
    prepare: async (layout) => {
      await operate('restore', layout);
      statuses = (await readStored(layout.prefix)).orders.map(({ status }) => status);
    },
  });
  shop = createShop(restored.layout);
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await restored.stop();
});

test('a backup taken under load is a sound system, in which every order comes to its end and is mailed', async () => {
  expect(statuses).toContain('Processed');
  expect(statuses).toContain('Pending');

  const whole = { layout: restored.layout, productIds: new Set([productId]) };
  const { orders } = await expectStockAddsUp(whole, 120_000);

  expect(orders.map(({ _id }) => _id)).toEqual(expect.arrayContaining(placed));
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(['Processed']));
  expect((await audit(restored.layout)).findings).toEqual([]);
}, 180_000);

test('an account of the backup signs in with its password, and orders on', async () => {
  const credentials = { email: buyer.email, password };
  const { status, body } = await shop.rest('/api/auth/login', { body: credentials });
  const answer = await shop.place({ ...buyer, token: body.token }, [{ productId, quantity: 1 }]);

  expect([status, answer.status]).toEqual([200, 201]);
}, 60_000);

test('nothing is restored over what is there', async () => {
  const before = await readStored(restored.layout.prefix);

  await expect(operate('restore', restored.layout)).rejects.toThrow('Nothing was restored, for these are not empty');

  expect((await readStored(restored.layout.prefix)).orders.length).toBe(before.orders.length);
}, 60_000);

test('a backup is not written over another, and a damaged or unfinished one is told from a whole one', async () => {
  const empty = { prefix: `test_restore_${restored.layout.id}_` };
  await expect(operate('backup', restored.layout)).rejects.toThrow('is not empty');
  const file = path.join(backup, 'auth/users.bson');
  expect(existsSync(file)).toBe(true);
  truncateSync(file, 5);

  await expect(operate('restore', empty)).rejects.toThrow('ends in the middle of a document');
  await expect(operate('restore', empty, folder)).rejects.toThrow('holds no whole backup');
}, 60_000);
