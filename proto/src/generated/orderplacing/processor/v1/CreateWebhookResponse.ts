// Original file: proto/orderplacing/processor/v1/processor.proto

import type { Webhook as _orderplacing_processor_v1_Webhook, WebhookOutput as _orderplacing_processor_v1_WebhookOutput } from '../../../orderplacing/processor/v1/Webhook';

export interface CreateWebhookResponse {
  'webhook'?: (_orderplacing_processor_v1_Webhook | null);
  /**
   * Shown this once.
   */
  'secret'?: (string);
}

export interface CreateWebhookResponseOutput {
  'webhook': (_orderplacing_processor_v1_WebhookOutput | null);
  /**
   * Shown this once.
   */
  'secret': (string);
}
