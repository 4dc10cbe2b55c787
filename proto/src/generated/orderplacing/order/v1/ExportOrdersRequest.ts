// Original file: proto/orderplacing/order/v1/order.proto

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';
import type { OrderStatus as _orderplacing_order_v1_OrderStatus, OrderStatusOutput as _orderplacing_order_v1_OrderStatusOutput } from '../../../orderplacing/order/v1/OrderStatus';

export interface ExportOrdersRequest {
  /**
   * Placed at this time or later; all where it is absent.
   */
  'from'?: (_google_protobuf_Timestamp | null);
  /**
   * Placed before this time; by default before the call.
   */
  'to'?: (_google_protobuf_Timestamp | null);
  /**
   * Any where it is unspecified.
   */
  'status'?: (_orderplacing_order_v1_OrderStatus);
  /**
   * From the last response of a stream that broke off; empty at the beginning.
   */
  'pageToken'?: (string);
}

export interface ExportOrdersRequestOutput {
  /**
   * Placed at this time or later; all where it is absent.
   */
  'from': (_google_protobuf_TimestampOutput | null);
  /**
   * Placed before this time; by default before the call.
   */
  'to': (_google_protobuf_TimestampOutput | null);
  /**
   * Any where it is unspecified.
   */
  'status': (_orderplacing_order_v1_OrderStatusOutput);
  /**
   * From the last response of a stream that broke off; empty at the beginning.
   */
  'pageToken': (string);
}
