import { InventoryService, OrderService } from '@orders/proto';
import type { OutboxKindOutput } from '@orders/proto/order/v1/OutboxKind';
import type { ReservationStateOutput } from '@orders/proto/inventory/v1/ReservationState';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { toOrder, wireStatusOf, type OrderStatus } from './order-message';
import { timeText } from './time-text';

const callMs = 4_500;

export interface AllOrdersPage {
  limit: number;
  cursor: string;
  status?: OrderStatus;
  userId?: string;
}

const kindOf: Record<OutboxKindOutput, string> = {
  OUTBOX_KIND_UNSPECIFIED: 'unknown',
  OUTBOX_KIND_PUBLISH: 'publish',
  OUTBOX_KIND_RELEASE: 'release',
};

const stateOf: Record<ReservationStateOutput, string> = {
  RESERVATION_STATE_UNSPECIFIED: 'unknown',
  RESERVATION_STATE_HELD: 'held',
  RESERVATION_STATE_COMMITTED: 'committed',
  RESERVATION_STATE_RELEASED: 'released',
  RESERVATION_STATE_EXPIRED: 'expired',
};

/** Asks the order service and inventory what only admins may know. */
export function createAdminClient(addresses: { order: string; inventory: string }, tls?: GrpcTls) {
  const orders = createGrpcClient(OrderService, addresses.order, { tls });
  const inventory = createGrpcClient(InventoryService, addresses.inventory, { tls });
  const [find, getStory] = [orders.unary('FindOrders'), orders.unary('GetOrderStory')];
  const getReservation = inventory.unary('GetReservation');

  return {
    findOrders: async ({ limit, cursor, status, userId = '' }: AllOrdersPage) => {
      const wireStatus = status ? wireStatusOf[status] : 'ORDER_STATUS_UNSPECIFIED';
      const page = await find({ pageSize: limit, pageToken: cursor, status: wireStatus, userId }, callMs);
      return { orders: page.orders.map(toOrder), nextCursor: page.nextPageToken === '' ? null : page.nextPageToken };
    },
    /** What the order service keeps about one order. */
    getOrderStory: async (orderId: string) => {
      const story = await getStory({ orderId }, callMs);
      return {
        order: { ...toOrder(story.order), revision: story.order?.revision ?? 0 },
        epoch: story.epoch,
        takenOver: story.takenOver,
        outbox: story.outbox.map(({ entryId, kind, owedAt }) => ({
          entryId,
          kind: kindOf[kind],
          owedAt: timeText(owedAt),
        })),
        messages: { republishes: story.republishes, nextRepublishAt: timeText(story.republishAt) },
      };
    },
    /** What inventory keeps under an order id; null where there is nothing. */
    getReservation: async (orderId: string) => {
      const { reservation } = await getReservation({ orderId }, callMs);
      return (
        reservation && {
          state: stateOf[reservation.state],
          epoch: reservation.epoch,
          items: reservation.items,
          heldAt: timeText(reservation.heldAt),
          updatedAt: timeText(reservation.updatedAt),
        }
      );
    },
    stop: () => {
      orders.stop();
      inventory.stop();
    },
  };
}

export type AdminClient = ReturnType<typeof createAdminClient>;
