// Original file: proto/orderplacing/order/v1/order.proto

import type { Order as _orderplacing_order_v1_Order, OrderOutput as _orderplacing_order_v1_OrderOutput } from '../../../orderplacing/order/v1/Order';
import type { OutboxEntry as _orderplacing_order_v1_OutboxEntry, OutboxEntryOutput as _orderplacing_order_v1_OutboxEntryOutput } from '../../../orderplacing/order/v1/OutboxEntry';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

export interface GetOrderStoryResponse {
  'order'?: (_orderplacing_order_v1_Order | null);
  /**
   * What is not acknowledged yet.
   */
  'outbox'?: (_orderplacing_order_v1_OutboxEntry)[];
  /**
   * How often its message was published again.
   */
  'republishes'?: (number);
  /**
   * When that happens next, where it is pending.
   */
  'republishAt'?: (_google_protobuf_Timestamp | null);
  /**
   * The reservation attempt that it stands on.
   */
  'epoch'?: (number);
  /**
   * Whether it was imported after it had ended in the original system, so that it has no reservation and no mail here.
   */
  'takenOver'?: (boolean);
}

export interface GetOrderStoryResponseOutput {
  'order': (_orderplacing_order_v1_OrderOutput | null);
  /**
   * What is not acknowledged yet.
   */
  'outbox': (_orderplacing_order_v1_OutboxEntryOutput)[];
  /**
   * How often its message was published again.
   */
  'republishes': (number);
  /**
   * When that happens next, where it is pending.
   */
  'republishAt': (_google_protobuf_TimestampOutput | null);
  /**
   * The reservation attempt that it stands on.
   */
  'epoch': (number);
  /**
   * Whether it was imported after it had ended in the original system, so that it has no reservation and no mail here.
   */
  'takenOver': (boolean);
}
