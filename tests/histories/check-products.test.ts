import { cancel, change, created, list, look, place, read, rulesOf, shown } from './a-history';
import type { Call } from './call';
import { checkProducts } from './check-products';
import { draw } from './draw';

const restock = (at: [number, number], changes: Parameters<typeof change>[2] = {}) =>
  change('restock', at, { quantity: 3, key: 'restock 1', ...changes });

test.each<[string, Call[]]>([
  ['an order takes its units', [created, place([10, 20]), look([30, 40], { stock: 8, revision: 2 })]],
  [
    'an order in progress may have taken them',
    [created, place([10, 50]), look([30, 40], {}), look([32, 42], { stock: 8, revision: 2 })],
  ],
  [
    'an order without an answer may hold them, and may not',
    [
      created,
      place([10, Infinity], { outcome: 'unknown' }),
      look([30, 40], { stock: 8, revision: 2 }),
      look([50, 60], { revision: 3 }),
    ],
  ],
  [
    'another body under its key held units until they expired',
    [
      created,
      place([10, 20], { outcome: 'unknown', items: [{ productId: 'shirt', quantity: 5 }] }),
      look([30, 40], { stock: 5, revision: 2 }),
      place([50, 60]),
      look([70, 80], { stock: 8, revision: 4 }),
    ],
  ],
  ['a cancelled order returns them', [created, place([10, 20]), cancel([30, 40]), look([50, 60], { revision: 3 })]],
  ['a cache is a second old', [created, place([10, 20]), look([900, 910], {}, { staleMs: 1_000 })]],
  [
    'a restock without an answer may count',
    [created, restock([10, Infinity], { outcome: 'unknown' }), look([30, 40], { stock: 13, revision: 2 })],
  ],
  [
    'a restock is sent again',
    [
      created,
      restock([10, 20], { outcome: 'unknown' }),
      restock([30, 40], { answer: { stock: 13, revision: 2 } }),
      look([50, 60], { stock: 13, revision: 2 }),
    ],
  ],
  [
    'the stock is set',
    [
      created,
      place([10, 20]),
      change('set', [30, 40], { stock: 100, answer: { stock: 100, revision: 3 } }),
      look([50, 60], { stock: 100, revision: 3 }),
    ],
  ],
  [
    'a price is changed while it is read',
    [
      created,
      change('set', [10, 40], { price: 6, answer: { price: 6, revision: 2 } }),
      look([20, 30], { price: 6, revision: 2 }),
      look([20, 35], {}),
    ],
  ],
  [
    'out of stock',
    [
      created,
      place([10, 20], { outcome: 'refused', code: 'OUT_OF_STOCK', available: [{ productId: 'shirt', available: 10 }] }),
    ],
  ],
  [
    'all is counted at rest',
    [
      created,
      place([10, 20]),
      read([30, 40], 'Processed'),
      look([50, 60], { stock: 8, revision: 3 }, { isAtRest: true }),
    ],
  ],
])('possible: %s', (_, calls) => {
  expect(checkProducts(calls)).toEqual([]);
});

test.each<[string, string, Call[]]>([
  [
    'the stock was never so',
    'an acknowledged order has not taken its units',
    [created, place([10, 20]), look([30, 40], {})],
  ],
  [
    'the stock was never so',
    'units that nobody returned',
    [created, place([10, 20]), look([30, 40], { stock: 9, revision: 2 })],
  ],
  [
    'the stock was never so',
    'a cancel that was not done returns units',
    [created, place([10, 20]), cancel([30, 40], { outcome: 'not done' }), look([50, 60], { revision: 3 })],
  ],
  [
    'the stock was never so',
    'a restock counts twice',
    [
      created,
      restock([10, 20], { outcome: 'unknown' }),
      restock([30, 40], { answer: { stock: 13, revision: 2 } }),
      look([50, 60], { stock: 16, revision: 3 }),
    ],
  ],
  [
    'the stock was never so',
    'a restock that was not done counts',
    [created, restock([10, 20], { outcome: 'not done', key: undefined }), look([50, 60], { stock: 13, revision: 2 })],
  ],
  [
    'the stock was never so',
    'a cache that is older than a second',
    [created, place([10, 20]), look([2_000, 2_010], {}, { staleMs: 1_000 })],
  ],
  [
    'the stock was never so',
    'out of stock with other units',
    [
      created,
      place([10, 20], { outcome: 'refused', code: 'OUT_OF_STOCK', available: [{ productId: 'shirt', available: 1 }] }),
    ],
  ],
  [
    'the stock was never so',
    'units of an order that nobody has are gone at rest',
    [
      created,
      place([10, Infinity], { outcome: 'unknown' }),
      list([30, 40], []),
      look([50, 60], { stock: 8, revision: 2 }, { isAtRest: true }),
    ],
  ],
  [
    'the price was never so',
    'the price before a change',
    [
      created,
      change('set', [10, 20], { price: 6, answer: { price: 6, revision: 2 } }),
      look([30, 40], { price: 5, revision: 3 }),
    ],
  ],
  [
    'the price was never so',
    'an order for a price of before',
    [
      created,
      change('set', [10, 20], { price: 6, answer: { price: 6, revision: 2 } }),
      place([30, 40], { order: shown('Pending') }),
    ],
  ],
  [
    'a product goes back',
    'a read after a newer one',
    [created, place([2, 50]), look([10, 20], { stock: 8, revision: 2 }), look([30, 40], {})],
  ],
  [
    'a revision has two states',
    'two stocks',
    [created, place([2, 50]), look([10, 20], { stock: 8, revision: 2 }), look([30, 40], { revision: 2 })],
  ],
  [
    'a change is made twice',
    'two answers under one key',
    [
      created,
      restock([10, 20], { answer: { stock: 13, revision: 2 } }),
      restock([30, 40], { answer: { stock: 16, revision: 3 } }),
    ],
  ],
])('finds: %s (%s)', (rule, _, calls) => {
  expect(rulesOf(checkProducts(calls))).toContain(rule);
});

test('draws who called when, and what was answered', () => {
  const [violation] = checkProducts([created, place([10, 20]), look([30, 40], {})]);

  expect(draw(violation!)).toBe(
    [
      'the stock was never so: shirt',
      '  10 units were shown; possible were 8 to 8',
      '                  0.010 s                                  0.040 s',
      '  a client place  |---------------|                                 Pending: 2 shirt',
      '  a client look                                  |---------------|  10 units at 5',
    ].join('\n'),
  );
});
