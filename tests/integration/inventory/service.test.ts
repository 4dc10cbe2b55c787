import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { InventoryService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { createMongo } from '@orders/shared/mongo';
import { freePorts } from '../../support/free-ports';
import { requiredVariable, silentLog } from '../../support/test-database';
import { runProgram, startProgram } from './run-program';

const prefix = `test_service_${randomUUID().slice(0, 8)}_`;
const callMs = 5_000;
let service: ChildProcess;
let client: ReturnType<typeof createGrpcClient<typeof InventoryService.service>>;
let probes: string;

beforeAll(async () => {
  await runProgram('migrate', prefix);
  await runProgram('seed', prefix);
  const [grpc, metrics] = await freePorts(2);
  service = startProgram('main', prefix, {
    env: { INVENTORY_GRPC_PORT: grpc, INVENTORY_METRICS_PORT: metrics },
  });
  service.stdout?.resume();
  probes = `http://127.0.0.1:${metrics!}`;
  client = createGrpcClient(InventoryService, `127.0.0.1:${grpc!}`);
  await client.ping(10_000);
});

afterAll(async () => {
  client.stop();
  if (service.exitCode === null) service.kill('SIGKILL');
  const mongo = await connect();
  await mongo.dropDatabase();
  await mongo.stop();
});

async function connect() {
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database: `${prefix}inventory`, log: silentLog });
  await mongo.connect();
  return mongo;
}

const aReservation = (quantity: number, given: object = {}) => ({
  orderId: randomUUID(),
  items: [{ productId: 'prod1', quantity }],
  bodyHash: 'hash',
  timeoutMs: 0,
  ...given,
});
const stockOf = async (productId: string) => (await client.unary('GetProduct')({ productId }, callMs)).product?.stock;
const operation = () => ({ operationId: randomUUID() });

test('an order goes its way over the wire: reserved, listed as held, committed', async () => {
  const reservation = aReservation(2);
  const before = (await stockOf('prod1'))!;

  const { results } = await client.unary('Reserve')({ reservations: [reservation, aReservation(1_000)] }, callMs);
  const heldBefore = { seconds: Math.floor(Date.now() / 1_000) + 10, nanos: 0 };
  const held = await client.unary('ListHeldReservations')({ heldBefore, pageSize: 10, pageToken: '' }, callMs);
  const committed = await client.unary('Commit')({ orderIds: [reservation.orderId, randomUUID()] }, callMs);

  expect(results).toMatchObject([
    { outcome: 'RESERVE_OUTCOME_HELD', epoch: 1 },
    {
      outcome: 'RESERVE_OUTCOME_OUT_OF_STOCK',
      shortages: [{ productId: 'prod1', requested: 1_000, available: before - 2 }],
    },
  ]);
  expect(held.reservations).toMatchObject([{ orderId: reservation.orderId, epoch: 1 }]);
  expect(committed.outcomes).toEqual(['COMMIT_OUTCOME_COMMITTED', 'COMMIT_OUTCOME_NOT_HELD']);
  expect(await stockOf('prod1')).toBe(before - 2);
});

test('operators see a reservation in each of its states, and that there is none', async () => {
  const reservation = aReservation(1);
  const { orderId, items } = reservation;
  const get = client.unary('GetReservation');
  const states: unknown[] = [await get({ orderId }, callMs)];

  await client.unary('Reserve')({ reservations: [reservation] }, callMs);
  states.push((await get({ orderId }, callMs)).reservation);
  await client.unary('Release')({ orderIds: [orderId] }, callMs);
  states.push((await get({ orderId }, callMs)).reservation);

  expect(states).toMatchObject([
    { reservation: null },
    { orderId, items, state: 'RESERVATION_STATE_HELD', epoch: 1, heldAt: expect.any(Object) },
    { orderId, items, state: 'RESERVATION_STATE_RELEASED', epoch: 1 },
  ]);
});

test('a name that is not given stays, and a stock of 0 is a stock', async () => {
  const update = client.unary('UpdateProduct');

  await update({ productId: 'prod2', stock: 0, ...operation() }, callMs);
  const { product } = await update({ productId: 'prod2', name: 'Blue jeans', ...operation() }, callMs);

  expect(product).toMatchObject({ productId: 'prod2', name: 'Blue jeans', stock: 0, price: 5_990 });
});

test('the catalogue says why it refuses', async () => {
  const existing = { productId: 'prod1', name: 'Shirt', stock: 1, ...operation() };
  const overfull = { productId: 'prod1', quantity: 1_000_000_000, ...operation() };

  await expect(client.unary('GetProduct')({ productId: 'none' }, callMs)).rejects.toMatchObject({
    code: 'UNKNOWN_PRODUCT',
  });
  await expect(client.unary('CreateProduct')(existing, callMs)).rejects.toMatchObject({ code: 'PRODUCT_EXISTS' });
  await expect(client.unary('RestockProduct')(overfull, callMs)).rejects.toMatchObject({
    code: 'STOCK_LIMIT_EXCEEDED',
  });
});

test('a request that is not well-formed is refused at the door', async () => {
  const request = { reservations: [aReservation(0)] };

  await expect(client.unary('Reserve')(request, callMs)).rejects.toMatchObject({
    kind: 'INVALID',
    details: [{ path: 'reservations.0.items.0.quantity' }],
  });
});

test('metrics tell of batches and outcomes', async () => {
  await client.unary('Reserve')({ reservations: [aReservation(1_000)] }, callMs);

  const metrics = await (await fetch(`${probes}/metrics`)).text();

  expect(metrics).toMatch(/inventory_reservations_total{outcome="out_of_stock"} [1-9]/);
  expect(metrics).toMatch(/group_commit_batch_requests_count{batch="commit stock"} [1-9]/);
  expect(metrics).toMatch(/inventory_group_commit_retries_total \d/);
});

test('told to stop it answers what it has in hand and exits with 0', async () => {
  expect((await fetch(`${probes}/readyz`)).status).toBe(200);
  await client.unary('RestockProduct')({ productId: 'prod3', quantity: 40, ...operation() }, callMs);
  const reservations = Array.from({ length: 40 }, () =>
    aReservation(1, { items: [{ productId: 'prod3', quantity: 1 }] }),
  );

  // The commit takes its time, so that the call is in hand when the signal comes.
  const mongo = await connect();
  const blocked = await mongo.admin().command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: {
      appName: `${prefix}inventory`,
      failCommands: ['commitTransaction'],
      blockConnection: true,
      blockTimeMS: 500,
    },
  });
  const answer = client.unary('Reserve')({ reservations }, callMs);
  const timesEntered = Number(blocked['count']) + 1;
  await mongo.admin().command({ waitForFailPoint: 'failCommand', timesEntered, maxTimeMS: 5_000 });
  service.kill('SIGTERM');
  const [exitCode] = (await once(service, 'exit')) as [number | null];

  expect((await answer).results.every(({ outcome }) => outcome === 'RESERVE_OUTCOME_HELD')).toBe(true);
  expect(exitCode).toBe(0);
  await mongo.stop();
});
