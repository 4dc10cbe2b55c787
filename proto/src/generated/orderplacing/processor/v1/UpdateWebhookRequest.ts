// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookEvent as _orderplacing_processor_v1_WebhookEvent, WebhookEventOutput as _orderplacing_processor_v1_WebhookEventOutput } from '../../../orderplacing/processor/v1/WebhookEvent';

export interface UpdateWebhookRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  'webhookId'?: (string);
  'url'?: (string);
  /**
   * Empty leaves them as they are.
   */
  'events'?: (_orderplacing_processor_v1_WebhookEvent)[];
  'enabled'?: (boolean);
  '_url'?: "url";
  '_enabled'?: "enabled";
}

export interface UpdateWebhookRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  'webhookId': (string);
  'url'?: (string);
  /**
   * Empty leaves them as they are.
   */
  'events': (_orderplacing_processor_v1_WebhookEventOutput)[];
  'enabled'?: (boolean);
  '_url'?: "url";
  '_enabled'?: "enabled";
}
