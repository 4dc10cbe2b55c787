// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookEvent as _orderplacing_processor_v1_WebhookEvent, WebhookEventOutput as _orderplacing_processor_v1_WebhookEventOutput } from '../../../orderplacing/processor/v1/WebhookEvent';

export interface CreateWebhookRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  'url'?: (string);
  'events'?: (_orderplacing_processor_v1_WebhookEvent)[];
}

export interface CreateWebhookRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  'url': (string);
  'events': (_orderplacing_processor_v1_WebhookEventOutput)[];
}
