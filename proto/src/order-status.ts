import type { OrderStatusOutput } from './generated/orderplacing/order/v1/OrderStatus';

export const orderStatuses = ['Pending', 'Processed', 'Failed', 'Cancelled'] as const;

/** The state of an order. */
export type OrderStatus = (typeof orderStatuses)[number];

const wireStatuses = {
  Pending: 'ORDER_STATUS_PENDING',
  Processed: 'ORDER_STATUS_PROCESSED',
  Failed: 'ORDER_STATUS_FAILED',
  Cancelled: 'ORDER_STATUS_CANCELLED',
} as const satisfies Record<OrderStatus, OrderStatusOutput>;

/** The status as messages carry it; unspecified where there is none. */
export const toWireStatus = (status: OrderStatus | undefined): OrderStatusOutput =>
  status ? wireStatuses[status] : 'ORDER_STATUS_UNSPECIFIED';

/** The status that a message carries; undefined where it is unspecified. */
export const fromWireStatus = (wireStatus: OrderStatusOutput): OrderStatus | undefined =>
  orderStatuses.find((status) => wireStatuses[status] === wireStatus);
