// Original file: proto/orderplacing/order/v1/order.proto

import type { OutboxKind as _orderplacing_order_v1_OutboxKind, OutboxKindOutput as _orderplacing_order_v1_OutboxKindOutput } from '../../../orderplacing/order/v1/OutboxKind';

export interface ListOrderStoriesRequest {
  /**
   * 1 to 500; a page has at most 100, so that it fits into one message.
   */
  'pageSize'?: (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken'?: (string);
  /**
   * Only orders with an entry of this kind; unspecified for all.
   */
  'owes'?: (_orderplacing_order_v1_OutboxKind);
}

export interface ListOrderStoriesRequestOutput {
  /**
   * 1 to 500; a page has at most 100, so that it fits into one message.
   */
  'pageSize': (number);
  /**
   * From the last response; empty for the first page.
   */
  'pageToken': (string);
  /**
   * Only orders with an entry of this kind; unspecified for all.
   */
  'owes': (_orderplacing_order_v1_OutboxKindOutput);
}
