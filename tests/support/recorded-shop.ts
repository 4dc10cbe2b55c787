import type {
  Call,
  ChangeProduct,
  EndOrder,
  ListOrders,
  Outcome,
  Place,
  ReadOrder,
  ReadProduct,
  SeenOrder,
  SeenProduct,
  StreamOrder,
} from '../histories/call';
import type { History } from '../histories/check-history';
import { openEvents, type StreamEvent } from './event-stream';
import { answersWithinMs, type HttpResponse, type RequestOptions } from './request';
import type { Item, Order, Shop, User } from './shop';

/** How a call is made. */
export interface Via {
  gateway?: number;
  key?: string | undefined;
  /** Whether nothing is in progress any more. */
  isAtRest?: boolean;
}

// The catalogue cache of a gateway keeps an answer for a second.
const cachedMs = 1_000;
// A client waits a little longer than the contract's time.
const timeoutMs = answersWithinMs + 1_000;
const streamMs = 20_000;

/** The calls of buyers and admins over REST, each recorded in a history; undefined where there was no answer. */
export function recordCalls(shop: Pick<Shop, 'rest' | 'place' | 'admin' | 'urls'>, history: History) {
  /** Sends a request, and records what `show` sees in its answer. */
  const send = async <Begun extends Call>(
    asked: Omit<Begun, 'start' | 'end' | 'outcome'> & { key?: string | undefined },
    ask: () => Promise<HttpResponse>,
    show: (body: Body) => object,
  ): Promise<HttpResponse | undefined> => {
    const finish = history.begin<Begun>(asked);
    const answer = await ask().catch(() => undefined);
    if (!answer) return undefined;
    const outcome = outcomeOf(answer, asked.key !== undefined);
    const shown = outcome === 'done' ? show(answer.body as Body) : { code: answer.body?.code as string };
    finish({ ...shown, ...shortagesIn(answer), outcome } as Partial<Begun> & { outcome: Outcome });
    return answer;
  };
  const orderIn = ({ order }: Body) => ({ order: seenOrder(order) });
  const productIn = ({ product }: Body) => ({ product: seenProduct(product) });
  const as = ({ token }: User, { gateway = 0 }: Via = {}): RequestOptions & { gateway: number } => ({
    token,
    gateway,
    timeoutMs,
  });

  const changeProduct = async (
    asked: Pick<ChangeProduct, 'kind' | 'productId' | 'quantity' | 'stock' | 'price'>,
    { path, method, body }: { path: string; method: string; body: object },
    via: Via = {},
  ) => {
    const admin = await shop.admin();
    const { key } = via;
    const headers = key === undefined ? {} : { 'Idempotency-Key': key };
    const ask = () => shop.rest(path, { ...as(admin, via), method, body, headers });
    return send<ChangeProduct>({ ...asked, client: 'admin', key }, ask, productIn);
  };

  return {
    place: (user: User, items: Item[], { key, gateway = 0 }: Via = {}) =>
      send<Place>(
        { kind: 'place', client: user.name, userId: user.userId, key, items },
        () => shop.place(user, items, { ...(key !== undefined && { key }), gateway, timeoutMs }),
        orderIn,
      ),
    cancel: (user: User, orderId: string, via?: Via) =>
      send<EndOrder>(
        { kind: 'cancel', client: user.name, orderId },
        () => shop.rest(`/api/order/${orderId}/cancel`, { ...as(user, via), method: 'POST' }),
        orderIn,
      ),
    read: (user: User, orderId: string, via?: Via) =>
      send<ReadOrder>(
        { kind: 'read', client: user.name, orderId },
        () => shop.rest(`/api/order/${orderId}`, as(user, via)),
        orderIn,
      ),
    list: (user: User, via?: Via) => listPage(user, via),
    /** All pages; throws where one of them is not answered. */
    listAll: async (user: User): Promise<void> => {
      let after: { order: SeenOrder; cursor: string } | undefined;
      do {
        const answer = await listPage(user, {}, after);
        if (answer?.status !== 200) throw new Error(`a list was not answered: ${answer?.text ?? ''}`);
        const { orders, nextCursor } = answer.body as Body;
        after = nextCursor === null ? undefined : { order: seenOrder(orders.at(-1)!), cursor: nextCursor };
      } while (after);
    },
    follow: (user: User, orderId: string, { gateway = 0 }: Via = {}) =>
      follow(history, { user, orderId, url: shop.urls[gateway]! }),

    createProduct: (productId: string, { stock, price }: { stock: number; price?: number }) =>
      changeProduct(
        { kind: 'create', productId, stock, price },
        { path: '/api/products', method: 'POST', body: { productId, name: 'Test product', stock, price } },
      ),
    restock: (productId: string, quantity: number, via?: Via) =>
      changeProduct(
        { kind: 'restock', productId, quantity },
        { path: `/api/products/${productId}/restock`, method: 'POST', body: { quantity } },
        via,
      ),
    setProduct: (productId: string, set: { stock?: number; price?: number }, via?: Via) =>
      changeProduct(
        { kind: 'set', productId, ...set },
        { path: `/api/products/${productId}`, method: 'PATCH', body: set },
        via,
      ),
    look: async (productId: string, via: Via & { as?: User } = {}) => {
      const user = via.as ?? (await shop.admin());
      const asked = { client: user.name, productId, staleMs: via.as ? cachedMs : 0, isAtRest: via.isAtRest === true };
      const ask = () => shop.rest(`/api/products/${productId}`, as(user, via));
      return send<ReadProduct>({ kind: 'look', ...asked }, ask, productIn);
    },
  };

  function listPage(user: User, via?: Via, after?: { order: SeenOrder; cursor: string }) {
    const path = `/api/orders?limit=100${after ? `&cursor=${after.cursor}` : ''}`;
    return send<ListOrders>(
      { kind: 'list', client: user.name, userId: user.userId, orders: [], isLastPage: false, after: after?.order },
      () => shop.rest(path, as(user, via)),
      ({ orders, nextCursor }) => ({ orders: orders.map(seenOrder), isLastPage: nextCursor === null }),
    );
  }
}

export type RecordedCalls = ReturnType<typeof recordCalls>;

interface Body {
  order: Order;
  orders: Order[];
  nextCursor: string | null;
  /** Versions before prices and revisions show neither. */
  product: { stock: number; price?: { amount: number }; revision?: number };
}

/** What the answer promises about what was done. */
function outcomeOf({ status, headers, body }: HttpResponse, hasKey: boolean): Outcome {
  if (status < 400) return 'done';
  if (status < 500) return 'refused';
  const isNotDone =
    (body as { code?: string } | undefined)?.code === 'UNAVAILABLE' && 'retry-after' in headers && !hasKey;
  return isNotDone ? 'not done' : 'unknown';
}

const shortagesIn = ({ body }: HttpResponse) =>
  body?.code === 'OUT_OF_STOCK' ? { available: body.details as Place['available'] } : {};

const seenOrder = ({ orderId, status, items, createdAt }: Order): SeenOrder => ({
  orderId,
  status: status as SeenOrder['status'],
  items: items.map((item) => ({ unitPrice: 0, ...item })),
  createdAt: Date.parse(createdAt),
});

const seenProduct = ({ stock, price, revision }: Body['product']): SeenProduct => ({
  stock,
  price: price?.amount ?? 0,
  // A version before revisions counts none.
  ...(revision && { revision }),
});

/** Follows an order until its stream ends or breaks off. */
async function follow(
  history: History,
  { user, orderId, url }: { user: User; orderId: string; url: string },
): Promise<void> {
  const events: StreamOrder['events'] = [];
  const finish = history.begin<StreamOrder>({ kind: 'stream', client: user.name, orderId, events });
  const onEvent = ({ id, order }: StreamEvent) => {
    // Versions before ids cannot be checked for repeats.
    if (id !== undefined) events.push({ at: history.now(), revision: Number(id), order: seenOrder(order) });
  };
  try {
    const stream = await openEvents(url, {
      orderId,
      token: user.token,
      onEvent,
      signal: AbortSignal.timeout(streamMs),
    });
    await stream.ended;
    finish({ outcome: 'done' });
  } catch {
    finish({ outcome: 'unknown' });
  }
}
