// Original file: proto/orderplacing/processor/v1/processor.proto

import type { Webhook as _orderplacing_processor_v1_Webhook, WebhookOutput as _orderplacing_processor_v1_WebhookOutput } from '../../../orderplacing/processor/v1/Webhook';

export interface UpdateWebhookResponse {
  'webhook'?: (_orderplacing_processor_v1_Webhook | null);
}

export interface UpdateWebhookResponseOutput {
  'webhook': (_orderplacing_processor_v1_WebhookOutput | null);
}
