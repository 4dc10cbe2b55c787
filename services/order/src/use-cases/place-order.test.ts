import type { Order, OutboxEntry } from '../domain/order';
import { createPlaceOrder, type PlaceOrderNeeds } from './place-order';

const orderId = '7d0b6cb4-0c8c-4a0e-9d0a-111111111111';
const body = { orderId, userId: 'u', items: [{ productId: 'a', quantity: 2 }], hasIdempotencyKey: true };
const at = new Date('2026-01-01T00:00:00Z');
const hash = (text: string) => `hash of ${text}`;
const sameHash = hash(JSON.stringify(['u', ['a', 2]]));

const stored = (bodyHash: string, status: Order['status'] = 'Pending') => ({
  orderId,
  userId: 'u',
  items: body.items,
  totalAmount: 2,
  status,
  createdAt: at,
  updatedAt: at,
  revision: 1,
  bodyHash,
});

function aSystem(given: {
  found?: (ReturnType<typeof stored> | undefined)[];
  reserve?: Awaited<ReturnType<PlaceOrderNeeds['inventory']['reserve']>>;
  insert?: Awaited<ReturnType<PlaceOrderNeeds['orders']['insert']>>;
  deadline?: number;
}) {
  const effects: string[] = [];
  const found = [...(given.found ?? [])];
  const delivered: OutboxEntry[] = [];
  const placeOrder = createPlaceOrder({
    orders: {
      find: () => {
        effects.push('find');
        return Promise.resolve(found.shift());
      },
      insert: (order, first) => {
        effects.push(`insert epoch ${String(order.epoch)} with ${first.publish.kind}`);
        return Promise.resolve(given.insert ?? { outcome: 'inserted' });
      },
    },
    inventory: {
      reserve: ({ bodyHash }) => {
        effects.push(`reserve ${bodyHash === sameHash ? 'same' : 'other'}`);
        return Promise.resolve(given.reserve ?? { outcome: 'held', epoch: 3 });
      },
    },
    deliver: (_, entry) => Promise.resolve(delivered.push(entry)),
    newOutboxEntry: (kind, entryAt) => ({ id: 'entry', kind, at: entryAt }),
    hash,
    now: () => at,
    deadline: () => given.deadline ?? Infinity,
  });
  return { placeOrder, effects, delivered };
}

test('looks for the order, reserves, stores it with its message, then delivers that', async () => {
  const { placeOrder, effects, delivered } = aSystem({});

  const { order, replayed } = await placeOrder(body);

  expect(effects).toEqual(['find', 'reserve same', 'insert epoch 3 with publish']);
  expect(order).toMatchObject({ orderId, status: 'Pending', totalAmount: 2, createdAt: at });
  expect(replayed).toBe(false);
  expect(delivered).toEqual([{ id: 'entry', kind: 'publish', at }]);
});

test('does not look for an order without a key, for none can exist', async () => {
  const { placeOrder, effects } = aSystem({});

  await placeOrder({ ...body, hasIdempotencyKey: false });

  expect(effects[0]).toBe('reserve same');
});

test.each(['Pending', 'Processed', 'Failed', 'Cancelled'] as const)(
  'answers a stored %s order without touching stock',
  async (status) => {
    const { placeOrder, effects } = aSystem({ found: [stored(sameHash, status)] });

    expect(await placeOrder(body)).toMatchObject({ order: { status }, replayed: true });
    expect(effects).toEqual(['find']);
  },
);

test('refuses the key of a stored order with another body', async () => {
  const { placeOrder, effects } = aSystem({ found: [stored('other')] });

  await expect(placeOrder(body)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(effects).toEqual(['find']);
});

test('never answers the hash of the body', async () => {
  const { placeOrder } = aSystem({ found: [stored(sameHash)] });

  expect((await placeOrder(body)).order).not.toHaveProperty('bodyHash');
});

test('refuses when stock is short and names every shortage; nothing is stored', async () => {
  const shortages = [{ productId: 'a', requested: 2, available: 1 }];
  const { placeOrder, effects, delivered } = aSystem({ reserve: { outcome: 'out of stock', shortages } });

  await expect(placeOrder(body)).rejects.toMatchObject({ code: 'OUT_OF_STOCK', details: shortages });
  expect(effects).toEqual(['find', 'reserve same']);
  expect(delivered).toEqual([]);
});

test('names an unknown product', async () => {
  const { placeOrder } = aSystem({ reserve: { outcome: 'unknown product', productIds: ['a'] } });

  await expect(placeOrder(body)).rejects.toMatchObject({ code: 'UNKNOWN_PRODUCT', details: [{ productId: 'a' }] });
});

describe('after CLOSED or DIFFERS the order is read again', () => {
  test.each([
    ['closed', sameHash, { order: { orderId }, replayed: true }],
    ['differs', sameHash, { order: { orderId }, replayed: true }],
  ] as const)('%s with the same order is a replay', async (outcome, bodyHash, answer) => {
    const { placeOrder } = aSystem({ found: [undefined, stored(bodyHash)], reserve: { outcome } });

    expect(await placeOrder(body)).toMatchObject(answer);
  });

  test.each([
    ['closed', stored('other'), 'IDEMPOTENCY_KEY_REUSED'],
    ['differs', stored('other'), 'IDEMPOTENCY_KEY_REUSED'],
    ['closed', undefined, 'UNAVAILABLE'],
    ['differs', undefined, 'IDEMPOTENCY_KEY_REUSED'],
  ] as const)('%s is refused otherwise', async (outcome, second, code) => {
    const { placeOrder } = aSystem({ found: [undefined, second], reserve: { outcome } });

    await expect(placeOrder(body)).rejects.toMatchObject({ code });
  });
});

test('an order that is found while it is inserted is a replay, and its message is delivered once', async () => {
  const { placeOrder, delivered } = aSystem({ insert: { outcome: 'exists', order: stored(sameHash) } });

  expect(await placeOrder(body)).toMatchObject({ replayed: true });
  expect(delivered).toEqual([]);
});

test('refuses the key if another body is found while it is inserted', async () => {
  const { placeOrder } = aSystem({ insert: { outcome: 'exists', order: stored('other') } });

  await expect(placeOrder(body)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('an order whose reservation has expired may be tried again', async () => {
  const { placeOrder, delivered } = aSystem({ insert: { outcome: 'expired' } });

  await expect(placeOrder(body)).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  expect(delivered).toEqual([]);
});

test('an order whose stock was reserved after the deadline is not stored, and may be tried again', async () => {
  const { placeOrder, effects, delivered } = aSystem({ deadline: at.getTime() });

  await expect(placeOrder(body)).rejects.toMatchObject({ kind: 'UNAVAILABLE', code: 'UNAVAILABLE' });
  expect(effects).toEqual(['find', 'reserve same']);
  expect(delivered).toEqual([]);
});

test('an order whose stock was reserved just before the deadline is stored', async () => {
  const { placeOrder, effects } = aSystem({ deadline: at.getTime() + 1 });

  await placeOrder(body);
  expect(effects).toContain('insert epoch 3 with publish');
});
