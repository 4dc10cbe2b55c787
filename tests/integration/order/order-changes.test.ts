import { setTimeout } from 'node:timers/promises';
import { createOrderChanges } from '@orders/order/store/order-changes';
import { createOrderStore } from '@orders/order/store/order-store';
import { orderCollection } from '@orders/order/store/schemas';
import { createWatchOrder } from '@orders/order/use-cases/watch-order';
import type { Long } from 'mongodb';
import { eventually } from '../../support/eventually';
import { createTestDatabase, silentLog, type TestDatabase } from '../../support/test-database';
import { anOrder, dropValid, firstOutbox } from './an-order';

let database: TestDatabase;
let changes: ReturnType<typeof createOrderChanges>;
beforeAll(async () => {
  database = await createTestDatabase('order_changes', [orderCollection]);
});
beforeEach(() => {
  changes = createOrderChanges({ mongo: database.mongo, log: silentLog });
});
afterEach(async () => {
  changes.stop();
  await eventually(async () => expect(await openStreams()).toEqual([]));
});
afterAll(() => dropValid(database));

const orders = () => createOrderStore(database.mongo);
const place = async () => {
  const order = anOrder();
  await orders().insert(order, firstOutbox());
  return order;
};

/** Watches with a timer so long that only the stream of changes can have told. */
const watch = ({ orderId, userId }: ReturnType<typeof anOrder>) => {
  const statuses: string[] = [];
  const watching = createWatchOrder({
    orders: orders(),
    changes,
    wait: (_, signal) => setTimeout(60_000, undefined, { signal }).catch(() => undefined),
  })({ orderId, userId, send: ({ status }) => statuses.push(status), signal: new AbortController().signal });
  return { watching, statuses };
};

/** The ids of the streams that are open on the server. */
const openStreams = async () => {
  const operations = await database.mongo
    .admin()
    .aggregate<{ cursor: { cursorId: Long } }>(
      [
        { $currentOp: { idleCursors: true, allUsers: true } },
        { $match: { ns: `${database.name}.orders`, 'cursor.tailable': true } },
      ],
      { readConcern: { level: 'local' } },
    )
    .toArray();
  return operations.map(({ cursor }) => String(cursor.cursorId));
};

/** Lets the stream fail once, with an error after which the driver does not resume it. */
const breakStream = () =>
  database.mongo.admin().command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: ['getMore'], errorCode: 280, appName: database.name },
  });

test('a change made by another replica is heard', async () => {
  const order = await place();
  const { watching, statuses } = watch(order);
  const otherReplica = createOrderStore(database.mongo);

  await otherReplica.settle([order.orderId], new Date());
  await watching;

  expect(statuses.at(-1)).toBe('Processed');
});

test('long after the stream began a change is heard, by those alone whom it concerns', async () => {
  const [order, other] = [await place(), await place()];
  const told = { order: 0, other: 0 };
  const end = [
    changes.subscribe(order.orderId, () => (told.order += 1)),
    changes.subscribe(other.orderId, () => (told.other += 1)),
  ];
  // Everybody is told as it begins, and a moment later.
  await eventually(() => expect(told).toEqual({ order: 2, other: 2 }));

  await orders().settle([order.orderId], new Date());

  await eventually(() => expect(told).toEqual({ order: 3, other: 2 }));
  for (const unsubscribe of end) unsubscribe();
});

test('nobody who listens is no stream', async () => {
  const end = changes.subscribe((await place()).orderId, () => undefined);
  await eventually(async () => expect(await openStreams()).toHaveLength(1));

  end();

  await eventually(async () => expect(await openStreams()).toEqual([]));
});

test('a stream that nobody wants any more before it is open is not left on the server', async () => {
  const { orderId } = await place();

  for (let milliseconds = 0; milliseconds < 10; milliseconds += 0.5) {
    const end = changes.subscribe(orderId, () => undefined);
    await setTimeout(milliseconds);
    end();
  }

  await eventually(async () => expect(await openStreams()).toEqual([]));
});

test('many watchers of many orders share one stream, and each hears its own', async () => {
  const placed = await Promise.all(Array.from({ length: 20 }, place));
  const watches = placed.map(watch);
  await eventually(async () => expect(await openStreams()).toHaveLength(1));

  await orders().settle(
    placed.map(({ orderId }) => orderId),
    new Date(),
  );
  await Promise.all(watches.map(({ watching }) => watching));

  expect(watches.every(({ statuses }) => statuses.at(-1) === 'Processed')).toBe(true);
});

test('after the stream broke the changes go on', async () => {
  const order = await place();
  const { watching, statuses } = watch(order);
  await eventually(async () => expect(await openStreams()).toHaveLength(1));
  const broken = await openStreams();
  await breakStream();
  await eventually(async () => expect(await openStreams()).not.toEqual(broken));

  await orders().settle([order.orderId], new Date());
  await watching;

  expect(statuses.at(-1)).toBe('Processed');
});
