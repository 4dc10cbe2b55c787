import type { OrderServiceHandlers } from '@orders/proto/order/v1/OrderService';
import type { OutboxKind } from '@orders/proto/order/v1/OutboxKind';
import type { createUnary } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import type { Order, OutboxEntry } from '../domain/order';
import type { OrderStory } from '../domain/order-story';
import type { ListOrderStories } from '../use-cases/list-order-stories';
import type { FindOrders } from '../use-cases/find-orders';
import { fromWireStatus, toMessage, toTimestamp } from './order-message';
import { parse } from '@orders/shared/parse';
import { requests } from './requests';

export interface AdministrationHandlerNeeds {
  unary: ReturnType<typeof createUnary>;
  log: Log;
  findOrders: (request: FindOrders) => Promise<{ orders: Order[]; nextPageToken: string }>;
  getOrderStory: (orderId: string) => Promise<OrderStory>;
  getOrderStories: (orderIds: string[]) => Promise<OrderStory[]>;
  listOrderStories: (request: ListOrderStories) => Promise<{ stories: OrderStory[]; nextPageToken: string }>;
  failOrder: (request: { orderId: string; reason: string }) => Promise<Order>;
}

export type AdministrationHandlers = Pick<
  OrderServiceHandlers,
  'FindOrders' | 'GetOrderStory' | 'GetOrderStories' | 'ListOrderStories' | 'FailOrder'
>;

/** The wire side of what operators ask for. */
export const createAdministrationHandlers = (needs: AdministrationHandlerNeeds): AdministrationHandlers => {
  const { unary, log } = needs;
  return {
    FindOrders: unary(async (request) => {
      const { userId, ...page } = parse(requests.find, request);
      const status = fromWireStatus(request.status);
      const filter = { ...(userId !== '' && { userId }), ...(status && { status }) };
      const { orders, nextPageToken } = await needs.findOrders({ ...page, ...filter });
      return { orders: orders.map(toMessage), nextPageToken };
    }),
    GetOrderStory: unary(async (request) => toStory(await needs.getOrderStory(parse(requests.one, request).orderId))),
    GetOrderStories: unary(async (request) => ({
      stories: (await needs.getOrderStories(parse(requests.storyIds, request).orderIds)).map(toStory),
    })),
    ListOrderStories: unary(async (request) => {
      const owes = fromWireKind(request.owes);
      const page = parse(requests.stories, request);
      const { stories, nextPageToken } = await needs.listOrderStories({ ...page, ...(owes && { owes }) });
      return { stories: stories.map(toStory), nextPageToken };
    }),
    FailOrder: unary(async (request) => {
      const { orderId, reason } = parse(requests.fail, request);
      const order = await needs.failOrder({ orderId, reason });
      log.warn({ orderId, reason: order.reason }, 'order given up');
      return { order: toMessage(order) };
    }),
  };
};

const outboxKinds: Record<OutboxEntry['kind'], OutboxKind> = {
  publish: 'OUTBOX_KIND_PUBLISH',
  release: 'OUTBOX_KIND_RELEASE',
};

const fromWireKind = (wire: OutboxKind): OutboxEntry['kind'] | undefined =>
  (['publish', 'release'] as const).find((kind) => outboxKinds[kind] === wire);

const toStory = ({ order, outbox, republishes, republishAt, epoch, isTakenOver }: OrderStory) => ({
  order: toMessage(order),
  outbox: outbox.map(({ id, kind, at }) => ({ entryId: id, kind: outboxKinds[kind], owedAt: toTimestamp(at) })),
  republishes,
  epoch,
  takenOver: isTakenOver,
  ...(republishAt && { republishAt: toTimestamp(republishAt) }),
});
