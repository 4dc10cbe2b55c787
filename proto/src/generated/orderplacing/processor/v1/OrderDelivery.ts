// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookEvent as _orderplacing_processor_v1_WebhookEvent, WebhookEventOutput as _orderplacing_processor_v1_WebhookEventOutput } from '../../../orderplacing/processor/v1/WebhookEvent';
import type { WebhookDeliveryStatus as _orderplacing_processor_v1_WebhookDeliveryStatus, WebhookDeliveryStatusOutput as _orderplacing_processor_v1_WebhookDeliveryStatusOutput } from '../../../orderplacing/processor/v1/WebhookDeliveryStatus';

/**
 * OrderDelivery is a delivery as far as audits need it.
 */
export interface OrderDelivery {
  'orderId'?: (string);
  'webhookId'?: (string);
  /**
   * `placed`, `outcome` or `test`.
   */
  'kind'?: (string);
  /**
   * Unspecified for an outcome that was never claimed.
   */
  'event'?: (_orderplacing_processor_v1_WebhookEvent);
  'status'?: (_orderplacing_processor_v1_WebhookDeliveryStatus);
}

/**
 * OrderDelivery is a delivery as far as audits need it.
 */
export interface OrderDeliveryOutput {
  'orderId': (string);
  'webhookId': (string);
  /**
   * `placed`, `outcome` or `test`.
   */
  'kind': (string);
  /**
   * Unspecified for an outcome that was never claimed.
   */
  'event': (_orderplacing_processor_v1_WebhookEventOutput);
  'status': (_orderplacing_processor_v1_WebhookDeliveryStatusOutput);
}
