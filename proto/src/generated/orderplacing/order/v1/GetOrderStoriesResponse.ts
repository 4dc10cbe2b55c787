// Original file: proto/orderplacing/order/v1/order.proto

import type { GetOrderStoryResponse as _orderplacing_order_v1_GetOrderStoryResponse, GetOrderStoryResponseOutput as _orderplacing_order_v1_GetOrderStoryResponseOutput } from '../../../orderplacing/order/v1/GetOrderStoryResponse';

export interface GetOrderStoriesResponse {
  'stories'?: (_orderplacing_order_v1_GetOrderStoryResponse)[];
}

export interface GetOrderStoriesResponseOutput {
  'stories': (_orderplacing_order_v1_GetOrderStoryResponseOutput)[];
}
