// Original file: proto/orderplacing/processor/v1/processor.proto

/**
 * WebhookEvent is what a delivery reports.
 */
export const WebhookEvent = {
  WEBHOOK_EVENT_UNSPECIFIED: 'WEBHOOK_EVENT_UNSPECIFIED',
  WEBHOOK_EVENT_ORDER_PLACED: 'WEBHOOK_EVENT_ORDER_PLACED',
  WEBHOOK_EVENT_ORDER_PROCESSED: 'WEBHOOK_EVENT_ORDER_PROCESSED',
  WEBHOOK_EVENT_ORDER_FAILED: 'WEBHOOK_EVENT_ORDER_FAILED',
  WEBHOOK_EVENT_ORDER_CANCELLED: 'WEBHOOK_EVENT_ORDER_CANCELLED',
  /**
   * Sent by TestWebhook only; a webhook cannot name it.
   */
  WEBHOOK_EVENT_WEBHOOK_TEST: 'WEBHOOK_EVENT_WEBHOOK_TEST',
} as const;

/**
 * WebhookEvent is what a delivery reports.
 */
export type WebhookEvent =
  | 'WEBHOOK_EVENT_UNSPECIFIED'
  | 0
  | 'WEBHOOK_EVENT_ORDER_PLACED'
  | 1
  | 'WEBHOOK_EVENT_ORDER_PROCESSED'
  | 2
  | 'WEBHOOK_EVENT_ORDER_FAILED'
  | 3
  | 'WEBHOOK_EVENT_ORDER_CANCELLED'
  | 4
  /**
   * Sent by TestWebhook only; a webhook cannot name it.
   */
  | 'WEBHOOK_EVENT_WEBHOOK_TEST'
  | 5

/**
 * WebhookEvent is what a delivery reports.
 */
export type WebhookEventOutput = typeof WebhookEvent[keyof typeof WebhookEvent]
