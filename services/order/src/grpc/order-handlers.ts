import type { OrderServiceHandlers } from '@orders/proto/order/v1/OrderService';
import { createUnary } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import { parse } from '@orders/shared/parse';
import { describeSpan } from '@orders/shared/span';
import { mergeItems, type Order } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';
import type { OrderStory } from '../domain/order-story';
import { countPlacement } from '../metrics';
import type { ListOrders } from '../use-cases/list-orders';
import type { ListOrderStories } from '../use-cases/order-stories';
import type { PlacedAnswer, PlaceOrder } from '../use-cases/place-order';
import { fromWireKind, fromWireStatus, toMessage, toStoryMessage, toWireStatus } from './order-message';
import { requests } from './requests';

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
}

/** The calls of the order service: parse, call, answer. */
export const createOrderHandlers = (needs: OrderHandlerNeeds, log: Log): OrderServiceHandlers => ({
  ...createUserHandlers(needs, log),
  ...createProcessorHandlers(needs, log),
  ...createOperatorHandlers(needs, log),
});

/** What the gateway calls for users. */
function createUserHandlers(needs: OrderHandlerNeeds, log: Log) {
  const unary = createUnary(log);
  return {
    PlaceOrder: unary(async (request) => {
      const body = parse(requests.place, request);
      describeSpan({ 'order.id': body.orderId });
      const { order, replayed } = await needs
        .placeOrder({ ...body, items: mergeItems(body.items) })
        .catch(countRefusal);
      countPlacement(replayed ? 'replayed' : 'placed');
      log.info({ orderId: order.orderId, replayed }, 'order placed');
      return { order: toMessage(order), replayed };
    }),
    GetOrder: unary(async (request) => ({ order: toMessage(await needs.getOrder(parse(requests.own, request))) })),
    ListOrders: unary(async (request) => {
      const status = fromWireStatus(request.status);
      return toPage(await needs.listOrders({ ...parse(requests.list, request), ...(status && { status }) }));
    }),
    CancelOrder: unary(async (request) => ({
      order: toMessage(await needs.cancelOrder(parse(requests.own, request))),
    })),
    WatchOrder: needs.watchOrder,
  } satisfies Partial<OrderServiceHandlers>;
}

function countRefusal(error: unknown): never {
  countPlacement({ error });
  throw error;
}

function createProcessorHandlers({ settleOrders, getOrders }: OrderHandlerNeeds, log: Log) {
  const unary = createUnary(log);
  return {
    SettleOrders: unary(async (request) => {
      const statuses = await settleOrders(parse(requests.ids, request).orderIds);
      return { results: statuses.map((status) => ({ status: toWireStatus(status) })) };
    }),
    GetOrders: unary(async (request) => ({
      orders: (await getOrders(parse(requests.ids, request).orderIds)).map(toMessage),
    })),
  } satisfies Partial<OrderServiceHandlers>;
}

function createOperatorHandlers(needs: OrderHandlerNeeds, log: Log) {
  const unary = createUnary(log);
  return {
    FindOrders: unary(async (request) => {
      const { userId, ...page } = parse(requests.find, request);
      const status = fromWireStatus(request.status);
      return toPage(await needs.listOrders({ ...page, ...(userId !== '' && { userId }), ...(status && { status }) }));
    }),
    GetOrderStory: unary(async (request) =>
      toStoryMessage(await needs.getOrderStory(parse(requests.one, request).orderId)),
    ),
    GetOrderStories: unary(async (request) => ({
      stories: (await needs.getOrderStories(parse(requests.storyIds, request).orderIds)).map(toStoryMessage),
    })),
    ListOrderStories: unary(async (request) => {
      const pending = fromWireKind(request.owes);
      const page = parse(requests.stories, request);
      const { stories, nextPageToken } = await needs.listOrderStories({ ...page, ...(pending && { pending }) });
      return { stories: stories.map(toStoryMessage), nextPageToken };
    }),
    FailOrder: unary(async (request) => {
      const order = await needs.failOrder(parse(requests.fail, request));
      log.warn({ orderId: order.orderId, reason: order.reason }, 'order failed by an operator');
      return { order: toMessage(order) };
    }),
  } satisfies Partial<OrderServiceHandlers>;
}

const toPage = ({ orders, nextPageToken }: { orders: Order[]; nextPageToken: string }) => ({
  orders: orders.map(toMessage),
  nextPageToken,
});
