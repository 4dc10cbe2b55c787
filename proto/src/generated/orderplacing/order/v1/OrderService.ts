// Original file: proto/orderplacing/order/v1/order.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CancelOrderRequest as _orderplacing_order_v1_CancelOrderRequest, CancelOrderRequestOutput as _orderplacing_order_v1_CancelOrderRequestOutput } from '../../../orderplacing/order/v1/CancelOrderRequest';
import type { CancelOrderResponse as _orderplacing_order_v1_CancelOrderResponse, CancelOrderResponseOutput as _orderplacing_order_v1_CancelOrderResponseOutput } from '../../../orderplacing/order/v1/CancelOrderResponse';
import type { ExportOrdersRequest as _orderplacing_order_v1_ExportOrdersRequest, ExportOrdersRequestOutput as _orderplacing_order_v1_ExportOrdersRequestOutput } from '../../../orderplacing/order/v1/ExportOrdersRequest';
import type { ExportOrdersResponse as _orderplacing_order_v1_ExportOrdersResponse, ExportOrdersResponseOutput as _orderplacing_order_v1_ExportOrdersResponseOutput } from '../../../orderplacing/order/v1/ExportOrdersResponse';
import type { FailOrderRequest as _orderplacing_order_v1_FailOrderRequest, FailOrderRequestOutput as _orderplacing_order_v1_FailOrderRequestOutput } from '../../../orderplacing/order/v1/FailOrderRequest';
import type { FailOrderResponse as _orderplacing_order_v1_FailOrderResponse, FailOrderResponseOutput as _orderplacing_order_v1_FailOrderResponseOutput } from '../../../orderplacing/order/v1/FailOrderResponse';
import type { FindOrdersRequest as _orderplacing_order_v1_FindOrdersRequest, FindOrdersRequestOutput as _orderplacing_order_v1_FindOrdersRequestOutput } from '../../../orderplacing/order/v1/FindOrdersRequest';
import type { FindOrdersResponse as _orderplacing_order_v1_FindOrdersResponse, FindOrdersResponseOutput as _orderplacing_order_v1_FindOrdersResponseOutput } from '../../../orderplacing/order/v1/FindOrdersResponse';
import type { GetOrderRequest as _orderplacing_order_v1_GetOrderRequest, GetOrderRequestOutput as _orderplacing_order_v1_GetOrderRequestOutput } from '../../../orderplacing/order/v1/GetOrderRequest';
import type { GetOrderResponse as _orderplacing_order_v1_GetOrderResponse, GetOrderResponseOutput as _orderplacing_order_v1_GetOrderResponseOutput } from '../../../orderplacing/order/v1/GetOrderResponse';
import type { GetOrderStoriesRequest as _orderplacing_order_v1_GetOrderStoriesRequest, GetOrderStoriesRequestOutput as _orderplacing_order_v1_GetOrderStoriesRequestOutput } from '../../../orderplacing/order/v1/GetOrderStoriesRequest';
import type { GetOrderStoriesResponse as _orderplacing_order_v1_GetOrderStoriesResponse, GetOrderStoriesResponseOutput as _orderplacing_order_v1_GetOrderStoriesResponseOutput } from '../../../orderplacing/order/v1/GetOrderStoriesResponse';
import type { GetOrderStoryRequest as _orderplacing_order_v1_GetOrderStoryRequest, GetOrderStoryRequestOutput as _orderplacing_order_v1_GetOrderStoryRequestOutput } from '../../../orderplacing/order/v1/GetOrderStoryRequest';
import type { GetOrderStoryResponse as _orderplacing_order_v1_GetOrderStoryResponse, GetOrderStoryResponseOutput as _orderplacing_order_v1_GetOrderStoryResponseOutput } from '../../../orderplacing/order/v1/GetOrderStoryResponse';
import type { GetOrdersRequest as _orderplacing_order_v1_GetOrdersRequest, GetOrdersRequestOutput as _orderplacing_order_v1_GetOrdersRequestOutput } from '../../../orderplacing/order/v1/GetOrdersRequest';
import type { GetOrdersResponse as _orderplacing_order_v1_GetOrdersResponse, GetOrdersResponseOutput as _orderplacing_order_v1_GetOrdersResponseOutput } from '../../../orderplacing/order/v1/GetOrdersResponse';
import type { ListOrderStoriesRequest as _orderplacing_order_v1_ListOrderStoriesRequest, ListOrderStoriesRequestOutput as _orderplacing_order_v1_ListOrderStoriesRequestOutput } from '../../../orderplacing/order/v1/ListOrderStoriesRequest';
import type { ListOrderStoriesResponse as _orderplacing_order_v1_ListOrderStoriesResponse, ListOrderStoriesResponseOutput as _orderplacing_order_v1_ListOrderStoriesResponseOutput } from '../../../orderplacing/order/v1/ListOrderStoriesResponse';
import type { ListOrdersRequest as _orderplacing_order_v1_ListOrdersRequest, ListOrdersRequestOutput as _orderplacing_order_v1_ListOrdersRequestOutput } from '../../../orderplacing/order/v1/ListOrdersRequest';
import type { ListOrdersResponse as _orderplacing_order_v1_ListOrdersResponse, ListOrdersResponseOutput as _orderplacing_order_v1_ListOrdersResponseOutput } from '../../../orderplacing/order/v1/ListOrdersResponse';
import type { PlaceOrderRequest as _orderplacing_order_v1_PlaceOrderRequest, PlaceOrderRequestOutput as _orderplacing_order_v1_PlaceOrderRequestOutput } from '../../../orderplacing/order/v1/PlaceOrderRequest';
import type { PlaceOrderResponse as _orderplacing_order_v1_PlaceOrderResponse, PlaceOrderResponseOutput as _orderplacing_order_v1_PlaceOrderResponseOutput } from '../../../orderplacing/order/v1/PlaceOrderResponse';
import type { PlacePricedOrderRequest as _orderplacing_order_v1_PlacePricedOrderRequest, PlacePricedOrderRequestOutput as _orderplacing_order_v1_PlacePricedOrderRequestOutput } from '../../../orderplacing/order/v1/PlacePricedOrderRequest';
import type { PlacePricedOrderResponse as _orderplacing_order_v1_PlacePricedOrderResponse, PlacePricedOrderResponseOutput as _orderplacing_order_v1_PlacePricedOrderResponseOutput } from '../../../orderplacing/order/v1/PlacePricedOrderResponse';
import type { SettleOrdersRequest as _orderplacing_order_v1_SettleOrdersRequest, SettleOrdersRequestOutput as _orderplacing_order_v1_SettleOrdersRequestOutput } from '../../../orderplacing/order/v1/SettleOrdersRequest';
import type { SettleOrdersResponse as _orderplacing_order_v1_SettleOrdersResponse, SettleOrdersResponseOutput as _orderplacing_order_v1_SettleOrdersResponseOutput } from '../../../orderplacing/order/v1/SettleOrdersResponse';
import type { WatchOrderRequest as _orderplacing_order_v1_WatchOrderRequest, WatchOrderRequestOutput as _orderplacing_order_v1_WatchOrderRequestOutput } from '../../../orderplacing/order/v1/WatchOrderRequest';
import type { WatchOrderResponse as _orderplacing_order_v1_WatchOrderResponse, WatchOrderResponseOutput as _orderplacing_order_v1_WatchOrderResponseOutput } from '../../../orderplacing/order/v1/WatchOrderResponse';

/**
 * OrderService owns orders and their states. All RPCs:
 * - RESOURCE_EXHAUSTED (UNAVAILABLE): too many requests are waiting.
 * - UNAVAILABLE (UNAVAILABLE): a dependency is unavailable.
 */
export interface OrderServiceClient extends grpc.Client {
  /**
   * CancelOrder cancels a pending order of a user; a cancelled one is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   * - FAILED_PRECONDITION (NOT_CANCELLABLE): it is final otherwise.
   */
  CancelOrder(argument: _orderplacing_order_v1_CancelOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_CancelOrderResponseOutput>): grpc.ClientUnaryCall;
  CancelOrder(argument: _orderplacing_order_v1_CancelOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_CancelOrderResponseOutput>): grpc.ClientUnaryCall;
  CancelOrder(argument: _orderplacing_order_v1_CancelOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_CancelOrderResponseOutput>): grpc.ClientUnaryCall;
  CancelOrder(argument: _orderplacing_order_v1_CancelOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_CancelOrderResponseOutput>): grpc.ClientUnaryCall;
  /**
   * CancelOrder cancels a pending order of a user; a cancelled one is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   * - FAILED_PRECONDITION (NOT_CANCELLABLE): it is final otherwise.
   */
  cancelOrder(argument: _orderplacing_order_v1_CancelOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_CancelOrderResponseOutput>): grpc.ClientUnaryCall;
  cancelOrder(argument: _orderplacing_order_v1_CancelOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_CancelOrderResponseOutput>): grpc.ClientUnaryCall;
  cancelOrder(argument: _orderplacing_order_v1_CancelOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_CancelOrderResponseOutput>): grpc.ClientUnaryCall;
  cancelOrder(argument: _orderplacing_order_v1_CancelOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_CancelOrderResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ExportOrders streams the orders of all users, oldest first. A stream that broke off is continued behind its last
   * response by another call with that response's page token.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ExportOrders(argument: _orderplacing_order_v1_ExportOrdersRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_order_v1_ExportOrdersResponseOutput>;
  ExportOrders(argument: _orderplacing_order_v1_ExportOrdersRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_order_v1_ExportOrdersResponseOutput>;
  /**
   * ExportOrders streams the orders of all users, oldest first. A stream that broke off is continued behind its last
   * response by another call with that response's page token.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  exportOrders(argument: _orderplacing_order_v1_ExportOrdersRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_order_v1_ExportOrdersResponseOutput>;
  exportOrders(argument: _orderplacing_order_v1_ExportOrdersRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_order_v1_ExportOrdersResponseOutput>;
  
  /**
   * FailOrder fails a pending order: its stock is returned and its buyer is notified. A failed order is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   * - FAILED_PRECONDITION (ILLEGAL_TRANSITION): it is final otherwise; details name the status.
   */
  FailOrder(argument: _orderplacing_order_v1_FailOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  FailOrder(argument: _orderplacing_order_v1_FailOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  FailOrder(argument: _orderplacing_order_v1_FailOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  FailOrder(argument: _orderplacing_order_v1_FailOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  /**
   * FailOrder fails a pending order: its stock is returned and its buyer is notified. A failed order is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   * - FAILED_PRECONDITION (ILLEGAL_TRANSITION): it is final otherwise; details name the status.
   */
  failOrder(argument: _orderplacing_order_v1_FailOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  failOrder(argument: _orderplacing_order_v1_FailOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  failOrder(argument: _orderplacing_order_v1_FailOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  failOrder(argument: _orderplacing_order_v1_FailOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * FindOrders pages through the orders of all users, newest first, for operators.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  FindOrders(argument: _orderplacing_order_v1_FindOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_FindOrdersResponseOutput>): grpc.ClientUnaryCall;
  FindOrders(argument: _orderplacing_order_v1_FindOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_FindOrdersResponseOutput>): grpc.ClientUnaryCall;
  FindOrders(argument: _orderplacing_order_v1_FindOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_FindOrdersResponseOutput>): grpc.ClientUnaryCall;
  FindOrders(argument: _orderplacing_order_v1_FindOrdersRequest, callback: grpc.requestCallback<_orderplacing_order_v1_FindOrdersResponseOutput>): grpc.ClientUnaryCall;
  /**
   * FindOrders pages through the orders of all users, newest first, for operators.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  findOrders(argument: _orderplacing_order_v1_FindOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_FindOrdersResponseOutput>): grpc.ClientUnaryCall;
  findOrders(argument: _orderplacing_order_v1_FindOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_FindOrdersResponseOutput>): grpc.ClientUnaryCall;
  findOrders(argument: _orderplacing_order_v1_FindOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_FindOrdersResponseOutput>): grpc.ClientUnaryCall;
  findOrders(argument: _orderplacing_order_v1_FindOrdersRequest, callback: grpc.requestCallback<_orderplacing_order_v1_FindOrdersResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetOrder answers one order of a user.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   */
  GetOrder(argument: _orderplacing_order_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderResponseOutput>): grpc.ClientUnaryCall;
  GetOrder(argument: _orderplacing_order_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderResponseOutput>): grpc.ClientUnaryCall;
  GetOrder(argument: _orderplacing_order_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderResponseOutput>): grpc.ClientUnaryCall;
  GetOrder(argument: _orderplacing_order_v1_GetOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetOrder answers one order of a user.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   */
  getOrder(argument: _orderplacing_order_v1_GetOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderResponseOutput>): grpc.ClientUnaryCall;
  getOrder(argument: _orderplacing_order_v1_GetOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderResponseOutput>): grpc.ClientUnaryCall;
  getOrder(argument: _orderplacing_order_v1_GetOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderResponseOutput>): grpc.ClientUnaryCall;
  getOrder(argument: _orderplacing_order_v1_GetOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetOrderStories answers those of the given orders that exist with everything stored about them, in any order.
   */
  GetOrderStories(argument: _orderplacing_order_v1_GetOrderStoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  GetOrderStories(argument: _orderplacing_order_v1_GetOrderStoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  GetOrderStories(argument: _orderplacing_order_v1_GetOrderStoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  GetOrderStories(argument: _orderplacing_order_v1_GetOrderStoriesRequest, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetOrderStories answers those of the given orders that exist with everything stored about them, in any order.
   */
  getOrderStories(argument: _orderplacing_order_v1_GetOrderStoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  getOrderStories(argument: _orderplacing_order_v1_GetOrderStoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  getOrderStories(argument: _orderplacing_order_v1_GetOrderStoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  getOrderStories(argument: _orderplacing_order_v1_GetOrderStoriesRequest, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetOrderStory answers one order of any user with everything stored about it, for operators.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   */
  GetOrderStory(argument: _orderplacing_order_v1_GetOrderStoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoryResponseOutput>): grpc.ClientUnaryCall;
  GetOrderStory(argument: _orderplacing_order_v1_GetOrderStoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoryResponseOutput>): grpc.ClientUnaryCall;
  GetOrderStory(argument: _orderplacing_order_v1_GetOrderStoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoryResponseOutput>): grpc.ClientUnaryCall;
  GetOrderStory(argument: _orderplacing_order_v1_GetOrderStoryRequest, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoryResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetOrderStory answers one order of any user with everything stored about it, for operators.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   */
  getOrderStory(argument: _orderplacing_order_v1_GetOrderStoryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoryResponseOutput>): grpc.ClientUnaryCall;
  getOrderStory(argument: _orderplacing_order_v1_GetOrderStoryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoryResponseOutput>): grpc.ClientUnaryCall;
  getOrderStory(argument: _orderplacing_order_v1_GetOrderStoryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoryResponseOutput>): grpc.ClientUnaryCall;
  getOrderStory(argument: _orderplacing_order_v1_GetOrderStoryRequest, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrderStoryResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetOrders answers those of the given orders that exist, of any user, in any order; at most 100 ids.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): too many ids.
   */
  GetOrders(argument: _orderplacing_order_v1_GetOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrdersResponseOutput>): grpc.ClientUnaryCall;
  GetOrders(argument: _orderplacing_order_v1_GetOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrdersResponseOutput>): grpc.ClientUnaryCall;
  GetOrders(argument: _orderplacing_order_v1_GetOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrdersResponseOutput>): grpc.ClientUnaryCall;
  GetOrders(argument: _orderplacing_order_v1_GetOrdersRequest, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrdersResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetOrders answers those of the given orders that exist, of any user, in any order; at most 100 ids.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): too many ids.
   */
  getOrders(argument: _orderplacing_order_v1_GetOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrdersResponseOutput>): grpc.ClientUnaryCall;
  getOrders(argument: _orderplacing_order_v1_GetOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrdersResponseOutput>): grpc.ClientUnaryCall;
  getOrders(argument: _orderplacing_order_v1_GetOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrdersResponseOutput>): grpc.ClientUnaryCall;
  getOrders(argument: _orderplacing_order_v1_GetOrdersRequest, callback: grpc.requestCallback<_orderplacing_order_v1_GetOrdersResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListOrderStories pages through the orders of all users with everything stored about them, by order id, for audits.
   */
  ListOrderStories(argument: _orderplacing_order_v1_ListOrderStoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  ListOrderStories(argument: _orderplacing_order_v1_ListOrderStoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  ListOrderStories(argument: _orderplacing_order_v1_ListOrderStoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  ListOrderStories(argument: _orderplacing_order_v1_ListOrderStoriesRequest, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListOrderStories pages through the orders of all users with everything stored about them, by order id, for audits.
   */
  listOrderStories(argument: _orderplacing_order_v1_ListOrderStoriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  listOrderStories(argument: _orderplacing_order_v1_ListOrderStoriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  listOrderStories(argument: _orderplacing_order_v1_ListOrderStoriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  listOrderStories(argument: _orderplacing_order_v1_ListOrderStoriesRequest, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrderStoriesResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListOrders pages through a user's orders, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListOrders(argument: _orderplacing_order_v1_ListOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrdersResponseOutput>): grpc.ClientUnaryCall;
  ListOrders(argument: _orderplacing_order_v1_ListOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrdersResponseOutput>): grpc.ClientUnaryCall;
  ListOrders(argument: _orderplacing_order_v1_ListOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrdersResponseOutput>): grpc.ClientUnaryCall;
  ListOrders(argument: _orderplacing_order_v1_ListOrdersRequest, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrdersResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListOrders pages through a user's orders, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  listOrders(argument: _orderplacing_order_v1_ListOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrdersResponseOutput>): grpc.ClientUnaryCall;
  listOrders(argument: _orderplacing_order_v1_ListOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrdersResponseOutput>): grpc.ClientUnaryCall;
  listOrders(argument: _orderplacing_order_v1_ListOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrdersResponseOutput>): grpc.ClientUnaryCall;
  listOrders(argument: _orderplacing_order_v1_ListOrdersRequest, callback: grpc.requestCallback<_orderplacing_order_v1_ListOrdersResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * PlaceOrder reserves the stock and records the order. The same order id and body give the same order.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT): details name the products.
   * - FAILED_PRECONDITION (PRICE_CHANGED): details name the total that the order would have now.
   * - FAILED_PRECONDITION (OUT_OF_STOCK): details name every short product with requested and available.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the total would exceed 2^53 - 1.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the id is known with another body.
   * - UNAVAILABLE (UNAVAILABLE): it could not be decided in time; the same request may be sent again.
   */
  PlaceOrder(argument: _orderplacing_order_v1_PlaceOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_PlaceOrderResponseOutput>): grpc.ClientUnaryCall;
  PlaceOrder(argument: _orderplacing_order_v1_PlaceOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_PlaceOrderResponseOutput>): grpc.ClientUnaryCall;
  PlaceOrder(argument: _orderplacing_order_v1_PlaceOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_PlaceOrderResponseOutput>): grpc.ClientUnaryCall;
  PlaceOrder(argument: _orderplacing_order_v1_PlaceOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_PlaceOrderResponseOutput>): grpc.ClientUnaryCall;
  /**
   * PlaceOrder reserves the stock and records the order. The same order id and body give the same order.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT): details name the products.
   * - FAILED_PRECONDITION (PRICE_CHANGED): details name the total that the order would have now.
   * - FAILED_PRECONDITION (OUT_OF_STOCK): details name every short product with requested and available.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the total would exceed 2^53 - 1.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the id is known with another body.
   * - UNAVAILABLE (UNAVAILABLE): it could not be decided in time; the same request may be sent again.
   */
  placeOrder(argument: _orderplacing_order_v1_PlaceOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_PlaceOrderResponseOutput>): grpc.ClientUnaryCall;
  placeOrder(argument: _orderplacing_order_v1_PlaceOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_PlaceOrderResponseOutput>): grpc.ClientUnaryCall;
  placeOrder(argument: _orderplacing_order_v1_PlaceOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_PlaceOrderResponseOutput>): grpc.ClientUnaryCall;
  placeOrder(argument: _orderplacing_order_v1_PlaceOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_PlaceOrderResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * PlacePricedOrder is PlaceOrder for a buyer who expects to pay. A server from before prices does not know it, where it
   * would ignore the expected total of PlaceOrder and record an order for nothing.
   */
  PlacePricedOrder(argument: _orderplacing_order_v1_PlacePricedOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_PlacePricedOrderResponseOutput>): grpc.ClientUnaryCall;
  PlacePricedOrder(argument: _orderplacing_order_v1_PlacePricedOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_PlacePricedOrderResponseOutput>): grpc.ClientUnaryCall;
  PlacePricedOrder(argument: _orderplacing_order_v1_PlacePricedOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_PlacePricedOrderResponseOutput>): grpc.ClientUnaryCall;
  PlacePricedOrder(argument: _orderplacing_order_v1_PlacePricedOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_PlacePricedOrderResponseOutput>): grpc.ClientUnaryCall;
  /**
   * PlacePricedOrder is PlaceOrder for a buyer who expects to pay. A server from before prices does not know it, where it
   * would ignore the expected total of PlaceOrder and record an order for nothing.
   */
  placePricedOrder(argument: _orderplacing_order_v1_PlacePricedOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_PlacePricedOrderResponseOutput>): grpc.ClientUnaryCall;
  placePricedOrder(argument: _orderplacing_order_v1_PlacePricedOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_PlacePricedOrderResponseOutput>): grpc.ClientUnaryCall;
  placePricedOrder(argument: _orderplacing_order_v1_PlacePricedOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_PlacePricedOrderResponseOutput>): grpc.ClientUnaryCall;
  placePricedOrder(argument: _orderplacing_order_v1_PlacePricedOrderRequest, callback: grpc.requestCallback<_orderplacing_order_v1_PlacePricedOrderResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * SettleOrders moves pending orders to Processed and answers the state that stands of each.
   */
  SettleOrders(argument: _orderplacing_order_v1_SettleOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_SettleOrdersResponseOutput>): grpc.ClientUnaryCall;
  SettleOrders(argument: _orderplacing_order_v1_SettleOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_SettleOrdersResponseOutput>): grpc.ClientUnaryCall;
  SettleOrders(argument: _orderplacing_order_v1_SettleOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_SettleOrdersResponseOutput>): grpc.ClientUnaryCall;
  SettleOrders(argument: _orderplacing_order_v1_SettleOrdersRequest, callback: grpc.requestCallback<_orderplacing_order_v1_SettleOrdersResponseOutput>): grpc.ClientUnaryCall;
  /**
   * SettleOrders moves pending orders to Processed and answers the state that stands of each.
   */
  settleOrders(argument: _orderplacing_order_v1_SettleOrdersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_SettleOrdersResponseOutput>): grpc.ClientUnaryCall;
  settleOrders(argument: _orderplacing_order_v1_SettleOrdersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_order_v1_SettleOrdersResponseOutput>): grpc.ClientUnaryCall;
  settleOrders(argument: _orderplacing_order_v1_SettleOrdersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_order_v1_SettleOrdersResponseOutput>): grpc.ClientUnaryCall;
  settleOrders(argument: _orderplacing_order_v1_SettleOrdersRequest, callback: grpc.requestCallback<_orderplacing_order_v1_SettleOrdersResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * WatchOrder answers the present state of a user's order, then each change; it ends after a final one.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   */
  WatchOrder(argument: _orderplacing_order_v1_WatchOrderRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_order_v1_WatchOrderResponseOutput>;
  WatchOrder(argument: _orderplacing_order_v1_WatchOrderRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_order_v1_WatchOrderResponseOutput>;
  /**
   * WatchOrder answers the present state of a user's order, then each change; it ends after a final one.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   */
  watchOrder(argument: _orderplacing_order_v1_WatchOrderRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_order_v1_WatchOrderResponseOutput>;
  watchOrder(argument: _orderplacing_order_v1_WatchOrderRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_order_v1_WatchOrderResponseOutput>;
  
}

/**
 * OrderService owns orders and their states. All RPCs:
 * - RESOURCE_EXHAUSTED (UNAVAILABLE): too many requests are waiting.
 * - UNAVAILABLE (UNAVAILABLE): a dependency is unavailable.
 */
export interface OrderServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * CancelOrder cancels a pending order of a user; a cancelled one is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   * - FAILED_PRECONDITION (NOT_CANCELLABLE): it is final otherwise.
   */
  CancelOrder: grpc.handleUnaryCall<_orderplacing_order_v1_CancelOrderRequestOutput, _orderplacing_order_v1_CancelOrderResponse>;
  
  /**
   * ExportOrders streams the orders of all users, oldest first. A stream that broke off is continued behind its last
   * response by another call with that response's page token.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ExportOrders: grpc.handleServerStreamingCall<_orderplacing_order_v1_ExportOrdersRequestOutput, _orderplacing_order_v1_ExportOrdersResponse>;
  
  /**
   * FailOrder fails a pending order: its stock is returned and its buyer is notified. A failed order is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   * - FAILED_PRECONDITION (ILLEGAL_TRANSITION): it is final otherwise; details name the status.
   */
  FailOrder: grpc.handleUnaryCall<_orderplacing_order_v1_FailOrderRequestOutput, _orderplacing_order_v1_FailOrderResponse>;
  
  /**
   * FindOrders pages through the orders of all users, newest first, for operators.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  FindOrders: grpc.handleUnaryCall<_orderplacing_order_v1_FindOrdersRequestOutput, _orderplacing_order_v1_FindOrdersResponse>;
  
  /**
   * GetOrder answers one order of a user.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   */
  GetOrder: grpc.handleUnaryCall<_orderplacing_order_v1_GetOrderRequestOutput, _orderplacing_order_v1_GetOrderResponse>;
  
  /**
   * GetOrderStories answers those of the given orders that exist with everything stored about them, in any order.
   */
  GetOrderStories: grpc.handleUnaryCall<_orderplacing_order_v1_GetOrderStoriesRequestOutput, _orderplacing_order_v1_GetOrderStoriesResponse>;
  
  /**
   * GetOrderStory answers one order of any user with everything stored about it, for operators.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   */
  GetOrderStory: grpc.handleUnaryCall<_orderplacing_order_v1_GetOrderStoryRequestOutput, _orderplacing_order_v1_GetOrderStoryResponse>;
  
  /**
   * GetOrders answers those of the given orders that exist, of any user, in any order; at most 100 ids.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): too many ids.
   */
  GetOrders: grpc.handleUnaryCall<_orderplacing_order_v1_GetOrdersRequestOutput, _orderplacing_order_v1_GetOrdersResponse>;
  
  /**
   * ListOrderStories pages through the orders of all users with everything stored about them, by order id, for audits.
   */
  ListOrderStories: grpc.handleUnaryCall<_orderplacing_order_v1_ListOrderStoriesRequestOutput, _orderplacing_order_v1_ListOrderStoriesResponse>;
  
  /**
   * ListOrders pages through a user's orders, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListOrders: grpc.handleUnaryCall<_orderplacing_order_v1_ListOrdersRequestOutput, _orderplacing_order_v1_ListOrdersResponse>;
  
  /**
   * PlaceOrder reserves the stock and records the order. The same order id and body give the same order.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT): details name the products.
   * - FAILED_PRECONDITION (PRICE_CHANGED): details name the total that the order would have now.
   * - FAILED_PRECONDITION (OUT_OF_STOCK): details name every short product with requested and available.
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the total would exceed 2^53 - 1.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the id is known with another body.
   * - UNAVAILABLE (UNAVAILABLE): it could not be decided in time; the same request may be sent again.
   */
  PlaceOrder: grpc.handleUnaryCall<_orderplacing_order_v1_PlaceOrderRequestOutput, _orderplacing_order_v1_PlaceOrderResponse>;
  
  /**
   * PlacePricedOrder is PlaceOrder for a buyer who expects to pay. A server from before prices does not know it, where it
   * would ignore the expected total of PlaceOrder and record an order for nothing.
   */
  PlacePricedOrder: grpc.handleUnaryCall<_orderplacing_order_v1_PlacePricedOrderRequestOutput, _orderplacing_order_v1_PlacePricedOrderResponse>;
  
  /**
   * SettleOrders moves pending orders to Processed and answers the state that stands of each.
   */
  SettleOrders: grpc.handleUnaryCall<_orderplacing_order_v1_SettleOrdersRequestOutput, _orderplacing_order_v1_SettleOrdersResponse>;
  
  /**
   * WatchOrder answers the present state of a user's order, then each change; it ends after a final one.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND): unknown, or another user's.
   */
  WatchOrder: grpc.handleServerStreamingCall<_orderplacing_order_v1_WatchOrderRequestOutput, _orderplacing_order_v1_WatchOrderResponse>;
  
}

export interface OrderServiceDefinition extends grpc.ServiceDefinition {
  CancelOrder: MethodDefinition<_orderplacing_order_v1_CancelOrderRequest, _orderplacing_order_v1_CancelOrderResponse, _orderplacing_order_v1_CancelOrderRequestOutput, _orderplacing_order_v1_CancelOrderResponseOutput>
  ExportOrders: MethodDefinition<_orderplacing_order_v1_ExportOrdersRequest, _orderplacing_order_v1_ExportOrdersResponse, _orderplacing_order_v1_ExportOrdersRequestOutput, _orderplacing_order_v1_ExportOrdersResponseOutput>
  FailOrder: MethodDefinition<_orderplacing_order_v1_FailOrderRequest, _orderplacing_order_v1_FailOrderResponse, _orderplacing_order_v1_FailOrderRequestOutput, _orderplacing_order_v1_FailOrderResponseOutput>
  FindOrders: MethodDefinition<_orderplacing_order_v1_FindOrdersRequest, _orderplacing_order_v1_FindOrdersResponse, _orderplacing_order_v1_FindOrdersRequestOutput, _orderplacing_order_v1_FindOrdersResponseOutput>
  GetOrder: MethodDefinition<_orderplacing_order_v1_GetOrderRequest, _orderplacing_order_v1_GetOrderResponse, _orderplacing_order_v1_GetOrderRequestOutput, _orderplacing_order_v1_GetOrderResponseOutput>
  GetOrderStories: MethodDefinition<_orderplacing_order_v1_GetOrderStoriesRequest, _orderplacing_order_v1_GetOrderStoriesResponse, _orderplacing_order_v1_GetOrderStoriesRequestOutput, _orderplacing_order_v1_GetOrderStoriesResponseOutput>
  GetOrderStory: MethodDefinition<_orderplacing_order_v1_GetOrderStoryRequest, _orderplacing_order_v1_GetOrderStoryResponse, _orderplacing_order_v1_GetOrderStoryRequestOutput, _orderplacing_order_v1_GetOrderStoryResponseOutput>
  GetOrders: MethodDefinition<_orderplacing_order_v1_GetOrdersRequest, _orderplacing_order_v1_GetOrdersResponse, _orderplacing_order_v1_GetOrdersRequestOutput, _orderplacing_order_v1_GetOrdersResponseOutput>
  ListOrderStories: MethodDefinition<_orderplacing_order_v1_ListOrderStoriesRequest, _orderplacing_order_v1_ListOrderStoriesResponse, _orderplacing_order_v1_ListOrderStoriesRequestOutput, _orderplacing_order_v1_ListOrderStoriesResponseOutput>
  ListOrders: MethodDefinition<_orderplacing_order_v1_ListOrdersRequest, _orderplacing_order_v1_ListOrdersResponse, _orderplacing_order_v1_ListOrdersRequestOutput, _orderplacing_order_v1_ListOrdersResponseOutput>
  PlaceOrder: MethodDefinition<_orderplacing_order_v1_PlaceOrderRequest, _orderplacing_order_v1_PlaceOrderResponse, _orderplacing_order_v1_PlaceOrderRequestOutput, _orderplacing_order_v1_PlaceOrderResponseOutput>
  PlacePricedOrder: MethodDefinition<_orderplacing_order_v1_PlacePricedOrderRequest, _orderplacing_order_v1_PlacePricedOrderResponse, _orderplacing_order_v1_PlacePricedOrderRequestOutput, _orderplacing_order_v1_PlacePricedOrderResponseOutput>
  SettleOrders: MethodDefinition<_orderplacing_order_v1_SettleOrdersRequest, _orderplacing_order_v1_SettleOrdersResponse, _orderplacing_order_v1_SettleOrdersRequestOutput, _orderplacing_order_v1_SettleOrdersResponseOutput>
  WatchOrder: MethodDefinition<_orderplacing_order_v1_WatchOrderRequest, _orderplacing_order_v1_WatchOrderResponse, _orderplacing_order_v1_WatchOrderRequestOutput, _orderplacing_order_v1_WatchOrderResponseOutput>
}
