import * as fc from 'fast-check';
import { decideRequests } from './decide-requests';
import { productAfter, type Changes, type Snapshot } from './draft';
import { isSound, newProduct, type Product } from './product';
import type { Reservation } from './reservation';
import type { Operation, StockRequest } from './stock-request';

const at = new Date('2026-01-01T00:00:00Z');
const productIds = ['a', 'b', 'c'];

const productId = fc.constantFrom(...productIds);
const orderId = fc.constantFrom('o1', 'o2', 'o3', 'o4');
const operationId = fc.constantFrom('p1', 'p2', 'p3', 'p4');
const stock = fc.integer({ min: 0, max: 6 });
const items = fc
  .uniqueArray(productId, { minLength: 1, maxLength: 3 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ productId: fc.constant(id), quantity: fc.integer({ min: 1, max: 4 }) }))),
  );

const request: fc.Arbitrary<StockRequest> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('reserve'),
      orderId,
      items,
      bodyHash: fc.constantFrom('x', 'y'),
      currency: fc.constant('EUR'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('commit'), orderId }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release'), orderId }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('expire'), orderId, epoch: fc.integer({ min: 0, max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('create product'),
      operationId,
      productId,
      name: fc.constant('new'),
      stock,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('update product'), operationId, productId, stock }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('restock product'),
      operationId,
      productId,
      quantity: fc.integer({ min: 1, max: 6 }),
    }),
  },
);

// One product is missing at first, so that unknown ones and new ones occur too.
const start: Snapshot = {
  products: new Map(
    ['a', 'b'].map((id) => [id, { ...newProduct({ productId: id, name: id, stock: 5, at }), price: 7 }]),
  ),
  reservations: new Map(),
  operations: new Map(),
};

const withChanges = (snapshot: Snapshot, changes: Changes): Snapshot => ({
  products: new Map<string, Product>([
    ...snapshot.products,
    ...changes.products.map((change) => [change.productId, productAfter(change)] as const),
  ]),
  reservations: new Map<string, Reservation>([
    ...snapshot.reservations,
    ...changes.reservations.map(({ after }) => [after.orderId, after] as const),
  ]),
  operations: new Map<string, Operation>([
    ...snapshot.operations,
    ...changes.operations.map((operation) => [operation.operationId, operation] as const),
  ]),
});

function decideInBatches(batches: StockRequest[][]) {
  let snapshot = start;
  const answers = batches.flatMap((batch) => {
    const decided = decideRequests(batch, snapshot, at);
    snapshot = withChanges(snapshot, decided.changes);
    return decided.answers;
  });
  return { answers, snapshot };
}

const taken = (snapshot: Snapshot, id: string, state: Reservation['state']) =>
  [...snapshot.reservations.values()]
    .filter((reservation) => reservation.state === state)
    .flatMap((reservation) => reservation.items)
    .filter((item) => item.productId === id)
    .reduce((sum, item) => sum + item.quantity, 0);

test('whatever is asked in whatever batches, every unit is accounted for and nothing is negative', () => {
  fc.assert(
    fc.property(fc.array(fc.array(request, { maxLength: 8 }), { maxLength: 8 }), (batches) => {
      const { snapshot } = decideInBatches(batches);

      for (const product of snapshot.products.values()) {
        expect(isSound(product)).toBe(true);
        expect(product.held).toBe(taken(snapshot, product.productId, 'held'));
        expect(product.committed).toBe(taken(snapshot, product.productId, 'committed'));
      }
    }),
    { numRuns: 500 },
  );
});

test('a batch is answered as its requests would be one by one, and leaves the same behind', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
      const together = decideInBatches([requests]);
      const oneByOne = decideInBatches(requests.map((each) => [each]));

      expect(together.answers).toEqual(oneByOne.answers);
      expect(withoutRevisions(together.snapshot)).toEqual(withoutRevisions(oneByOne.snapshot));
    }),
    { numRuns: 500 },
  );
});

test('an id that was released once never holds stock again', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 10 }), fc.array(request, { maxLength: 10 }), (before, after) => {
      const { snapshot } = decideInBatches([before, [{ kind: 'release', orderId: 'o1' }], after]);

      expect(snapshot.reservations.get('o1')?.state).toBe('released');
    }),
  );
});

const withoutRevisions = ({ products, reservations, operations }: Snapshot) => ({
  products: [...products.values()].map((product) => ({ ...product, revision: 0 })).sort(byId),
  reservations: new Map(reservations),
  operations: new Map(operations),
});

const byId = (left: { productId: string }, right: { productId: string }) => (left.productId < right.productId ? -1 : 1);
