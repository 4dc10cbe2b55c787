import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from './google/protobuf/Timestamp';
import type { CancelOrderRequest as _orderplacing_order_v1_CancelOrderRequest, CancelOrderRequestOutput as _orderplacing_order_v1_CancelOrderRequestOutput } from './orderplacing/order/v1/CancelOrderRequest';
import type { CancelOrderResponse as _orderplacing_order_v1_CancelOrderResponse, CancelOrderResponseOutput as _orderplacing_order_v1_CancelOrderResponseOutput } from './orderplacing/order/v1/CancelOrderResponse';
import type { ExportOrdersRequest as _orderplacing_order_v1_ExportOrdersRequest, ExportOrdersRequestOutput as _orderplacing_order_v1_ExportOrdersRequestOutput } from './orderplacing/order/v1/ExportOrdersRequest';
import type { ExportOrdersResponse as _orderplacing_order_v1_ExportOrdersResponse, ExportOrdersResponseOutput as _orderplacing_order_v1_ExportOrdersResponseOutput } from './orderplacing/order/v1/ExportOrdersResponse';
import type { FailOrderRequest as _orderplacing_order_v1_FailOrderRequest, FailOrderRequestOutput as _orderplacing_order_v1_FailOrderRequestOutput } from './orderplacing/order/v1/FailOrderRequest';
import type { FailOrderResponse as _orderplacing_order_v1_FailOrderResponse, FailOrderResponseOutput as _orderplacing_order_v1_FailOrderResponseOutput } from './orderplacing/order/v1/FailOrderResponse';
import type { FindOrdersRequest as _orderplacing_order_v1_FindOrdersRequest, FindOrdersRequestOutput as _orderplacing_order_v1_FindOrdersRequestOutput } from './orderplacing/order/v1/FindOrdersRequest';
import type { FindOrdersResponse as _orderplacing_order_v1_FindOrdersResponse, FindOrdersResponseOutput as _orderplacing_order_v1_FindOrdersResponseOutput } from './orderplacing/order/v1/FindOrdersResponse';
import type { GetOrderRequest as _orderplacing_order_v1_GetOrderRequest, GetOrderRequestOutput as _orderplacing_order_v1_GetOrderRequestOutput } from './orderplacing/order/v1/GetOrderRequest';
import type { GetOrderResponse as _orderplacing_order_v1_GetOrderResponse, GetOrderResponseOutput as _orderplacing_order_v1_GetOrderResponseOutput } from './orderplacing/order/v1/GetOrderResponse';
import type { GetOrderStoriesRequest as _orderplacing_order_v1_GetOrderStoriesRequest, GetOrderStoriesRequestOutput as _orderplacing_order_v1_GetOrderStoriesRequestOutput } from './orderplacing/order/v1/GetOrderStoriesRequest';
import type { GetOrderStoriesResponse as _orderplacing_order_v1_GetOrderStoriesResponse, GetOrderStoriesResponseOutput as _orderplacing_order_v1_GetOrderStoriesResponseOutput } from './orderplacing/order/v1/GetOrderStoriesResponse';
import type { GetOrderStoryRequest as _orderplacing_order_v1_GetOrderStoryRequest, GetOrderStoryRequestOutput as _orderplacing_order_v1_GetOrderStoryRequestOutput } from './orderplacing/order/v1/GetOrderStoryRequest';
import type { GetOrderStoryResponse as _orderplacing_order_v1_GetOrderStoryResponse, GetOrderStoryResponseOutput as _orderplacing_order_v1_GetOrderStoryResponseOutput } from './orderplacing/order/v1/GetOrderStoryResponse';
import type { GetOrdersRequest as _orderplacing_order_v1_GetOrdersRequest, GetOrdersRequestOutput as _orderplacing_order_v1_GetOrdersRequestOutput } from './orderplacing/order/v1/GetOrdersRequest';
import type { GetOrdersResponse as _orderplacing_order_v1_GetOrdersResponse, GetOrdersResponseOutput as _orderplacing_order_v1_GetOrdersResponseOutput } from './orderplacing/order/v1/GetOrdersResponse';
import type { Item as _orderplacing_order_v1_Item, ItemOutput as _orderplacing_order_v1_ItemOutput } from './orderplacing/order/v1/Item';
import type { ListOrderStoriesRequest as _orderplacing_order_v1_ListOrderStoriesRequest, ListOrderStoriesRequestOutput as _orderplacing_order_v1_ListOrderStoriesRequestOutput } from './orderplacing/order/v1/ListOrderStoriesRequest';
import type { ListOrderStoriesResponse as _orderplacing_order_v1_ListOrderStoriesResponse, ListOrderStoriesResponseOutput as _orderplacing_order_v1_ListOrderStoriesResponseOutput } from './orderplacing/order/v1/ListOrderStoriesResponse';
import type { ListOrdersRequest as _orderplacing_order_v1_ListOrdersRequest, ListOrdersRequestOutput as _orderplacing_order_v1_ListOrdersRequestOutput } from './orderplacing/order/v1/ListOrdersRequest';
import type { ListOrdersResponse as _orderplacing_order_v1_ListOrdersResponse, ListOrdersResponseOutput as _orderplacing_order_v1_ListOrdersResponseOutput } from './orderplacing/order/v1/ListOrdersResponse';
import type { Money as _orderplacing_order_v1_Money, MoneyOutput as _orderplacing_order_v1_MoneyOutput } from './orderplacing/order/v1/Money';
import type { Order as _orderplacing_order_v1_Order, OrderOutput as _orderplacing_order_v1_OrderOutput } from './orderplacing/order/v1/Order';
import type { OrderServiceClient as _orderplacing_order_v1_OrderServiceClient, OrderServiceDefinition as _orderplacing_order_v1_OrderServiceDefinition } from './orderplacing/order/v1/OrderService';
import type { OutboxEntry as _orderplacing_order_v1_OutboxEntry, OutboxEntryOutput as _orderplacing_order_v1_OutboxEntryOutput } from './orderplacing/order/v1/OutboxEntry';
import type { PlaceOrderRequest as _orderplacing_order_v1_PlaceOrderRequest, PlaceOrderRequestOutput as _orderplacing_order_v1_PlaceOrderRequestOutput } from './orderplacing/order/v1/PlaceOrderRequest';
import type { PlaceOrderResponse as _orderplacing_order_v1_PlaceOrderResponse, PlaceOrderResponseOutput as _orderplacing_order_v1_PlaceOrderResponseOutput } from './orderplacing/order/v1/PlaceOrderResponse';
import type { PlacePricedOrderRequest as _orderplacing_order_v1_PlacePricedOrderRequest, PlacePricedOrderRequestOutput as _orderplacing_order_v1_PlacePricedOrderRequestOutput } from './orderplacing/order/v1/PlacePricedOrderRequest';
import type { PlacePricedOrderResponse as _orderplacing_order_v1_PlacePricedOrderResponse, PlacePricedOrderResponseOutput as _orderplacing_order_v1_PlacePricedOrderResponseOutput } from './orderplacing/order/v1/PlacePricedOrderResponse';
import type { SettleOrdersRequest as _orderplacing_order_v1_SettleOrdersRequest, SettleOrdersRequestOutput as _orderplacing_order_v1_SettleOrdersRequestOutput } from './orderplacing/order/v1/SettleOrdersRequest';
import type { SettleOrdersResponse as _orderplacing_order_v1_SettleOrdersResponse, SettleOrdersResponseOutput as _orderplacing_order_v1_SettleOrdersResponseOutput } from './orderplacing/order/v1/SettleOrdersResponse';
import type { SettleResult as _orderplacing_order_v1_SettleResult, SettleResultOutput as _orderplacing_order_v1_SettleResultOutput } from './orderplacing/order/v1/SettleResult';
import type { WatchOrderRequest as _orderplacing_order_v1_WatchOrderRequest, WatchOrderRequestOutput as _orderplacing_order_v1_WatchOrderRequestOutput } from './orderplacing/order/v1/WatchOrderRequest';
import type { WatchOrderResponse as _orderplacing_order_v1_WatchOrderResponse, WatchOrderResponseOutput as _orderplacing_order_v1_WatchOrderResponseOutput } from './orderplacing/order/v1/WatchOrderResponse';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_TimestampOutput>
    }
  }
  orderplacing: {
    order: {
      v1: {
        CancelOrderRequest: MessageTypeDefinition<_orderplacing_order_v1_CancelOrderRequest, _orderplacing_order_v1_CancelOrderRequestOutput>
        CancelOrderResponse: MessageTypeDefinition<_orderplacing_order_v1_CancelOrderResponse, _orderplacing_order_v1_CancelOrderResponseOutput>
        ExportOrdersRequest: MessageTypeDefinition<_orderplacing_order_v1_ExportOrdersRequest, _orderplacing_order_v1_ExportOrdersRequestOutput>
        ExportOrdersResponse: MessageTypeDefinition<_orderplacing_order_v1_ExportOrdersResponse, _orderplacing_order_v1_ExportOrdersResponseOutput>
        FailOrderRequest: MessageTypeDefinition<_orderplacing_order_v1_FailOrderRequest, _orderplacing_order_v1_FailOrderRequestOutput>
        FailOrderResponse: MessageTypeDefinition<_orderplacing_order_v1_FailOrderResponse, _orderplacing_order_v1_FailOrderResponseOutput>
        FindOrdersRequest: MessageTypeDefinition<_orderplacing_order_v1_FindOrdersRequest, _orderplacing_order_v1_FindOrdersRequestOutput>
        FindOrdersResponse: MessageTypeDefinition<_orderplacing_order_v1_FindOrdersResponse, _orderplacing_order_v1_FindOrdersResponseOutput>
        GetOrderRequest: MessageTypeDefinition<_orderplacing_order_v1_GetOrderRequest, _orderplacing_order_v1_GetOrderRequestOutput>
        GetOrderResponse: MessageTypeDefinition<_orderplacing_order_v1_GetOrderResponse, _orderplacing_order_v1_GetOrderResponseOutput>
        GetOrderStoriesRequest: MessageTypeDefinition<_orderplacing_order_v1_GetOrderStoriesRequest, _orderplacing_order_v1_GetOrderStoriesRequestOutput>
        GetOrderStoriesResponse: MessageTypeDefinition<_orderplacing_order_v1_GetOrderStoriesResponse, _orderplacing_order_v1_GetOrderStoriesResponseOutput>
        GetOrderStoryRequest: MessageTypeDefinition<_orderplacing_order_v1_GetOrderStoryRequest, _orderplacing_order_v1_GetOrderStoryRequestOutput>
        GetOrderStoryResponse: MessageTypeDefinition<_orderplacing_order_v1_GetOrderStoryResponse, _orderplacing_order_v1_GetOrderStoryResponseOutput>
        GetOrdersRequest: MessageTypeDefinition<_orderplacing_order_v1_GetOrdersRequest, _orderplacing_order_v1_GetOrdersRequestOutput>
        GetOrdersResponse: MessageTypeDefinition<_orderplacing_order_v1_GetOrdersResponse, _orderplacing_order_v1_GetOrdersResponseOutput>
        Item: MessageTypeDefinition<_orderplacing_order_v1_Item, _orderplacing_order_v1_ItemOutput>
        ListOrderStoriesRequest: MessageTypeDefinition<_orderplacing_order_v1_ListOrderStoriesRequest, _orderplacing_order_v1_ListOrderStoriesRequestOutput>
        ListOrderStoriesResponse: MessageTypeDefinition<_orderplacing_order_v1_ListOrderStoriesResponse, _orderplacing_order_v1_ListOrderStoriesResponseOutput>
        ListOrdersRequest: MessageTypeDefinition<_orderplacing_order_v1_ListOrdersRequest, _orderplacing_order_v1_ListOrdersRequestOutput>
        ListOrdersResponse: MessageTypeDefinition<_orderplacing_order_v1_ListOrdersResponse, _orderplacing_order_v1_ListOrdersResponseOutput>
        Money: MessageTypeDefinition<_orderplacing_order_v1_Money, _orderplacing_order_v1_MoneyOutput>
        Order: MessageTypeDefinition<_orderplacing_order_v1_Order, _orderplacing_order_v1_OrderOutput>
        /**
         * OrderService owns orders and their states. All RPCs:
         * - RESOURCE_EXHAUSTED (UNAVAILABLE): too many requests are waiting.
         * - UNAVAILABLE (UNAVAILABLE): a dependency is unavailable.
         */
        OrderService: SubtypeConstructor<typeof grpc.Client, _orderplacing_order_v1_OrderServiceClient> & { service: _orderplacing_order_v1_OrderServiceDefinition }
        OrderStatus: EnumTypeDefinition
        OutboxEntry: MessageTypeDefinition<_orderplacing_order_v1_OutboxEntry, _orderplacing_order_v1_OutboxEntryOutput>
        OutboxKind: EnumTypeDefinition
        PlaceOrderRequest: MessageTypeDefinition<_orderplacing_order_v1_PlaceOrderRequest, _orderplacing_order_v1_PlaceOrderRequestOutput>
        PlaceOrderResponse: MessageTypeDefinition<_orderplacing_order_v1_PlaceOrderResponse, _orderplacing_order_v1_PlaceOrderResponseOutput>
        PlacePricedOrderRequest: MessageTypeDefinition<_orderplacing_order_v1_PlacePricedOrderRequest, _orderplacing_order_v1_PlacePricedOrderRequestOutput>
        PlacePricedOrderResponse: MessageTypeDefinition<_orderplacing_order_v1_PlacePricedOrderResponse, _orderplacing_order_v1_PlacePricedOrderResponseOutput>
        SettleOrdersRequest: MessageTypeDefinition<_orderplacing_order_v1_SettleOrdersRequest, _orderplacing_order_v1_SettleOrdersRequestOutput>
        SettleOrdersResponse: MessageTypeDefinition<_orderplacing_order_v1_SettleOrdersResponse, _orderplacing_order_v1_SettleOrdersResponseOutput>
        SettleResult: MessageTypeDefinition<_orderplacing_order_v1_SettleResult, _orderplacing_order_v1_SettleResultOutput>
        WatchOrderRequest: MessageTypeDefinition<_orderplacing_order_v1_WatchOrderRequest, _orderplacing_order_v1_WatchOrderRequestOutput>
        WatchOrderResponse: MessageTypeDefinition<_orderplacing_order_v1_WatchOrderResponse, _orderplacing_order_v1_WatchOrderResponseOutput>
      }
    }
  }
}

