import type { Order as OrderMessage } from '@orders/proto/order/v1/Order';
import type { OrderStatusOutput } from '@orders/proto/order/v1/OrderStatus';
import type { OutboxKind } from '@orders/proto/order/v1/OutboxKind';
import { toTimestamp } from '@orders/shared/timestamp';
import type { Order, OutboxEntry } from '../domain/order';
import type { OrderStatus } from '../domain/order-state';
import type { OrderStory } from '../domain/order-story';

const wireStatus = {
  Pending: 'ORDER_STATUS_PENDING',
  Processed: 'ORDER_STATUS_PROCESSED',
  Failed: 'ORDER_STATUS_FAILED',
  Cancelled: 'ORDER_STATUS_CANCELLED',
} as const satisfies Record<OrderStatus, OrderStatusOutput>;

const statuses = new Map<OrderStatusOutput, OrderStatus>(
  Object.entries(wireStatus).map(([status, wire]) => [wire, status as OrderStatus]),
);

/** An order as it travels. */
export function toMessage({ reason, ...order }: Order): OrderMessage {
  return {
    orderId: order.orderId,
    userId: order.userId,
    items: order.items,
    totalAmount: order.totalAmount,
    status: toWireStatus(order.status),
    createdAt: toTimestamp(order.createdAt),
    updatedAt: toTimestamp(order.updatedAt),
    revision: order.revision,
    ...(reason !== undefined && { reason }),
  };
}

/** A status as it travels; unspecified where there is none. */
export const toWireStatus = (status: OrderStatus | undefined): OrderStatusOutput =>
  status ? wireStatus[status] : 'ORDER_STATUS_UNSPECIFIED';

/** The status that was meant, undefined for unspecified. */
export const fromWireStatus = (status: OrderStatusOutput): OrderStatus | undefined => statuses.get(status);

const wireKind: Record<OutboxEntry['kind'], OutboxKind> = {
  publish: 'OUTBOX_KIND_PUBLISH',
  release: 'OUTBOX_KIND_RELEASE',
};

export const fromWireKind = (wire: OutboxKind): OutboxEntry['kind'] | undefined =>
  (['publish', 'release'] as const).find((kind) => wireKind[kind] === wire);

export const toStoryMessage = ({ order, outbox, republishes, republishAt, epoch, isTakenOver }: OrderStory) => ({
  order: toMessage(order),
  outbox: outbox.map(({ id, kind, at }) => ({ entryId: id, kind: wireKind[kind], owedAt: toTimestamp(at) })),
  republishes,
  epoch,
  takenOver: isTakenOver,
  ...(republishAt && { republishAt: toTimestamp(republishAt) }),
});
