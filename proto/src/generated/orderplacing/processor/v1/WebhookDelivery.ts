// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookEvent as _orderplacing_processor_v1_WebhookEvent, WebhookEventOutput as _orderplacing_processor_v1_WebhookEventOutput } from '../../../orderplacing/processor/v1/WebhookEvent';
import type { WebhookDeliveryStatus as _orderplacing_processor_v1_WebhookDeliveryStatus, WebhookDeliveryStatusOutput as _orderplacing_processor_v1_WebhookDeliveryStatusOutput } from '../../../orderplacing/processor/v1/WebhookDeliveryStatus';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * WebhookDelivery is one event for one webhook.
 */
export interface WebhookDelivery {
  /**
   * The `webhook-id` of each of its attempts.
   */
  'deliveryId'?: (string);
  'event'?: (_orderplacing_processor_v1_WebhookEvent);
  'orderId'?: (string);
  'status'?: (_orderplacing_processor_v1_WebhookDeliveryStatus);
  'attempts'?: (number);
  /**
   * The HTTP status of the last answer; absent where there was none.
   */
  'lastStatus'?: (number);
  /**
   * Why the last attempt failed; absent where it succeeded.
   */
  'lastError'?: (string);
  /**
   * The beginning of the last answer.
   */
  'lastResponse'?: (string);
  /**
   * Absent where no attempt is to come.
   */
  'nextAttemptAt'?: (_google_protobuf_Timestamp | null);
  'createdAt'?: (_google_protobuf_Timestamp | null);
  /**
   * When it was delivered or failed.
   */
  'finishedAt'?: (_google_protobuf_Timestamp | null);
  '_lastStatus'?: "lastStatus";
  '_lastError'?: "lastError";
  '_lastResponse'?: "lastResponse";
}

/**
 * WebhookDelivery is one event for one webhook.
 */
export interface WebhookDeliveryOutput {
  /**
   * The `webhook-id` of each of its attempts.
   */
  'deliveryId': (string);
  'event': (_orderplacing_processor_v1_WebhookEventOutput);
  'orderId': (string);
  'status': (_orderplacing_processor_v1_WebhookDeliveryStatusOutput);
  'attempts': (number);
  /**
   * The HTTP status of the last answer; absent where there was none.
   */
  'lastStatus'?: (number);
  /**
   * Why the last attempt failed; absent where it succeeded.
   */
  'lastError'?: (string);
  /**
   * The beginning of the last answer.
   */
  'lastResponse'?: (string);
  /**
   * Absent where no attempt is to come.
   */
  'nextAttemptAt': (_google_protobuf_TimestampOutput | null);
  'createdAt': (_google_protobuf_TimestampOutput | null);
  /**
   * When it was delivered or failed.
   */
  'finishedAt': (_google_protobuf_TimestampOutput | null);
  '_lastStatus'?: "lastStatus";
  '_lastError'?: "lastError";
  '_lastResponse'?: "lastResponse";
}
