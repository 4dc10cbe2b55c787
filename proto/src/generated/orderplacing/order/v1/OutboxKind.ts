// Original file: proto/orderplacing/order/v1/order.proto

/**
 * OutboxKind is the effect that an outbox entry stands for.
 */
export const OutboxKind = {
  OUTBOX_KIND_UNSPECIFIED: 'OUTBOX_KIND_UNSPECIFIED',
  /**
   * The message on the queue.
   */
  OUTBOX_KIND_PUBLISH: 'OUTBOX_KIND_PUBLISH',
  /**
   * The stock, to inventory.
   */
  OUTBOX_KIND_RELEASE: 'OUTBOX_KIND_RELEASE',
} as const;

/**
 * OutboxKind is the effect that an outbox entry stands for.
 */
export type OutboxKind =
  | 'OUTBOX_KIND_UNSPECIFIED'
  | 0
  /**
   * The message on the queue.
   */
  | 'OUTBOX_KIND_PUBLISH'
  | 1
  /**
   * The stock, to inventory.
   */
  | 'OUTBOX_KIND_RELEASE'
  | 2

/**
 * OutboxKind is the effect that an outbox entry stands for.
 */
export type OutboxKindOutput = typeof OutboxKind[keyof typeof OutboxKind]
