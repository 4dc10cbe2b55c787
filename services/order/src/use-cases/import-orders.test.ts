import type { SourceOrder } from '../domain/imported-order';
import { createImportOrders, type ImportedOrder } from './import-orders';

const at = new Date('2026-11-01T00:00:00Z');
const idOf = (digit: number) => `4f3f0f6e-6f0c-4d5e-9b8e-${String(digit).repeat(12)}`;
const held = { outcome: 'held', epoch: 1 };
const source = (digit: number, given: Partial<SourceOrder> = {}): SourceOrder => ({
  orderId: idOf(digit),
  userId: 'a1b2c3d4e5f6a1b2c3d4e5f6',
  items: [{ productId: 'a', quantity: 1 }],
  totalAmount: 1,
  status: 'Pending',
  createdAt: new Date(0),
  ...given,
});

async function* inBatches<T>(...batches: T[][]) {
  yield* await Promise.resolve(batches);
}

function importInto(answerOf: (orderId: string) => 'inserted' | 'exists' | 'expired' = () => 'inserted') {
  const inserts: ImportedOrder[] = [];
  const importOrders = createImportOrders({
    insertMissing: (orders) => {
      inserts.push(...orders);
      return Promise.resolve(orders.map(({ order }) => answerOf(order.orderId)));
    },
    newOutboxEntry: (kind) => ({ id: 'entry', kind, at }),
    hash: (text) => text,
    now: () => at,
  });
  return { inserts, importOrders };
}

test('an open order is imported with its message, a final one without, marked as such', async () => {
  const { inserts, importOrders } = importInto();
  const batches = inBatches([source(1), source(2)], [source(3, { status: 'Processed' })]);

  const report = await importOrders(
    batches,
    new Map([
      [idOf(1), held],
      [idOf(2), { outcome: 'out of stock: a', epoch: 0 }],
    ]),
  );

  const publish = { id: 'entry', kind: 'publish', at };
  expect(inserts.map(({ order, ...rest }) => [order.status, rest])).toEqual([
    ['Pending', { publish }],
    ['Failed', { publish }],
    ['Processed', { isFinal: true }],
  ]);
  expect(report).toEqual({ imported: 3, present: 0, refused: [], pending: 1, failed: 1, undecided: [] });
});

test('an order that is present is counted as such, whatever its status is', async () => {
  const { importOrders } = importInto(() => 'exists');

  const report = await importOrders(
    inBatches([source(1), source(2, { status: 'Failed' })]),
    new Map([[idOf(1), { outcome: 'closed', epoch: 0 }]]),
  );

  expect(report).toMatchObject({ imported: 0, present: 2, pending: 0, failed: 0 });
});

test('an order whose reservation is missing, or expired before it was stored, is reported as undecided', async () => {
  const { inserts, importOrders } = importInto(() => 'expired');

  const report = await importOrders(inBatches([source(1), source(2)]), new Map([[idOf(2), held]]));

  expect(report).toMatchObject({ imported: 0, present: 0, undecided: [idOf(1), idOf(2)] });
  expect(inserts.map(({ order }) => order.orderId)).toEqual([idOf(2)]);
});

test('an order that cannot be imported, and a second one under an id, are reported with their reasons', async () => {
  const { inserts, importOrders } = importInto();
  const final = { status: 'Failed' };
  const batches = inBatches(
    [source(1, { ...final, items: [] }), source(1, final), source(2, { ...final, orderId: 'x' })],
    [source(1, final)],
  );

  const report = await importOrders(batches, new Map());

  expect(report.refused).toEqual([
    { id: idOf(1), reason: 'it has no items' },
    { id: 'x', reason: 'its id is not a UUID' },
    { id: idOf(1), reason: expect.stringContaining('twice') },
  ]);
  expect(inserts).toHaveLength(1);
});

test('an order without an id is listed by that of its document', async () => {
  const { importOrders } = importInto();

  const report = await importOrders(inBatches([source(1, { orderId: undefined, documentId: 'document' })]), new Map());

  expect(report.refused).toEqual([{ id: 'document', reason: 'its id is not a UUID' }]);
});
