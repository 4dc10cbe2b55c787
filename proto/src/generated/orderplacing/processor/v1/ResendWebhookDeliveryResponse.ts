// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookDelivery as _orderplacing_processor_v1_WebhookDelivery, WebhookDeliveryOutput as _orderplacing_processor_v1_WebhookDeliveryOutput } from '../../../orderplacing/processor/v1/WebhookDelivery';

export interface ResendWebhookDeliveryResponse {
  'delivery'?: (_orderplacing_processor_v1_WebhookDelivery | null);
}

export interface ResendWebhookDeliveryResponseOutput {
  'delivery': (_orderplacing_processor_v1_WebhookDeliveryOutput | null);
}
