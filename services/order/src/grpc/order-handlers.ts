import { maxOrdersInMessage, mergedItems, wireMoney } from '@orders/proto/items';
import { fromWireStatus, toWireStatus, type OrderStatus } from '@orders/proto/order-status';
import type { Order as OrderMessage } from '@orders/proto/order/v1/Order';
import type { OrderServiceHandlers } from '@orders/proto/order/v1/OrderService';
import type { PlaceOrderRequestOutput } from '@orders/proto/order/v1/PlaceOrderRequest';
import type { OutboxKind } from '@orders/proto/order/v1/OutboxKind';
import { createUnary } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import { parse, text } from '@orders/shared/parse';
import { describeSpan } from '@orders/shared/span';
import { toTimestamp } from '@orders/shared/timestamp';
import { z } from 'zod';
import type { Order, OrderStory, OutboxEntry } from '../domain/order';
import { countPlacement } from '../metrics';
import type { ListOrders } from '../use-cases/list-orders';
import type { ListOrderStories } from '../use-cases/order-stories';
import type { PlacedAnswer, PlaceOrder } from '../use-cases/place-order';

interface OwnOrder {
  orderId: string;
  userId: string;
}

export interface OrderHandlerNeeds {
  placeOrder: (request: PlaceOrder) => Promise<PlacedAnswer>;
  getOrder: (request: OwnOrder) => Promise<Order>;
  getOrders: (orderIds: string[]) => Promise<Order[]>;
  listOrders: (request: ListOrders) => Promise<{ orders: Order[]; nextPageToken: string }>;
  cancelOrder: (request: OwnOrder) => Promise<Order>;
  settleOrders: (orderIds: string[]) => Promise<(OrderStatus | undefined)[]>;
  failOrder: (request: { orderId: string; reason: string }) => Promise<Order>;
  getOrderStory: (orderId: string) => Promise<OrderStory>;
  getOrderStories: (orderIds: string[]) => Promise<OrderStory[]>;
  listOrderStories: (request: ListOrderStories) => Promise<{ stories: OrderStory[]; nextPageToken: string }>;
  watchOrder: OrderServiceHandlers['WatchOrder'];
  exportOrders: OrderServiceHandlers['ExportOrders'];
}

const orderId = z.guid().toLowerCase();
const userId = z.string().regex(/^[0-9a-f]{24}$/i, 'must be 24 hexadecimal digits');
// Whoever asks for more than fit into a message gets the others with the next page.
const pageSize = (max: number) =>
  z
    .number()
    .int()
    .min(1)
    .max(max)
    .transform((size) => Math.min(size, maxOrdersInMessage));
const page = (maxSize: number) => ({ pageSize: pageSize(maxSize), pageToken: z.string().max(200) });
// Ids that no order can have are unknown, not malformed.
const orderIds = (max: number) => z.object({ orderIds: z.array(z.string().max(64)).max(max) });

/** What each request must look like; the gateway has checked it, but there are other callers. */
export const requests = {
  place: z.object({ orderId, userId, items: mergedItems, hasIdempotencyKey: z.boolean(), expectedTotal: wireMoney }),
  own: z.object({ orderId, userId }),
  list: z.object({ userId, ...page(100) }),
  find: z.object({
    userId: userId.toLowerCase().or(z.literal('')),
    orderIdPrefix: z
      .string()
      .toLowerCase()
      .regex(/^([0-9a-f-]{4,36})?$/, 'must be 4 to 36 characters of an order id'),
    ...page(500),
  }),
  stories: z.object(page(500)),
  // The previous release asks for more whole orders than are sure to fit into a message.
  whole: orderIds(1_000),
  one: z.object({ orderId }),
  fail: z.object({ orderId, reason: z.string().trim().pipe(text(1, 200)) }),
  ids: orderIds(1_000),
};

/** The calls of the order service: parse, call, answer. */
export function createOrderHandlers(needs: OrderHandlerNeeds, log: Log): OrderServiceHandlers {
  const unary = createUnary(log);
  const place = async (request: PlaceOrderRequestOutput) => {
    const body = parse(requests.place, request);
    describeSpan({ 'order.id': body.orderId });
    const { order, replayed } = await needs.placeOrder(body).catch(countRefusal);
    countPlacement(replayed ? 'replayed' : 'placed');
    log.info({ orderId: order.orderId, replayed }, 'order placed');
    return { order: toMessage(order), replayed };
  };
  return {
    PlaceOrder: unary(place),
    PlacePricedOrder: unary(place),
    GetOrder: unary(async (request) => ({ order: toMessage(await needs.getOrder(parse(requests.own, request))) })),
    ListOrders: unary(async (request) => {
      const status = fromWireStatus(request.status);
      return toPage(await needs.listOrders({ ...parse(requests.list, request), ...(status && { status }) }));
    }),
    CancelOrder: unary(async (request) => ({
      order: toMessage(await needs.cancelOrder(parse(requests.own, request))),
    })),
    WatchOrder: needs.watchOrder,
    ExportOrders: needs.exportOrders,
    SettleOrders: unary(async (request) => {
      const statuses = await needs.settleOrders(parse(requests.ids, request).orderIds);
      return { results: statuses.map((status) => ({ status: toWireStatus(status) })) };
    }),
    GetOrders: unary(async (request) => ({
      orders: (await needs.getOrders(parse(requests.whole, request).orderIds)).map(toMessage),
    })),
    ...createOperatorHandlers(needs, log),
  };
}

function countRefusal(error: unknown): never {
  countPlacement({ error });
  throw error;
}

function createOperatorHandlers(needs: OrderHandlerNeeds, log: Log) {
  const unary = createUnary(log);
  return {
    FindOrders: unary(async (request) => {
      const { userId: ofUser, orderIdPrefix, ...found } = parse(requests.find, request);
      const status = fromWireStatus(request.status);
      const filter = {
        ...(ofUser !== '' && { userId: ofUser }),
        ...(orderIdPrefix !== '' && { orderIdPrefix }),
        ...(status && { status }),
      };
      return toPage(await needs.listOrders({ ...found, ...filter }));
    }),
    GetOrderStory: unary(async (request) =>
      toStoryMessage(await needs.getOrderStory(parse(requests.one, request).orderId)),
    ),
    GetOrderStories: unary(async (request) => ({
      stories: (await needs.getOrderStories(parse(requests.whole, request).orderIds)).map(toStoryMessage),
    })),
    ListOrderStories: unary(async (request) => {
      const pending = fromWireKind(request.owes);
      const listed = { ...parse(requests.stories, request), ...(pending && { pending }) };
      const { stories, nextPageToken } = await needs.listOrderStories(listed);
      return { stories: stories.map(toStoryMessage), nextPageToken };
    }),
    FailOrder: unary(async (request) => {
      const order = await needs.failOrder(parse(requests.fail, request));
      log.warn({ orderId: order.orderId, reason: order.reason }, 'order failed by an operator');
      return { order: toMessage(order) };
    }),
  } satisfies Partial<OrderServiceHandlers>;
}

/** An order as messages carry it. */
export const toMessage = (order: Order): OrderMessage => ({
  orderId: order.orderId,
  userId: order.userId,
  items: order.items,
  totalAmount: order.totalAmount,
  ...(order.total && { total: order.total }),
  status: toWireStatus(order.status),
  createdAt: toTimestamp(order.createdAt),
  updatedAt: toTimestamp(order.updatedAt),
  revision: order.revision,
  ...(order.reason !== undefined && { reason: order.reason }),
});

const toPage = ({ orders, nextPageToken }: { orders: Order[]; nextPageToken: string }) => ({
  orders: orders.map(toMessage),
  nextPageToken,
});

const wireKinds: Record<OutboxEntry['kind'], OutboxKind> = {
  publish: 'OUTBOX_KIND_PUBLISH',
  release: 'OUTBOX_KIND_RELEASE',
};

const fromWireKind = (wire: OutboxKind): OutboxEntry['kind'] | undefined =>
  (['publish', 'release'] as const).find((kind) => wireKinds[kind] === wire);

const toStoryMessage = ({ order, outbox, republishes, republishAt, epoch, isImported }: OrderStory) => ({
  order: toMessage(order),
  outbox: outbox.map(({ id, kind, at }) => ({ entryId: id, kind: wireKinds[kind], owedAt: toTimestamp(at) })),
  republishes,
  epoch,
  takenOver: isImported,
  ...(republishAt && { republishAt: toTimestamp(republishAt) }),
});
