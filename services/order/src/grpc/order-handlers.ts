import type { OrderServiceHandlers } from '@orders/proto/order/v1/OrderService';
import type { createUnary } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import { mergeItems, type Order } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';
import type { PlacedAnswer, PlaceOrder } from '../use-cases/place-order';
import type { ListOrders } from '../use-cases/list-orders';
import type { AdministrationHandlers } from './administration-handlers';
import { fromWireStatus, toMessage, toWireStatus } from './order-message';
import { parse } from '@orders/shared/parse';
import { describeSpan } from '@orders/shared/span';
import { countPlacement } from '../metrics';
import { requests } from './requests';

interface OwnOrder {
  orderId: string;
  userId: string;
}

export interface OrderHandlerNeeds {
  unary: ReturnType<typeof createUnary>;
  log: Log;
  placeOrder: (request: PlaceOrder) => Promise<PlacedAnswer>;
  getOrder: (request: OwnOrder) => Promise<Order>;
  listOrders: (request: ListOrders) => Promise<{ orders: Order[]; nextPageToken: string }>;
  cancelOrder: (request: OwnOrder) => Promise<Order>;
  settleOrders: (orderIds: string[]) => Promise<(OrderStatus | undefined)[]>;
  findOrders: (orderIds: string[]) => Promise<Order[]>;
  watchOrder: OrderServiceHandlers['WatchOrder'];
  administration: AdministrationHandlers;
}

/** The wire side of the use cases: parse, call, answer. */
export const createOrderHandlers = (needs: OrderHandlerNeeds): OrderServiceHandlers => {
  const { unary } = needs;
  return {
    PlaceOrder: unary(async (request) => {
      const body = parse(requests.place, request);
      describeSpan({ 'order.id': body.orderId });
      const { order, replayed } = await needs
        .placeOrder({ ...body, items: mergeItems(body.items) })
        .catch(countRefusal);
      countPlacement(replayed ? 'replayed' : 'placed');
      needs.log.info({ orderId: order.orderId, replayed }, 'order placed');
      return { order: toMessage(order), replayed };
    }),
    GetOrder: unary(async (request) => ({ order: toMessage(await needs.getOrder(parse(requests.own, request))) })),
    ListOrders: unary(async (request) => {
      const status = fromWireStatus(request.status);
      const page = await needs.listOrders({ ...parse(requests.list, request), ...(status && { status }) });
      return { orders: page.orders.map(toMessage), nextPageToken: page.nextPageToken };
    }),
    CancelOrder: unary(async (request) => ({
      order: toMessage(await needs.cancelOrder(parse(requests.own, request))),
    })),
    SettleOrders: unary(async (request) => {
      const statuses = await needs.settleOrders(parse(requests.ids, request).orderIds);
      return { results: statuses.map((status) => ({ status: toWireStatus(status) })) };
    }),
    GetOrders: unary(async (request) => ({
      orders: (await needs.findOrders(parse(requests.ids, request).orderIds)).map(toMessage),
    })),
    WatchOrder: needs.watchOrder,
    ...needs.administration,
  };
};

function countRefusal(error: unknown): never {
  countPlacement({ error });
  throw error;
}
