// Original file: proto/orderplacing/processor/v1/processor.proto

import type { AuditedWebhook as _orderplacing_processor_v1_AuditedWebhook, AuditedWebhookOutput as _orderplacing_processor_v1_AuditedWebhookOutput } from '../../../orderplacing/processor/v1/AuditedWebhook';
import type { OrderDelivery as _orderplacing_processor_v1_OrderDelivery, OrderDeliveryOutput as _orderplacing_processor_v1_OrderDeliveryOutput } from '../../../orderplacing/processor/v1/OrderDelivery';

export interface GetDeliveriesResponse {
  'webhooks'?: (_orderplacing_processor_v1_AuditedWebhook)[];
  'deliveries'?: (_orderplacing_processor_v1_OrderDelivery)[];
}

export interface GetDeliveriesResponseOutput {
  'webhooks': (_orderplacing_processor_v1_AuditedWebhookOutput)[];
  'deliveries': (_orderplacing_processor_v1_OrderDeliveryOutput)[];
}
