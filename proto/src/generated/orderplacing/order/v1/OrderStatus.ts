// Original file: proto/orderplacing/order/v1/order.proto

/**
 * OrderStatus is where an order stands.
 */
export const OrderStatus = {
  ORDER_STATUS_UNSPECIFIED: 'ORDER_STATUS_UNSPECIFIED',
  ORDER_STATUS_PENDING: 'ORDER_STATUS_PENDING',
  ORDER_STATUS_PROCESSED: 'ORDER_STATUS_PROCESSED',
  ORDER_STATUS_FAILED: 'ORDER_STATUS_FAILED',
  ORDER_STATUS_CANCELLED: 'ORDER_STATUS_CANCELLED',
} as const;

/**
 * OrderStatus is where an order stands.
 */
export type OrderStatus =
  | 'ORDER_STATUS_UNSPECIFIED'
  | 0
  | 'ORDER_STATUS_PENDING'
  | 1
  | 'ORDER_STATUS_PROCESSED'
  | 2
  | 'ORDER_STATUS_FAILED'
  | 3
  | 'ORDER_STATUS_CANCELLED'
  | 4

/**
 * OrderStatus is where an order stands.
 */
export type OrderStatusOutput = typeof OrderStatus[keyof typeof OrderStatus]
