import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInventoryClient } from '@orders/order/clients/inventory-client';
import { continueTrace, withRequestContext } from '@orders/shared/request-context';
import { requestDeadlineMs } from '@orders/shared/time-limits';
import { watchWrites } from '@orders/shared/writes';
import { createBackingProcess, skipWithReason, type BackingProcess } from '../support/backing-process';
import { eventually } from '../support/eventually';
import { freePorts } from '../support/free-ports';
import { command } from '../support/replica-set';
import { answersWithinMs, statusAndCode, type HttpResponse } from '../support/request';
import { anAddress, createShop, password, type Shop, type User } from '../support/shop';
import { startSystem, type System } from '../support/system';

let mongod: BackingProcess | undefined;
let folder: string;
let system: System;
let shop: Shop;
let buyer: User;
let productId: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'orders-unknown-outcome-'));
  const [port = ''] = await freePorts(1);
  mongod = await createBackingProcess({ name: 'mongod', folder, port }).catch(skipWithReason);
  if (!mongod) return;
  mongod.start();
  await eventually(() => command(port, { ping: 1 }), 60_000);
  await command(port, { replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } });
  await untilPrimary();
  process.env['MONGO_URI'] = `mongodb://127.0.0.1:${port}/?replicaSet=rs0`;
  system = await startSystem();
  shop = createShop(system.layout);
  buyer = await shop.aUser();
  productId = await shop.aProduct({ stock: 10 });
}, 120_000);
afterAll(async () => {
  if (!mongod) return;
  await system.stop();
  await mongod.kill();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const untilPrimary = () =>
  eventually(async () => expect((await command(mongod!.port, { hello: 1 }))['isWritablePrimary']).toBe(true), 60_000);

/** One change of each kind, without a key; `isDone` tells whether it was made. */
async function changes(): Promise<
  Record<string, { send: () => Promise<HttpResponse>; isDone: () => Promise<boolean> }>
> {
  const { token } = await shop.admin();
  const [stock, newId, email] = [await shop.stockOf(productId), `p-${randomUUID()}`, anAddress()];
  const timeoutMs = answersWithinMs;
  const account = { name: 'Ada', email, password };
  return {
    restock: {
      send: () => shop.rest(`/api/products/${productId}/restock`, { token, body: { quantity: 5 }, timeoutMs }),
      isDone: async () => (await shop.stockOf(productId)) !== stock,
    },
    create: {
      send: () => shop.rest('/api/products', { token, body: { productId: newId, name: 'New', stock: 1 }, timeoutMs }),
      isDone: async () => (await shop.rest(`/api/products/${newId}`)).status === 200,
    },
    register: {
      send: () => shop.rest('/api/auth/register', { body: account, timeoutMs }),
      isDone: async () => (await shop.rest('/api/auth/register', { body: account })).status === 409,
    },
    place: {
      send: () => shop.place(buyer, [{ productId, quantity: 1 }], { timeoutMs }),
      isDone: async () => (await shop.rest('/api/orders', { token: buyer.token })).body.orders.length > 0,
    },
  };
}

const outcomeOf = (answer: HttpResponse) => [...statusAndCode(answer), answer.headers['retry-after']];
const nothingDone = [503, 'UNAVAILABLE', '1'];
const unknown = [503, 'OUTCOME_UNKNOWN', undefined];

const untilPlaced = () =>
  eventually(async () => {
    const order = [{ productId: await shop.aProduct({ stock: 1 }), quantity: 1 }];
    expect((await shop.place(await shop.aUser(), order)).status).toBe(201);
  }, 30_000);

test.each(['restock', 'create', 'register', 'place'])(
  'while MongoDB is down %s does nothing and says so',
  async (name) => {
    if (!mongod) return;
    const change = (await changes())[name]!;
    await mongod.kill();

    const answer = await change.send();
    mongod.start();
    await untilPrimary();
    await untilPlaced();

    expect(outcomeOf(answer)).toEqual(nothingDone);
    expect(await change.isDone()).toBe(false);
  },
  120_000,
);

test('while MongoDB is down, orders that wait behind each other do nothing and say so', async () => {
  if (!mongod) return;
  const other = await shop.aUser();
  const items = [{ productId: await shop.aProduct({ stock: 100 }), quantity: 1 }];
  const place = () => shop.place(other, items, { timeoutMs: answersWithinMs });
  expect((await place()).status).toBe(201);
  await mongod.kill();

  // One after the other, so that they stand in line at every stage.
  const waiting: Promise<HttpResponse>[] = [];
  await eventually(() => expect(waiting.push(place())).toBe(40), 30_000);
  const answers = await Promise.all(waiting);
  mongod.start();
  await untilPrimary();
  await untilPlaced();

  expect(answers.map(outcomeOf)).toEqual(answers.map(() => nothingDone));
  expect((await shop.rest('/api/orders', { token: other.token })).body.orders).toHaveLength(1);
}, 120_000);

test('while MongoDB hangs no change that is made later was answered as not made', async () => {
  if (!mongod) return;
  const all = Object.values(await changes());
  mongod.hang();

  const answers = await Promise.all(all.map(({ send }) => send()));
  mongod.resume();
  await untilPlaced();

  for (const [index, answer] of answers.entries()) {
    const allowed = (await all[index]!.isDone()) ? [unknown] : [unknown, nothingDone];
    expect(allowed).toContainEqual(outcomeOf(answer));
  }
  expect(answers.map(outcomeOf)).toContainEqual(unknown);
}, 120_000);

test.each(['order', 'inventory'])(
  'while %s hangs the outcome of an order is unknown; under a key it may be sent again',
  async (service) => {
    if (!mongod) return;
    const key = randomUUID();
    const items = [{ productId: await shop.aProduct({ stock: 5 }), quantity: 1 }];
    const timeoutMs = answersWithinMs;
    system.hang(service);

    const answers = await Promise.all([
      shop.place(buyer, items, { timeoutMs }),
      shop.place(buyer, items, { key, timeoutMs }),
    ]);
    system.resume(service);
    await eventually(async () => expect((await shop.place(buyer, items, { key })).status).toBe(201), 20_000);

    expect(answers.map(outcomeOf)).toEqual([unknown, nothingDone]);
  },
  60_000,
);

test.each(['order', 'inventory'])(
  'while %s is down an order without a key does nothing and says so',
  async (service) => {
    if (!mongod) return;
    const order = [{ productId: await shop.aProduct({ stock: 5 }), quantity: 1 }];
    await system.terminate(service);

    // Until its caller has seen the connection close, a call may be sent on it, and its outcome is unknown indeed.
    await eventually(async () => {
      const answer = await shop.place(buyer, order, { timeoutMs: answersWithinMs });
      expect(outcomeOf(answer)).toEqual(nothingDone);
    }, 20_000);
    await system.start(service);
  },
  60_000,
);

test('of two orders that share a call to a hanging inventory the older one is answered in time, and the younger one waits on', async () => {
  if (!mongod) return;
  await system.untilReached('inventory');
  const ofShared = await shop.aProduct({ stock: 5 });
  const inventory = createInventoryClient(system.layout.env['INVENTORY_GRPC_ADDRESSES']!);
  await inventory.ping();
  const reserve = (withinMs: number) => {
    const orderId = randomUUID();
    const writes = { wereSent: false };
    const context = { requestId: orderId, traceparent: continueTrace(undefined), deadline: Date.now() + withinMs };
    const items = [{ productId: ofShared, quantity: 1 }];
    const answer = withRequestContext(context, () =>
      watchWrites(writes, () => inventory.reserve({ orderId, items, bodyHash: 'hash' })),
    );
    return { orderId, writes, answer };
  };
  system.hang('inventory');

  const [older, younger] = [reserve(1_500), reserve(requestDeadlineMs)];
  await expect(older.answer).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const mayBeReserved = older.writes.wereSent;
  system.resume('inventory');

  expect(await younger.answer).toMatchObject({ outcome: 'held' });
  expect(mayBeReserved).toBe(true);
  // Whatever was reserved for the older one after it left is found by the sweep of reservations without an order.
  const { reservations } = await inventory.listHeld(new Date(Date.now() + 60_000), '');
  const held = reservations
    .map(({ orderId }) => orderId)
    .filter((id) => [older, younger].some((one) => one.orderId === id));
  expect(held).toContain(younger.orderId);
  expect(await shop.stockOf(ofShared)).toBe(5 - held.length);
  inventory.stop();
}, 60_000);
