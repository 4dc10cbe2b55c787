// Original file: proto/orderplacing/processor/v1/processor.proto

import type { WebhookDeliveryStatus as _orderplacing_processor_v1_WebhookDeliveryStatus, WebhookDeliveryStatusOutput as _orderplacing_processor_v1_WebhookDeliveryStatusOutput } from '../../../orderplacing/processor/v1/WebhookDeliveryStatus';

export interface ListWebhookDeliveriesRequest {
  'webhookId'?: (string);
  /**
   * Unspecified lists all.
   */
  'status'?: (_orderplacing_processor_v1_WebhookDeliveryStatus);
  /**
   * 1 to 100.
   */
  'pageSize'?: (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken'?: (string);
}

export interface ListWebhookDeliveriesRequestOutput {
  'webhookId': (string);
  /**
   * Unspecified lists all.
   */
  'status': (_orderplacing_processor_v1_WebhookDeliveryStatusOutput);
  /**
   * 1 to 100.
   */
  'pageSize': (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken': (string);
}
