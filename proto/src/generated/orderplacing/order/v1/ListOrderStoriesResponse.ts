// Original file: proto/orderplacing/order/v1/order.proto

import type { GetOrderStoryResponse as _orderplacing_order_v1_GetOrderStoryResponse, GetOrderStoryResponseOutput as _orderplacing_order_v1_GetOrderStoryResponseOutput } from '../../../orderplacing/order/v1/GetOrderStoryResponse';

export interface ListOrderStoriesResponse {
  'stories'?: (_orderplacing_order_v1_GetOrderStoryResponse)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken'?: (string);
}

export interface ListOrderStoriesResponseOutput {
  'stories': (_orderplacing_order_v1_GetOrderStoryResponseOutput)[];
  /**
   * Empty on the last page.
   */
  'nextPageToken': (string);
}
