// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookEvent as _orderplacing_processor_v1_WebhookEvent, WebhookEventOutput as _orderplacing_processor_v1_WebhookEventOutput } from '../../../orderplacing/processor/v1/WebhookEvent';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * AuditedWebhook is a webhook as far as audits need it.
 */
export interface AuditedWebhook {
  'webhookId'?: (string);
  'events'?: (_orderplacing_processor_v1_WebhookEvent)[];
  'enabled'?: (boolean);
  'updatedAt'?: (_google_protobuf_Timestamp | null);
}

/**
 * AuditedWebhook is a webhook as far as audits need it.
 */
export interface AuditedWebhookOutput {
  'webhookId': (string);
  'events': (_orderplacing_processor_v1_WebhookEventOutput)[];
  'enabled': (boolean);
  'updatedAt': (_google_protobuf_TimestampOutput | null);
}
