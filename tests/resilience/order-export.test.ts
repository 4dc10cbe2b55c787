import { createMongo } from '@orders/shared/mongo';
import { orderCollection, type OrderDocument } from '@orders/order/store/schemas';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../support/eventually';
import { createShop } from '../support/shop';
import { startSystem, type System } from '../support/system';
import { replicaNamed, type SystemLayout } from '../support/system-layout';
import { requiredVariable, silentLog } from '../support/test-database';

const stored = 100_000;
const mebibyte = 1024 * 1024;
const oldest = Date.UTC(2025, 0, 1);

let system: System;
let token: string;

beforeAll(async () => {
  system = await startSystem({ replicas: { order: 2 }, prepare: fill });
  const shop = createShop(system.layout);
  token = (await shop.admin()).token;
}, 240_000);
afterAll(() => system.stop());

test('a hundred thousand orders are exported in order, each once, while the memory of both services stays flat', async () => {
  const before = await memoryOf('gateway', 'order', 'order-2');
  const watch = watchMemory();

  const response = await exported('');
  const seen = await readIds(response);

  const growth = (await watch.stop()).map((most, index) => Math.round((most - before[index]!) / mebibyte));
  expect(seen).toBe(stored);
  process.stderr.write(`growth in MiB of gateway and both order services: ${growth.join(', ')}\n`);
  expect(Math.max(...growth)).toBeLessThan(100);
}, 180_000);

test('while its client does not read, an export takes no memory, and it goes on afterwards', async () => {
  const response = await exported('?status=Processed');
  const reader = response.body!.getReader();
  await reader.read();
  await pause(1_000);
  const before = await memoryOf('gateway', 'order', 'order-2');

  // Longer than a connection between the services lives.
  await pause(30_000);

  const after = await memoryOf('gateway', 'order', 'order-2');
  expect(Math.max(...after.map((bytes, index) => (bytes - before[index]!) / mebibyte))).toBeLessThan(30);
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read())
    bytes += (part.value as Uint8Array).length;
  expect(bytes).toBeGreaterThan(stored * 200);
}, 180_000);

test('when the replica that sends is killed, another continues behind the last order', async () => {
  const response = await exported('');
  const lines = createInterface({ input: Readable.fromWeb(response.body as never) });
  const ids: string[] = [];
  for await (const line of lines) {
    ids.push((JSON.parse(line) as { orderId: string }).orderId);
    if (ids.length === 1_000) await system.kill('order');
  }

  expect(ids).toHaveLength(stored);
  expect(new Set(ids).size).toBe(stored);
  await system.start('order');
}, 180_000);

test('when no order service is left, the connection breaks off instead of ending', async () => {
  const response = await exported('');
  const reader = response.body!.getReader();
  await reader.read();
  await Promise.all([system.kill('order'), system.kill('order-2')]);

  const readOn = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read());
  };

  await expect(readOn()).rejects.toThrow('terminated');
  await Promise.all([system.start('order'), system.start('order-2')]);
  await eventually(async () => expect((await exported('?to=2020-01-01')).status).toBe(200));
}, 180_000);

const exported = (query: string) => {
  const { host, replicas } = system.layout;
  const { port } = replicas.find(({ service }) => service === 'gateway')!;
  return fetch(`http://${host}:${port}/api/admin/orders/export${query}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
};

/** How many orders there are, each later than the one before. */
async function readIds(response: Response): Promise<number> {
  let count = 0;
  let last = '';
  for await (const line of createInterface({ input: Readable.fromWeb(response.body as never) })) {
    const { createdAt, orderId } = JSON.parse(line) as { createdAt: string; orderId: string };
    const position = `${createdAt} ${orderId}`;
    if (position <= last) throw new Error(`${position} comes after ${last}`);
    last = position;
    count += 1;
  }
  return count;
}

const memoryOf = (...names: string[]) =>
  Promise.all(
    names.map(async (name) => {
      const { metricsPort } = replicaNamed(system.layout, name);
      const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
    }),
  );

function watchMemory() {
  const names = ['gateway', 'order', 'order-2'];
  const most = names.map(() => 0);
  const sample = async () => {
    for (const [index, bytes] of (await memoryOf(...names)).entries()) most[index] = Math.max(most[index]!, bytes);
  };
  const timer = setInterval(() => void sample(), 250);
  return {
    stop: async () => {
      clearInterval(timer);
      await sample();
      return most;
    },
  };
}

/** Stores orders that were taken over, as there are after years; three have the same time. */
async function fill({ prefix }: SystemLayout): Promise<void> {
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database: `${prefix}orders`, log: silentLog });
  await mongo.connect();
  try {
    for (let first = 0; first < stored; first += 5_000) {
      const documents = Array.from({ length: 5_000 }, (_, index) => aStoredOrder(first + index));
      await mongo.collection(orderCollection).insertMany(documents, { ordered: false });
    }
  } finally {
    await mongo.stop();
  }
}

function aStoredOrder(index: number): OrderDocument {
  const at = new Date(oldest + Math.floor(index / 3) * 60_000);
  return {
    _id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    userId: 'a1b2c3d4e5f6a1b2c3d4e5f6',
    items: [{ productId: 'prod1', quantity: 2 }],
    totalAmount: 2,
    status: 'Processed',
    createdAt: at,
    updatedAt: at,
    revision: 2,
    bodyHash: 'hash',
    epoch: 0,
    outbox: [],
    republishes: 0,
    takenOver: true,
  };
}
