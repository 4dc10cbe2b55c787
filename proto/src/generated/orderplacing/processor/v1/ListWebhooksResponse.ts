// Original file: proto/orderplacing/processor/v1/processor.proto

import type { Webhook as _orderplacing_processor_v1_Webhook, WebhookOutput as _orderplacing_processor_v1_WebhookOutput } from '../../../orderplacing/processor/v1/Webhook';

/**
 * ListWebhooksResponse holds all of them: there are at most 100.
 */
export interface ListWebhooksResponse {
  'webhooks'?: (_orderplacing_processor_v1_Webhook)[];
}

/**
 * ListWebhooksResponse holds all of them: there are at most 100.
 */
export interface ListWebhooksResponseOutput {
  'webhooks': (_orderplacing_processor_v1_WebhookOutput)[];
}
