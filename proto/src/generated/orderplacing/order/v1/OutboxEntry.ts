// Original file: proto/orderplacing/order/v1/order.proto

import type { OutboxKind as _orderplacing_order_v1_OutboxKind, OutboxKindOutput as _orderplacing_order_v1_OutboxKindOutput } from '../../../orderplacing/order/v1/OutboxKind';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * OutboxEntry is an effect of an order on another system that is not acknowledged yet.
 */
export interface OutboxEntry {
  'entryId'?: (string);
  'kind'?: (_orderplacing_order_v1_OutboxKind);
  'owedAt'?: (_google_protobuf_Timestamp | null);
}

/**
 * OutboxEntry is an effect of an order on another system that is not acknowledged yet.
 */
export interface OutboxEntryOutput {
  'entryId': (string);
  'kind': (_orderplacing_order_v1_OutboxKindOutput);
  'owedAt': (_google_protobuf_TimestampOutput | null);
}
