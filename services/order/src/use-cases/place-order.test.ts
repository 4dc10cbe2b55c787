import type { Order, OutboxEntry } from '../domain/order';
import { createPlaceOrder, type PlaceOrderNeeds } from './place-order';

const orderId = '7d0b6cb4-0c8c-4a0e-9d0a-111111111111';
const body = { orderId, userId: 'u', items: [{ productId: 'a', quantity: 2 }], hasIdempotencyKey: true };
const total = { amount: 20, currency: 'EUR' };
const at = new Date('2026-01-01T00:00:00Z');
const hash = (text: string) => `hash of ${text}`;
const sameHash = hash(JSON.stringify(['u', ['a', 2]]));

const stored = (bodyHash: string, status: Order['status'] = 'Pending') => ({
  orderId,
  userId: 'u',
  items: [{ productId: 'a', name: 'A', quantity: 2, unitPrice: 10 }],
  totalAmount: 2,
  total,
  status,
  createdAt: at,
  updatedAt: at,
  revision: 1,
  bodyHash,
});

function aSystem(given: {
  found?: (Omit<ReturnType<typeof stored>, 'total'> | undefined)[];
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
      reserve: ({ bodyHash, expectedTotal }) => {
        const condition = expectedTotal ? ` for ${String(expectedTotal.amount)} ${expectedTotal.currency}` : '';
        effects.push(`reserve ${bodyHash === sameHash ? 'same' : 'other'}${condition}`);
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

const priced = { items: [{ productId: 'a', name: 'A', quantity: 2, unitPrice: 10 }], total };

test('names, prices and the total are those that were decided with the stock', async () => {
  const { placeOrder } = aSystem({ reserve: { outcome: 'held', epoch: 3, priced } });

  expect((await placeOrder(body)).order).toMatchObject(priced);
});

test('where no prices were decided, an order has none: its products have their ids as names', async () => {
  const { order } = await aSystem({}).placeOrder(body);

  expect(order.items).toEqual([{ productId: 'a', name: 'a', quantity: 2, unitPrice: 0 }]);
  expect(order).not.toHaveProperty('total');
});

test('what its buyer expects it to cost is told to inventory', async () => {
  const { placeOrder, effects } = aSystem({ reserve: { outcome: 'held', epoch: 3, priced } });

  await placeOrder({ ...body, expectedTotal: total });

  expect(effects).toContain('reserve same for 20 EUR');
});

test('where no prices were decided, an order that its buyer expects to cost something is not stored', async () => {
  const { placeOrder, effects } = aSystem({});

  await expect(placeOrder({ ...body, expectedTotal: total })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(effects).toEqual(['find', 'reserve same for 20 EUR']);
  expect((await placeOrder({ ...body, expectedTotal: { ...total, amount: 0 } })).order.items).toMatchObject([
    { unitPrice: 0 },
  ]);
});

test('an order that would cost something else is refused with its present total', async () => {
  const { placeOrder } = aSystem({ reserve: { outcome: 'price changed', total: { amount: 21, currency: 'EUR' } } });

  await expect(placeOrder({ ...body, expectedTotal: total })).rejects.toMatchObject({
    code: 'PRICE_CHANGED',
    details: { total: { amount: 21, currency: 'EUR' } },
  });
});

test('a total that cannot be calculated exactly is refused', async () => {
  const { placeOrder } = aSystem({ reserve: { outcome: 'total too large' } });

  await expect(placeOrder(body)).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    details: [{ path: 'items', message: 'must cost at most 9,007,199,254,740,991 in the minor unit of the currency' }],
  });
});

describe('a repeated request', () => {
  const repeat = (found: ReturnType<typeof stored>, amount: number, currency = 'EUR') =>
    aSystem({ found: [found] }).placeOrder({ ...body, expectedTotal: { amount, currency } });

  test('gets the order with its first prices, with its total or without one', async () => {
    const { order } = await repeat(stored(sameHash), 20);

    expect(order).toMatchObject(priced);
    expect(await aSystem({ found: [stored(sameHash)] }).placeOrder(body)).toMatchObject({ order, replayed: true });
  });

  test.each([
    ['amount', 21, 'EUR'],
    ['currency', 20, 'USD'],
  ])('with another %s is another body', async (_, amount, currency) => {
    await expect(repeat(stored(sameHash), amount, currency)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('for an order without prices expects it to cost nothing', async () => {
    const { total: _, ...before } = stored(sameHash);
    const ask = (amount: number) =>
      aSystem({ found: [before] }).placeOrder({ ...body, expectedTotal: { amount, currency: 'EUR' } });

    expect(await ask(0)).toMatchObject({ replayed: true });
    await expect(ask(1)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('that meets another total when it reserves gets the order where it is stored meanwhile', async () => {
    const reserve = { outcome: 'price changed' as const, total };
    const { placeOrder } = aSystem({ found: [undefined, stored(sameHash)], reserve });

    await expect(placeOrder({ ...body, expectedTotal: { ...total, amount: 1 } })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
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
