// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookEvent as _orderplacing_processor_v1_WebhookEvent, WebhookEventOutput as _orderplacing_processor_v1_WebhookEventOutput } from '../../../orderplacing/processor/v1/WebhookEvent';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * Webhook is a receiver of events.
 */
export interface Webhook {
  'webhookId'?: (string);
  'url'?: (string);
  'events'?: (_orderplacing_processor_v1_WebhookEvent)[];
  'enabled'?: (boolean);
  /**
   * Why the system disabled it; absent where it did not.
   */
  'disabledReason'?: (string);
  'createdAt'?: (_google_protobuf_Timestamp | null);
  'updatedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Since when no attempt has succeeded; absent while they do.
   */
  'failingSince'?: (_google_protobuf_Timestamp | null);
  '_disabledReason'?: "disabledReason";
}

/**
 * Webhook is a receiver of events.
 */
export interface WebhookOutput {
  'webhookId': (string);
  'url': (string);
  'events': (_orderplacing_processor_v1_WebhookEventOutput)[];
  'enabled': (boolean);
  /**
   * Why the system disabled it; absent where it did not.
   */
  'disabledReason'?: (string);
  'createdAt': (_google_protobuf_TimestampOutput | null);
  'updatedAt': (_google_protobuf_TimestampOutput | null);
  /**
   * Since when no attempt has succeeded; absent while they do.
   */
  'failingSince': (_google_protobuf_TimestampOutput | null);
  '_disabledReason'?: "disabledReason";
}
