import { randomUUID } from 'node:crypto';
import { eventually } from '../../support/eventually';
import { requiredVariable } from '../../support/test-database';
import { aNewSystem, mailsTo, type NewSystem } from './new-system';
import { anOriginalDatabase, type OriginalDatabase } from './original-database';

jest.setTimeout(120_000);

const shirts = (quantity: number) => [{ productId: 'shirt', quantity }];
const jeans = (quantity: number) => [{ productId: 'jeans', quantity }];

let original: OriginalDatabase;
let system: NewSystem;

beforeEach(async () => {
  original = await anOriginalDatabase(requiredVariable('MONGO_URI'));
  system = await aNewSystem();
});
afterEach(async () => {
  await system.stop();
  for (const name of ['auth', 'inventory', 'orders', 'processor'])
    await original.other(`${system.prefix}${name}`).dropDatabase();
  await original.drop();
});

const migrate = () => system.migrate(['--from', original.uri]);
const collection = (database: string, name: string) =>
  original.other(`${system.prefix}${database}`).collection<{ _id: string; [field: string]: unknown }>(name);
const orderOf = async (token: string, orderId: string) =>
  (await system.ask('GET', `/api/order/${orderId}`, { token })).body['order'] as Record<string, unknown>;
const stockOf = async (productId: string) =>
  ((await system.ask('GET', `/api/products/${productId}`)).body['product'] as { stock: number }).stock;

test('accounts, stock and orders are taken over, pending orders come to their end, and a second run resets nothing', async () => {
  const address = `ann-${randomUUID()}@example.org`;
  const ann = await original.user(address, 'short');
  const twin = await original.user(address.toUpperCase(), 'other');
  await original.product('shirt', 10);
  await original.product('jeans', 1);
  const pending = await original.order(ann, 'Pending', shirts(2));
  const unfilled = await original.order(ann, 'Pending', jeans(3));
  const processed = await original.order(ann, 'Processed', shirts(4));
  const failed = await original.order(ann, 'Failed', jeans(9));
  await original.order(ann, 'Pending', shirts(1), 'order-17');
  const hashBefore = await original.hash();

  const first = await migrate();

  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toMatch(/^users +1 taken over, 0 there already, 1 refused$/m);
  expect(first.stdout).toMatch(/^products +2 taken over, 0 there already, 0 refused$/m);
  expect(first.stdout).toMatch(/^orders +4 taken over, 0 there already, 1 refused$/m);
  expect(first.stdout).toMatch(new RegExp(`^users +${twin}: account ${ann} has its address`, 'm'));
  expect(first.stdout).toMatch(/^orders +order-17: its id is not a UUID$/m);
  expect(await original.hash()).toBe(hashBefore);

  await system.start();
  const token = await system.signIn(address, 'short');
  await eventually(
    async () => expect(await orderOf(token, pending.orderId)).toMatchObject({ status: 'Processed' }),
    20_000,
  );
  expect(await orderOf(token, pending.orderId)).toMatchObject({
    ...pending,
    userId: ann,
    items: shirts(2),
    totalAmount: 2,
  });
  expect(await orderOf(token, unfilled.orderId)).toMatchObject({
    ...unfilled,
    status: 'Failed',
    reason: 'out of stock: jeans (3 requested, 1 available)',
  });
  expect(await orderOf(token, processed.orderId)).toMatchObject({
    ...processed,
    status: 'Processed',
    items: shirts(4),
  });
  expect(await orderOf(token, failed.orderId)).toMatchObject({ ...failed, status: 'Failed' });
  expect([await stockOf('shirt'), await stockOf('jeans')]).toEqual([8, 1]);
  await eventually(async () => expect(await mailsTo(address)).toHaveLength(2), 20_000);
  const mails = (await mailsTo(address)).join('\n');
  expect(mails).toContain(pending.orderId);
  expect(mails).toContain(unfilled.orderId);
  expect(await collection('orders', 'orders').countDocuments({ takenOver: true })).toBe(2);

  const sale = await system.ask('POST', '/api/order', {
    token,
    body: { userId: ann, totalAmount: 5, items: shirts(5) },
  });
  expect(sale.status).toBe(201);
  const second = await migrate();

  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(second.stdout).toMatch(/^users +0 taken over, 1 there already, 1 refused$/m);
  expect(second.stdout).toMatch(/^products +0 taken over, 2 there already, 0 refused$/m);
  expect(second.stdout).toMatch(/^orders +0 taken over, 4 there already, 1 refused$/m);
  expect([await stockOf('shirt'), await stockOf('jeans')]).toEqual([3, 1]);
  expect(await orderOf(token, pending.orderId)).toMatchObject({ status: 'Processed' });
  expect(await orderOf(token, unfilled.orderId)).toMatchObject({ status: 'Failed' });
  expect(await system.signIn(address, 'short')).toEqual(expect.any(String));
  expect(await collection('auth', 'users').findOne({ email: address })).toMatchObject({
    passwordHash: expect.stringMatching(/^\$argon2id\$/),
  });
  expect(await original.hash()).toBe(hashBefore);
});

test('into a system that runs, orders are settled as they come', async () => {
  const address = `bob-${randomUUID()}@example.org`;
  const bob = await original.user(address, 'password');
  await original.product('shirt', 1_000);
  const placed = [];
  for (let count = 0; count < 30; count += 1) placed.push(await original.order(bob, 'Pending', shirts(1)));
  await system.migrate(['--from', `${original.uri.replace(/\?.*/, '')}_empty`]);
  await system.start();

  expect(await migrate()).toMatchObject({ code: 0, stderr: '' });

  const token = await system.signIn(address, 'password');
  await eventually(async () => {
    const { body } = await system.ask('GET', '/api/orders?limit=100&status=Processed', { token });
    expect((body['orders'] as unknown[]).length).toBe(placed.length);
  }, 20_000);
  expect(await stockOf('shirt')).toBe(970);
});

describe('an order whose reservation expired before it was stored', () => {
  let orderId: string;

  beforeEach(async () => {
    const ann = await original.user(`ann-${randomUUID()}@example.org`, 'short');
    await original.product('shirt', 10);
    ({ orderId } = await original.order(ann, 'Pending', shirts(2)));
  });

  // What the sweep of a running system leaves under the id when it is faster than the import.
  const fence = (epoch: number) => {
    const purgeAt = new Date(Date.now() + 86_400_000);
    return collection('orders', 'orders').insertOne({
      _id: orderId,
      void: true,
      epoch,
      at: new Date(),
      purgeAt,
    });
  };

  test('reserves once more', async () => {
    await fence(1);
    await collection('inventory', 'reservations').insertOne({
      _id: orderId,
      state: 'expired',
      items: shirts(2),
      bodyHash: 'hash',
      epoch: 1,
    });

    expect(await migrate()).toMatchObject({ code: 0, stdout: expect.stringMatching(/^orders +1 taken over/m) });

    expect(await collection('orders', 'orders').findOne({ _id: orderId })).toMatchObject({
      status: 'Pending',
      epoch: 2,
    });
    expect(await collection('inventory', 'reservations').findOne({ _id: orderId })).toMatchObject({ state: 'held' });
  });

  test('is named where it is too late again', async () => {
    await fence(2);

    const { code, stdout } = await migrate();

    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^orders +${orderId}: its reservation could not be made: run this again$`, 'm'));
    expect(await collection('orders', 'orders').findOne({ _id: orderId })).toMatchObject({ void: true });
  });
});

test.each([
  ['no --from', [], '--from is missing'],
  ['another option', ['--form', 'mongodb://127.0.0.1/shop'], "Unknown option '--form'"],
  ['no database in it', ['--from', 'mongodb://u:secret@127.0.0.1:27017/'], '//***@127.0.0.1:27017/ names no database'],
])('with %s it ends with code 2, one clear line and its usage', async (_what, args, message) => {
  const { code, stderr } = await system.migrate(args);

  expect(code).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining(message),
    expect.stringContaining('usage: npm run migrate:monolith -- --from'),
  ]);
});

test('where the original database does not answer it ends with code 1 and one clear line', async () => {
  const { code, stderr } = await system.migrate(['--from', 'mongodb://127.0.0.1:1/shop']);

  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining('--from mongodb://127.0.0.1:1/shop does not answer'),
  ]);
});

test('where its own database does not answer it ends with code 1 and one clear line', async () => {
  const { code, stderr } = await system.migrate(['--from', original.uri], { MONGO_URI: 'mongodb://127.0.0.1:1/' });

  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining('MONGO_URI mongodb://127.0.0.1:1/ does not answer'),
  ]);
});
