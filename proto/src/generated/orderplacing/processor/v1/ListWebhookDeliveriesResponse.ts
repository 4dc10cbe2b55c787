// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookDelivery as _orderplacing_processor_v1_WebhookDelivery, WebhookDeliveryOutput as _orderplacing_processor_v1_WebhookDeliveryOutput } from '../../../orderplacing/processor/v1/WebhookDelivery';

export interface ListWebhookDeliveriesResponse {
  'deliveries'?: (_orderplacing_processor_v1_WebhookDelivery)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListWebhookDeliveriesResponseOutput {
  'deliveries': (_orderplacing_processor_v1_WebhookDeliveryOutput)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
