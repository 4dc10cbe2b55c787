import type { PlacedOrder } from '@orders/order/domain/order';
import type { OrderStore } from '@orders/order/store/order-store';
import type { OutboxStore } from '@orders/order/store/outbox-store';
import type { OrderDocument, StoredDocument } from '@orders/order/store/schemas';
import type { TombstoneStore } from '@orders/order/store/tombstone-store';
import { anEntry, anOrder, firstOutbox, userId } from './an-order';

export interface OrderStores {
  orders: OrderStore;
  outbox: OutboxStore;
  tombstones: TombstoneStore;
  /** What is stored under an id. */
  read: (orderId: string) => Promise<StoredDocument | null | undefined>;
}

/** What the stores of orders do, in MongoDB and in the simulator alike. */
export function specifyOrderStores(stores: () => OrderStores): void {
  specifyInserts(stores);
  specifyMoves(stores);
  specifyOutbox(stores);
}

function specifyInserts(stores: () => OrderStores): void {
  const insert = (order: PlacedOrder) => stores().orders.insert(order, firstOutbox());
  const write = (...args: Parameters<TombstoneStore['writeTombstones']>) =>
    stores().tombstones.writeTombstones(...args);

  test('of many parallel inserts under one id exactly one succeeds, and the others find its order', async () => {
    const order = anOrder();

    const insertions = await Promise.all(Array.from({ length: 25 }, () => insert({ ...order })));

    expect(insertions.filter(({ outcome }) => outcome === 'inserted')).toHaveLength(1);
    expect(insertions.filter(({ outcome }) => outcome === 'exists')).toHaveLength(24);
  });

  test('a duplicate never fails the other inserts of its batch', async () => {
    const known = anOrder();
    await insert(known);
    const others = [anOrder(), anOrder(), anOrder()];

    const insertions = await Promise.all([others[0]!, known, others[1]!, others[2]!].map(insert));

    expect(insertions.map(({ outcome }) => outcome)).toEqual(['inserted', 'exists', 'inserted', 'inserted']);
    for (const { orderId } of others) expect(await stores().read(orderId)).toMatchObject({ status: 'Pending' });
  });

  test('an order is stored with its first outbox entry', async () => {
    const order = anOrder();
    const first = firstOutbox();

    await stores().orders.insert(order, first);

    const { orderId, ...stored } = order;
    const { publish, republishAt } = first;
    expect(await stores().read(orderId)).toEqual({
      _id: orderId,
      ...stored,
      outbox: [publish],
      republishAt,
      republishes: 0,
    });
  });

  test('an order is not inserted over a tombstone of its own epoch', async () => {
    const order = anOrder({ epoch: 1 });
    await write([{ orderId: order.orderId, epoch: 1 }]);

    expect(await insert(order)).toEqual({ outcome: 'expired' });
    expect(await stores().read(order.orderId)).toMatchObject({ void: true, epoch: 1 });
  });

  test('an order of a later epoch replaces the tombstone, also when it comes twice', async () => {
    const order = anOrder({ epoch: 2 });
    await write([{ orderId: order.orderId, epoch: 1 }]);

    const insertions = await Promise.all([insert(order), insert({ ...order })]);

    expect(insertions.map(({ outcome }) => outcome).sort()).toEqual(['exists', 'inserted']);
    expect(await stores().read(order.orderId)).toMatchObject({ status: 'Pending', epoch: 2 });
  });

  test('a tombstone is not written over an order', async () => {
    const order = anOrder();
    await insert(order);
    const before = await stores().read(order.orderId);

    const written = await write([{ orderId: order.orderId, epoch: 1 }]);

    expect(written).toEqual([]);
    expect(await stores().read(order.orderId)).toEqual(before);
  });

  test('a tombstone never goes back to a smaller epoch', async () => {
    const { orderId } = anOrder();
    await write([{ orderId, epoch: 3 }]);

    const written = await write([{ orderId, epoch: 2 }]);

    expect(written).toEqual([{ orderId, epoch: 2 }]);
    expect(await stores().read(orderId)).toMatchObject({ epoch: 3 });
  });

  test('an insert and a tombstone that race leave one of the two, and both callers know which', async () => {
    for (let round = 0; round < 30; round += 1) {
      const order = anOrder();

      const [insertion, written] = await Promise.all([
        insert(order),
        write([{ orderId: order.orderId, epoch: order.epoch }]),
      ]);

      expect(insertion.outcome === 'inserted').toBe(written.length === 0);
    }
  });

  test('an orphan is a reservation without an order, with or without a tombstone', async () => {
    const [ordered, buried, unknown] = [anOrder(), anOrder(), anOrder()];
    await insert(ordered);
    await write([{ orderId: buried.orderId, epoch: 1 }]);

    const attempts = [ordered, buried, unknown].map(({ orderId }) => ({ orderId, epoch: 1 }));
    expect(await stores().tombstones.findOrphans(attempts)).toEqual(attempts.slice(1));
  });

  test('no reader ever sees a tombstone', async () => {
    const { orderId } = anOrder();
    await write([{ orderId, epoch: 1 }]);

    expect(await stores().orders.find(orderId)).toBeUndefined();
    expect(await stores().orders.findMany([orderId])).toEqual([]);
    expect(await stores().orders.settle([orderId], new Date())).toEqual([]);
  });
}

const createSteps = (stores: () => OrderStores) => ({
  place: async (at = new Date()) => {
    const order = anOrder();
    await stores().orders.insert(order, firstOutbox(at));
    return order;
  },
  cancel: (orderId: string, owner = userId) => {
    const [at, republishAt] = [new Date(), new Date(Date.now() - 1)];
    const entries = [anEntry('release'), anEntry('publish')];
    return stores().orders.moveFromPending({ orderId, userId: owner, action: 'cancel', at, entries, republishAt });
  },
  fail: (orderId: string) =>
    stores().orders.moveFromPending({
      orderId,
      action: 'fail',
      reason: 'cannot be sent',
      at: new Date(),
      entries: [anEntry('release'), anEntry('publish')],
      republishAt: new Date(Date.now() - 1),
    }),
  settle: (...orderIds: string[]) => stores().orders.settle(orderIds, new Date()),
  readOrder: async (orderId: string) => (await stores().read(orderId)) as OrderDocument,
  findRepublishable: async (orderId: string) =>
    (await stores().outbox.findRepublishable(new Date(), 100)).find(({ order }) => order.orderId === orderId),
});

const kindsOf = ({ outbox }: OrderDocument) => outbox.map(({ kind }) => kind);

function specifyMoves(stores: () => OrderStores): void {
  const { place, cancel, fail, settle, readOrder } = createSteps(stores);

  test('settle moves only pending orders and answers the status of each', async () => {
    const [pending, cancelled] = [await place(), await place()];
    await cancel(cancelled.orderId);

    const settled = await settle(pending.orderId, cancelled.orderId, anOrder().orderId);

    expect(new Map(settled.map(({ orderId, status }) => [orderId, status]))).toEqual(
      new Map([
        [pending.orderId, 'Processed'],
        [cancelled.orderId, 'Cancelled'],
      ]),
    );
  });

  test('of a cancel and a settle that race exactly one moves the order', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { orderId } = await place();

      const [moved] = await Promise.all([cancel(orderId), settle(orderId)]);

      const order = await stores().orders.find(orderId);
      expect(order).toMatchObject({ status: moved ? 'Cancelled' : 'Processed', revision: 2 });
    }
  });

  test('a cancelled order gets the release and its message in the same document, beside the entries it had', async () => {
    const { orderId } = await place();

    await cancel(orderId);

    const document = await readOrder(orderId);
    expect(kindsOf(document)).toEqual(['publish', 'release', 'publish']);
  });

  test('an order of another user cannot be cancelled', async () => {
    const { orderId } = await place();

    expect(await cancel(orderId, 'ffffffffffffffffffffffff')).toBeUndefined();
    expect((await stores().orders.find(orderId))?.status).toBe('Pending');
  });

  test('a pending order fails together with its release and its message', async () => {
    const { orderId } = await place();

    const failed = await fail(orderId);

    expect(failed).toMatchObject({ orderId, status: 'Failed', reason: 'cannot be sent', revision: 2 });
    expect(kindsOf(await readOrder(orderId))).toEqual(['publish', 'release', 'publish']);
  });

  test('an order that has ended does not fail any more', async () => {
    const { orderId } = await place();
    await settle(orderId);

    expect(await fail(orderId)).toBeUndefined();
    expect((await stores().orders.find(orderId))?.status).toBe('Processed');
  });
}

function specifyOutbox(stores: () => OrderStores): void {
  const { place, cancel, fail, settle, readOrder, findRepublishable } = createSteps(stores);
  const empty = async (orderId: string) => {
    const { outbox } = await readOrder(orderId);
    await stores().outbox.remove(outbox.map(({ id }) => ({ orderId, entryId: id })));
  };

  test('an outbox entry is removed while another is added', async () => {
    const { orderId } = await place();
    const [first] = (await readOrder(orderId)).outbox;

    await Promise.all([cancel(orderId), stores().outbox.remove([{ orderId, entryId: first!.id }])]);

    expect(kindsOf(await readOrder(orderId))).toEqual(['release', 'publish']);
  });

  test('the sweep finds only old entries of the requested kind', async () => {
    const old = await place(new Date(Date.now() - 60_000));
    await place();
    await cancel(old.orderId);

    const before = new Date(Date.now() - 30_000);
    const pending = await stores().outbox.findPending({ kind: 'publish', before, limit: 10 });

    expect(pending.map(({ order, entry }) => [order.orderId, entry.kind])).toContainEqual([old.orderId, 'publish']);
    expect(pending.every(({ entry }) => entry.kind === 'publish' && entry.at < before)).toBe(true);
  });

  test('one of two concurrent sweeps publishes an order again, and only while it is pending', async () => {
    const { orderId } = await place(new Date(Date.now() - 60_000));
    await empty(orderId);
    const candidate = (await findRepublishable(orderId))!;
    const again = { entry: anEntry(), nextAt: new Date(Date.now() + 60_000) };

    const republished = await Promise.all([
      stores().outbox.republish(candidate, again),
      stores().outbox.republish(candidate, again),
    ]);

    expect(republished.sort()).toEqual([false, true]);
    expect(await readOrder(orderId)).toMatchObject({ outbox: [again.entry], republishes: 1 });
    await settle(orderId);
    expect(await stores().outbox.republish({ ...candidate, republishAt: again.nextAt }, again)).toBe(false);
  });

  test('an order with open outbox entries is not published again', async () => {
    const { orderId } = await place(new Date(Date.now() - 60_000));

    expect(await findRepublishable(orderId)).toBeUndefined();
  });

  test.each([
    ['failed', 'Failed', fail],
    ['cancelled', 'Cancelled', cancel],
  ] as const)('a %s order is published again until the processor has settled it', async (_, status, end) => {
    const { orderId } = await place();
    await end(orderId);
    await empty(orderId);
    const again = { entry: anEntry('publish'), nextAt: new Date(0) };

    expect(await stores().outbox.republish((await findRepublishable(orderId))!, again)).toBe(true);
    expect((await settle(orderId))[0]?.status).toBe(status);

    const document = await readOrder(orderId);
    expect(kindsOf(document)).toEqual(['publish']);
    expect(document).not.toHaveProperty('republishAt');
  });
}
