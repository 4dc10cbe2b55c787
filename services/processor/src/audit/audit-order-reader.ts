import type { OrderService } from '@orders/proto';
import type { GetOrderStoryResponseOutput } from '@orders/proto/order/v1/GetOrderStoryResponse';
import type { OrderStatusOutput } from '@orders/proto/order/v1/OrderStatus';
import type { OutboxKind } from '@orders/proto/order/v1/OutboxKind';
import { unavailable } from '@orders/shared/errors';
import type { createGrpcClient } from '@orders/shared/grpc-client';
import { auditCallMs } from '@orders/shared/time-limits';
import { fromTimestamp } from '@orders/shared/timestamp';
import type { AuditedOrder } from './audit-facts';

type Orders = Pick<ReturnType<typeof createGrpcClient<typeof OrderService.service>>, 'unary'>;

const pageSize = 500;

/** Reads orders of all users for an audit, page by page. */
export function createAuditOrderReader(orders: Orders) {
  const findOrders = orders.unary('FindOrders');
  const listStories = orders.unary('ListOrderStories');
  const getStories = orders.unary('GetOrderStories');

  async function* newest(status: OrderStatusOutput): AsyncGenerator<{ orderId: string; createdAt: Date }[]> {
    let pageToken = '';
    do {
      const page = await findOrders({ pageSize, pageToken, status, userId: '' }, auditCallMs);
      yield page.orders.map(({ orderId, createdAt }) => ({
        orderId,
        createdAt: fromTimestamp(createdAt) ?? new Date(0),
      }));
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
  }

  async function* stories(owes: OutboxKind): AsyncGenerator<AuditedOrder[]> {
    let pageToken = '';
    do {
      const page = await listStories({ pageSize, pageToken, owes }, auditCallMs);
      yield page.stories.map(toOrder);
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
  }

  return {
    /** Orders that are Pending, or owe their stock back. */
    openIds: async (): Promise<string[]> => {
      const ids: string[] = [];
      for await (const page of newest('ORDER_STATUS_PENDING')) ids.push(...page.map(({ orderId }) => orderId));
      for await (const page of stories('OUTBOX_KIND_RELEASE')) ids.push(...page.map(({ orderId }) => orderId));
      return ids;
    },
    /** Orders that were placed since a time. */
    idsSince: async (since: Date): Promise<string[]> => {
      const ids: string[] = [];
      for await (const page of newest('ORDER_STATUS_UNSPECIFIED')) {
        const young = page.filter(({ createdAt }) => createdAt >= since);
        ids.push(...young.map(({ orderId }) => orderId));
        if (young.length < page.length) break;
      }
      return ids;
    },
    /** All orders, by id. */
    all: () => stories('OUTBOX_KIND_UNSPECIFIED'),
    find: async (orderIds: string[]): Promise<AuditedOrder[]> =>
      (await getStories({ orderIds }, auditCallMs)).stories.map(toOrder),
  };
}

export type AuditOrderReader = ReturnType<typeof createAuditOrderReader>;

const statusOf: Record<OrderStatusOutput, AuditedOrder['status'] | undefined> = {
  ORDER_STATUS_UNSPECIFIED: undefined,
  ORDER_STATUS_PENDING: 'Pending',
  ORDER_STATUS_PROCESSED: 'Processed',
  ORDER_STATUS_FAILED: 'Failed',
  ORDER_STATUS_CANCELLED: 'Cancelled',
};

function toOrder({ order, outbox, epoch, takenOver, ...story }: GetOrderStoryResponseOutput): AuditedOrder {
  const status = statusOf[order?.status ?? 'ORDER_STATUS_UNSPECIFIED'];
  if (!order || !status) throw unavailable('the order service did not say where an order stands');
  const republishAt = fromTimestamp(story.republishAt);
  return {
    orderId: order.orderId,
    status,
    items: order.items,
    epoch,
    createdAt: fromTimestamp(order.createdAt) ?? new Date(0),
    updatedAt: fromTimestamp(order.updatedAt) ?? new Date(0),
    outbox: outbox.map((entry) => ({
      kind: entry.kind === 'OUTBOX_KIND_RELEASE' ? 'release' : 'publish',
      at: fromTimestamp(entry.owedAt) ?? new Date(0),
    })),
    isTakenOver: takenOver,
    ...(republishAt && { republishAt }),
  };
}
