import { OrderService } from '@orders/proto';
import { fromWireMoney, groupsOf } from '@orders/proto/items';
import { toOrderJson, type OrderJson } from '@orders/proto/order-json';
import { fromWireStatus, toWireStatus, type OrderStatus } from '@orders/proto/order-status';
import type { GetOrderStoryResponseOutput } from '@orders/proto/order/v1/GetOrderStoryResponse';
import type { OrderOutput } from '@orders/proto/order/v1/Order';
import type { OutboxKind } from '@orders/proto/order/v1/OutboxKind';
import { DomainError, unavailable } from '@orders/shared/errors';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { auditCallMs, pingMs, serviceCallMs } from '@orders/shared/time-limits';
import { fromTimestamp } from '@orders/shared/timestamp';
import type { AuditedOrder } from '../audit/audit-facts';
import type { Order } from '../mail/order-mail';

type Client = ReturnType<typeof createGrpcClient<typeof OrderService.service>>;

const auditPageSize = 500;

/** Settles, fails and reads orders in the order service. */
export function createOrderClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(OrderService, addresses, { tls });
  const [settle, find, fail] = [client.unary('SettleOrders'), client.unary('GetOrders'), client.unary('FailOrder')];
  const findAll = async (orderIds: string[]): Promise<OrderOutput[]> => {
    const found = await Promise.all(groupsOf(orderIds).map((group) => find({ orderIds: group }, serviceCallMs)));
    return found.flatMap(({ orders }) => orders);
  };
  return {
    /** One status for each id, in the same order; undefined where there is no such order. */
    settle: async (orderIds: string[]): Promise<(OrderStatus | undefined)[]> => {
      const { results } = await settle({ orderIds }, serviceCallMs);
      if (results.length !== orderIds.length) throw unavailable('the order service sent too few results');
      return results.map(({ status }) => fromWireStatus(status));
    },
    find: async (orderIds: string[]): Promise<Order[]> => (await findAll(orderIds)).flatMap(toOrder),
    /** As the REST API shows them; orders without prices cost nothing in the currency. */
    findJson: async (orderIds: string[], currency: string): Promise<OrderJson[]> =>
      (await findAll(orderIds)).flatMap((order) => toOrderJson(order, currency) ?? []),
    /** Fails a pending order; the status it has then, undefined where there is no such order. */
    fail: async (orderId: string, reason: string): Promise<OrderStatus | undefined> => {
      try {
        const { order } = await fail({ orderId, reason }, serviceCallMs);
        return order ? fromWireStatus(order.status) : undefined;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'ORDER_NOT_FOUND') return undefined;
        if (error.code === 'ILLEGAL_TRANSITION') return (error.details as { status: OrderStatus }).status;
        throw error;
      }
    },
    audit: createAuditOrderReader(client),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

function toOrder({ orderId, userId, items, totalAmount, reason, ...order }: OrderOutput): Order[] {
  const status = fromWireStatus(order.status);
  const total = fromWireMoney(order.total);
  if (!status) return [];
  const known = { orderId, userId, items, totalAmount, status };
  return [{ ...known, ...(total && { total }), ...(reason !== undefined && { reason }) }];
}

/** Reads the orders of all users for an audit, page by page. */
export function createAuditOrderReader(orders: Pick<Client, 'unary'>) {
  const findOrders = orders.unary('FindOrders');
  const listStories = orders.unary('ListOrderStories');
  const getStories = orders.unary('GetOrderStories');

  async function* newest(status?: OrderStatus): AsyncGenerator<{ orderId: string; createdAt: Date }[]> {
    let pageToken = '';
    do {
      const request = { pageSize: auditPageSize, pageToken, status: toWireStatus(status), userId: '' };
      const page = await findOrders(request, auditCallMs);
      yield page.orders.map(({ orderId, createdAt }) => ({ orderId, createdAt: timeOf(createdAt) }));
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
  }

  async function* stories(owes: OutboxKind): AsyncGenerator<AuditedOrder[]> {
    let pageToken = '';
    do {
      const page = await listStories({ pageSize: auditPageSize, pageToken, owes }, auditCallMs);
      yield page.stories.map(toAuditedOrder);
      pageToken = page.nextPageToken;
    } while (pageToken !== '');
  }

  return {
    /** Orders that are Pending or have a release in their outbox. */
    openIds: async (): Promise<string[]> => {
      const ids: string[] = [];
      for await (const page of newest('Pending')) ids.push(...page.map(({ orderId }) => orderId));
      for await (const page of stories('OUTBOX_KIND_RELEASE')) ids.push(...page.map(({ orderId }) => orderId));
      return ids;
    },
    /** Orders that were placed since a time. */
    idsSince: async (since: Date): Promise<string[]> => {
      const ids: string[] = [];
      for await (const page of newest()) {
        const young = page.filter(({ createdAt }) => createdAt >= since);
        ids.push(...young.map(({ orderId }) => orderId));
        if (young.length < page.length) break;
      }
      return ids;
    },
    /** All orders, by id. */
    all: () => stories('OUTBOX_KIND_UNSPECIFIED'),
    find: async (orderIds: string[]): Promise<AuditedOrder[]> => {
      const found: AuditedOrder[] = [];
      for (const group of groupsOf(orderIds)) {
        const { stories: page } = await getStories({ orderIds: group }, auditCallMs);
        found.push(...page.map(toAuditedOrder));
      }
      return found;
    },
  };
}

function toAuditedOrder({ order, outbox, epoch, takenOver, ...story }: GetOrderStoryResponseOutput): AuditedOrder {
  const status = order && fromWireStatus(order.status);
  if (!status) throw unavailable('the order service sent no status for an order');
  const republishAt = fromTimestamp(story.republishAt);
  const total = fromWireMoney(order.total);
  return {
    orderId: order.orderId,
    status,
    items: order.items,
    ...(total && { total }),
    epoch,
    createdAt: timeOf(order.createdAt),
    updatedAt: timeOf(order.updatedAt),
    outbox: outbox.map(({ kind, owedAt }) => ({
      kind: kind === 'OUTBOX_KIND_RELEASE' ? 'release' : 'publish',
      at: timeOf(owedAt),
    })),
    isImported: takenOver,
    ...(republishAt && { republishAt }),
  };
}

const timeOf = (timestamp: Parameters<typeof fromTimestamp>[0]) => fromTimestamp(timestamp) ?? new Date(0);
