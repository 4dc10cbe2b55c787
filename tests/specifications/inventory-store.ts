import { randomUUID } from 'node:crypto';
import type { Changes, ProductChange } from '@orders/inventory/domain/draft';
import { catalogued, movedUnits, newProduct, type Product, type StockMove } from '@orders/inventory/domain/product';
import { enterState, noReservation, type Reservation, type StoredState } from '@orders/inventory/domain/reservation';
import type { Operation } from '@orders/inventory/domain/stock-request';
import type { HeldPage, HeldReservation } from '@orders/inventory/use-cases/list-held-reservations';
import type { InventoryStore } from '@orders/inventory/use-cases/run-batch';
import { eventually } from '../support/eventually';

export interface SpecifiedStores {
  store: InventoryStore;
  listHeld: (page: HeldPage) => Promise<HeldReservation[]>;
  /** Lets the next write take effect without its result being known. */
  hideNextResult: () => Promise<unknown>;
}

const at = new Date('2026-01-01T00:00:00.000Z');
const nothing: Changes = { products: [], reservations: [], operations: [] };
const take: StockMove = { from: 'available', to: 'held' };

const aProduct = (stock: number): Product => ({
  ...newProduct({ productId: `product-${randomUUID()}`, name: 'A product', stock, at }),
  revision: 1,
});
const aReservation = (state: StoredState, productId = 'none', heldAt = at): Reservation => ({
  ...enterState(
    {
      ...noReservation(randomUUID()),
      items: [{ productId, name: 'A product', quantity: 2, unitPrice: 5 }],
      bodyHash: 'hash',
      currency: 'EUR',
    },
    'held',
    heldAt,
  ),
  state,
});
const anOperation = (product: Product): Operation => ({
  operationId: randomUUID(),
  answer: { outcome: 'done', product: catalogued(product) },
  purgeAt: at,
});
const insertion = (product: Product): ProductChange => ({
  productId: product.productId,
  before: undefined,
  replace: product,
});
const replacement = (before: Product, changed: Partial<Product>): ProductChange => ({
  productId: before.productId,
  before,
  replace: { ...before, ...changed, revision: before.revision + 1 },
});
const move = (before: Product, quantity: number, way = take): ProductChange => ({
  productId: before.productId,
  before,
  move: movedUnits(way, quantity),
});
const added = (after: Reservation) => ({ before: undefined, after });

/** How a store of inventory behaves: these tests run against MongoDB and against the simulator, so that the two stay alike. */
export function specifyInventoryStore(open: () => SpecifiedStores | Promise<SpecifiedStores>): void {
  let stores: SpecifiedStores;
  let store: InventoryStore;

  beforeAll(async () => {
    stores = await open();
    store = stores.store;
  });

  const write = (changes: Partial<Changes>) => store.write({ ...nothing, ...changes });
  const read = async ({ productId }: Product) =>
    (await store.read({ productIds: [productId], orderIds: [], operationIds: [] })).products.get(productId);
  const readReservation = async ({ orderId }: Reservation) =>
    (await store.read({ productIds: [], orderIds: [orderId], operationIds: [] })).reservations.get(orderId);
  const aStoredProduct = async (stock: number) => {
    const product = aProduct(stock);
    await write({ products: [insertion(product)] });
    return product;
  };
  const aStoredReservation = async (state: StoredState, productId?: string, heldAt?: Date) => {
    const reservation = aReservation(state, productId, heldAt);
    await write({ reservations: [added(reservation)] });
    return reservation;
  };

  describe('a read', () => {
    test('returns the named documents that exist', async () => {
      const product = await aStoredProduct(5);
      const reservation = await aStoredReservation('expired');
      const operation = anOperation(product);
      await write({ operations: [operation] });

      const snapshot = await store.read({
        productIds: [product.productId, 'unknown'],
        orderIds: [reservation.orderId, 'unknown'],
        operationIds: [operation.operationId, 'unknown'],
      });

      expect(snapshot).toEqual({
        products: new Map([[product.productId, product]]),
        reservations: new Map([[reservation.orderId, reservation]]),
        operations: new Map([[operation.operationId, operation]]),
      });
    });

    test.each<[StoredState, boolean]>([
      ['held', true],
      ['committed', true],
      ['released', false],
      ['expired', false],
    ])('of a %s reservation returns the products of its items: %p', async (state, isRead) => {
      const product = await aStoredProduct(5);
      const { orderId } = await aStoredReservation(state, product.productId);

      const { products } = await store.read({ productIds: [], orderIds: [orderId], operationIds: [] });

      expect(products.has(product.productId)).toBe(isRead);
    });

    test('takes cached products as they are', async () => {
      const product = await aStoredProduct(5);
      const cached = { ...product, available: 4, held: 1 };

      const { products } = await store.read(
        { productIds: [product.productId], orderIds: [], operationIds: [] },
        (productId) => (productId === product.productId ? cached : undefined),
      );

      expect(products.get(product.productId)).toEqual(cached);
    });
  });

  describe('a move', () => {
    test('stands when others have moved units since the product was read', async () => {
      const product = await aStoredProduct(5);
      await write({ products: [move(product, 2)] });

      expect(await write({ products: [move(product, 3)] })).toBe('written');
      expect(await read(product)).toEqual({ ...product, available: 0, held: 5, revision: 3 });
    });

    test('stands when the catalogue has changed since, and changes nothing but units', async () => {
      const product = await aStoredProduct(5);
      await write({ products: [replacement(product, { name: 'Renamed', available: 9, restocked: 4 })] });

      expect(await write({ products: [move(product, 3)] })).toBe('written');
      expect(await read(product)).toMatchObject({ name: 'Renamed', available: 6, held: 3, restocked: 4, revision: 3 });
    });

    test.each<[StockMove]>([[take], [{ from: 'held', to: 'committed' }], [{ from: 'committed', to: 'available' }]])(
      'conflicts when too few units are left: %j',
      async (way) => {
        const product = await aStoredProduct(0);
        const filled = { ...product, [way.from]: 2, adjusted: 2, revision: 2 };
        await write({ products: [replacement(product, { [way.from]: 2, adjusted: 2 })] });

        expect(await write({ products: [move(filled, 3, way)] })).toBe('conflict');
        expect(await read(product)).toEqual(filled);
        expect(await write({ products: [move(filled, 2, way)] })).toBe('written');
      },
    );

    test.each<Partial<Product>>([{ name: 'Renamed' }, { price: 6 }, { archived: true }])(
      'that a price was decided with conflicts when the product has changed since: %j',
      async (change) => {
        const product = { ...(await aStoredProduct(5)) };
        const priced = { ...product, price: 5, archived: false, revision: 2 };
        await write({ products: [replacement(product, { price: 5, archived: false })] });
        await write({ products: [replacement(priced, change)] });

        expect(await write({ products: [{ ...move(priced, 1), isPriced: true }] })).toBe('conflict');
        expect(await write({ products: [move(priced, 1)] })).toBe('written');
      },
    );

    test('that a price was decided with stands when only units were moved since', async () => {
      const product = await aStoredProduct(5);
      const priced = { ...product, price: 5, revision: 2 };
      const cheap = { ...(await aStoredProduct(5)), price: 0 };
      await write({ products: [replacement(product, { price: 5 })] });
      await write({ products: [move(priced, 1)] });

      expect(await write({ products: [{ ...move(priced, 1), isPriced: true }] })).toBe('written');
      expect(await write({ products: [{ ...move(cheap, 1), isPriced: true }] })).toBe('written');
    });

    test('conflicts when the product does not exist', async () => {
      const product = aProduct(5);

      expect(await write({ products: [move(product, 1)] })).toBe('conflict');
      expect(await read(product)).toBeUndefined();
    });
  });

  describe('a replacement', () => {
    test('stands when the product is as it was read', async () => {
      const product = await aStoredProduct(5);

      expect(await write({ products: [replacement(product, { available: 7, restocked: 2 })] })).toBe('written');
      expect(await read(product)).toEqual({ ...product, available: 7, restocked: 2, revision: 2 });
    });

    test('conflicts when the product has changed since it was read', async () => {
      const product = await aStoredProduct(5);
      await write({ products: [move(product, 1)] });

      expect(await write({ products: [replacement(product, { available: 9, adjusted: 4 })] })).toBe('conflict');
      expect(await read(product)).toMatchObject({ available: 4, held: 1, adjusted: 0 });
    });
  });

  describe('an insert', () => {
    test('of a product conflicts when its id is taken', async () => {
      const product = await aStoredProduct(5);

      expect(await write({ products: [insertion({ ...product, available: 9 })] })).toBe('conflict');
      expect(await read(product)).toEqual(product);
    });

    test('of a reservation conflicts when its order id is taken', async () => {
      const reservation = await aStoredReservation('released');

      expect(await write({ reservations: [added({ ...reservation, state: 'held' })] })).toBe('conflict');
      expect(await readReservation(reservation)).toEqual(reservation);
    });

    test('of an operation conflicts when its id is taken', async () => {
      const product = await aStoredProduct(5);
      const operation = anOperation(product);
      await write({ operations: [operation] });

      expect(
        await write({ products: [replacement(product, { available: 6, restocked: 1 })], operations: [operation] }),
      ).toBe('conflict');
      expect(await read(product)).toEqual(product);
    });
  });

  describe('a change of a reservation', () => {
    test('stands when state and epoch are as they were read', async () => {
      const before = await aStoredReservation('held');
      const after = enterState(before, 'committed', at);

      expect(await write({ reservations: [{ before, after }] })).toBe('written');
      expect(await readReservation(before)).toEqual(after);
    });

    test('conflicts when the state has changed since it was read', async () => {
      const before = await aStoredReservation('held');
      const released = enterState(before, 'released', at);
      await write({ reservations: [{ before, after: released }] });

      expect(await write({ reservations: [{ before, after: enterState(before, 'committed', at) }] })).toBe('conflict');
      expect(await readReservation(before)).toEqual(released);
    });

    test('conflicts when it is held in another epoch since it was read', async () => {
      const before = await aStoredReservation('held');
      const expired = enterState(before, 'expired', at);
      const heldAgain = enterState(expired, 'held', at);
      await write({ reservations: [{ before, after: expired }] });
      await write({ reservations: [{ before: expired, after: heldAgain }] });

      expect(await write({ reservations: [{ before, after: expired }] })).toBe('conflict');
      expect(await readReservation(before)).toEqual(heldAgain);
    });
  });

  test('a batch with one conflict writes nothing', async () => {
    const [moved, replaced] = [await aStoredProduct(5), await aStoredProduct(5)];
    const [closed, fresh] = [await aStoredReservation('released'), aReservation('held', moved.productId)];

    const result = await write({
      products: [move(moved, 1), replacement(replaced, { name: 'Renamed' })],
      reservations: [added(fresh), added({ ...closed, state: 'held' })],
      operations: [anOperation(replaced)],
    });

    expect(result).toBe('conflict');
    expect([await read(moved), await read(replaced)]).toEqual([moved, replaced]);
    expect(await readReservation(fresh)).toBeUndefined();
  });

  test('a write whose result is unknown is a conflict, and is not made twice', async () => {
    const product = await aStoredProduct(5);
    const reservation = aReservation('held', product.productId);
    const changes = { products: [move(product, 2)], reservations: [added(reservation)] };
    await stores.hideNextResult();

    expect(await write(changes)).toBe('conflict');
    expect(await write(changes)).toBe('conflict');
    // Without the acknowledgement of a majority a read may still see what was there before.
    await eventually(async () => expect(await readReservation(reservation)).toEqual(reservation));
    expect(await read(product)).toMatchObject({ available: 3, held: 2, revision: 2 });
  });

  test('held reservations are listed oldest first, page by page', async () => {
    // Older than those of the other tests.
    const time = (seconds: number) => new Date(Date.UTC(2020, 0, 1) + seconds * 1_000);
    const held = await Promise.all([3, 1, 2, 2, 1].map((seconds) => aStoredReservation('held', 'none', time(seconds))));
    await aStoredReservation('committed', 'none', time(1));
    await aStoredReservation('held', 'none', time(9));
    const expected = held
      .map(({ orderId, epoch }, index) => ({ orderId, epoch, heldAt: held[index]!.heldAt! }))
      .sort((left, right) => left.heldAt.getTime() - right.heldAt.getTime() || (left.orderId < right.orderId ? -1 : 1));

    const first = await stores.listHeld({ heldBefore: time(9), limit: 3 });
    const second = await stores.listHeld({ heldBefore: time(9), after: first.at(-1)!, limit: 3 });

    expect([...first, ...second]).toEqual(expected);
  });
}
