import type { OrderStatus } from '@orders/proto/order-status';
import type {
  ChangeProduct,
  EndOrder,
  ListOrders,
  Place,
  ReadOrder,
  ReadProduct,
  SeenOrder,
  SeenProduct,
  StreamOrder,
} from './call';

/** When a call was made; `[0, 10]` is from 0 to 10 ms. */
type Interval = [start: number, end: number];

const timed = ([start, end]: Interval) => ({ client: 'a client', start, end, outcome: 'done' as const });

/** An order of two shirts, as it was shown. */
export const shown = (status: OrderStatus, changes: Partial<SeenOrder> = {}): SeenOrder => ({
  orderId: 'order 1',
  status,
  items: [{ productId: 'shirt', quantity: 2, unitPrice: 5 }],
  createdAt: 1,
  ...changes,
});

export const place = (at: Interval, changes: Partial<Place> = {}): Place => ({
  kind: 'place',
  ...timed(at),
  userId: 'ada',
  key: 'key 1',
  items: [{ productId: 'shirt', quantity: 2 }],
  ...((changes.outcome ?? 'done') === 'done' && { order: shown('Pending') }),
  ...changes,
});

export const read = (at: Interval, status?: OrderStatus): ReadOrder => ({
  kind: 'read',
  ...timed(at),
  orderId: 'order 1',
  ...(status ? { order: shown(status) } : { outcome: 'refused', code: 'ORDER_NOT_FOUND' }),
});

export const cancel = (at: Interval, changes: Partial<EndOrder> = {}): EndOrder => ({
  kind: 'cancel',
  ...timed(at),
  orderId: 'order 1',
  ...((changes.outcome ?? 'done') === 'done' && { order: shown('Cancelled') }),
  ...changes,
});

export const list = (at: Interval, orders: SeenOrder[], changes: Partial<ListOrders> = {}): ListOrders => ({
  kind: 'list',
  ...timed(at),
  userId: 'ada',
  orders,
  isLastPage: true,
  ...changes,
});

export const stream = (start: number, events: [at: number, status: OrderStatus, revision: number][]): StreamOrder => ({
  kind: 'stream',
  ...timed([start, events.at(-1)?.[0] ?? start]),
  orderId: 'order 1',
  events: events.map(([at, status, revision]) => ({ at, revision, order: shown(status) })),
});

const product = (changes: Partial<SeenProduct>): SeenProduct => ({ stock: 10, price: 5, revision: 1, ...changes });

export const change = (
  kind: ChangeProduct['kind'],
  at: Interval,
  { answer, ...changes }: Partial<ChangeProduct> & { answer?: Partial<SeenProduct> },
): ChangeProduct => ({
  kind,
  ...timed(at),
  productId: 'shirt',
  ...(answer && { product: product(answer) }),
  ...changes,
});

/** The product with 10 units at 5. */
export const created = change('create', [0, 1], { stock: 10, price: 5, answer: {} });

export const look = (at: Interval, answer: Partial<SeenProduct>, changes: Partial<ReadProduct> = {}): ReadProduct => ({
  kind: 'look',
  ...timed(at),
  productId: 'shirt',
  staleMs: 0,
  isAtRest: false,
  product: product(answer),
  ...changes,
});

export const rulesOf = (violations: { rule: string }[]) => violations.map(({ rule }) => rule);
