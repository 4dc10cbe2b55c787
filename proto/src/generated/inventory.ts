import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from './google/protobuf/Timestamp';
import type { AuditEntry as _orderplacing_audit_v1_AuditEntry, AuditEntryOutput as _orderplacing_audit_v1_AuditEntryOutput } from './orderplacing/audit/v1/AuditEntry';
import type { CommitRequest as _orderplacing_inventory_v1_CommitRequest, CommitRequestOutput as _orderplacing_inventory_v1_CommitRequestOutput } from './orderplacing/inventory/v1/CommitRequest';
import type { CommitResponse as _orderplacing_inventory_v1_CommitResponse, CommitResponseOutput as _orderplacing_inventory_v1_CommitResponseOutput } from './orderplacing/inventory/v1/CommitResponse';
import type { CreateProductRequest as _orderplacing_inventory_v1_CreateProductRequest, CreateProductRequestOutput as _orderplacing_inventory_v1_CreateProductRequestOutput } from './orderplacing/inventory/v1/CreateProductRequest';
import type { CreateProductResponse as _orderplacing_inventory_v1_CreateProductResponse, CreateProductResponseOutput as _orderplacing_inventory_v1_CreateProductResponseOutput } from './orderplacing/inventory/v1/CreateProductResponse';
import type { ExpireRequest as _orderplacing_inventory_v1_ExpireRequest, ExpireRequestOutput as _orderplacing_inventory_v1_ExpireRequestOutput } from './orderplacing/inventory/v1/ExpireRequest';
import type { ExpireResponse as _orderplacing_inventory_v1_ExpireResponse, ExpireResponseOutput as _orderplacing_inventory_v1_ExpireResponseOutput } from './orderplacing/inventory/v1/ExpireResponse';
import type { Expiry as _orderplacing_inventory_v1_Expiry, ExpiryOutput as _orderplacing_inventory_v1_ExpiryOutput } from './orderplacing/inventory/v1/Expiry';
import type { GetProductRequest as _orderplacing_inventory_v1_GetProductRequest, GetProductRequestOutput as _orderplacing_inventory_v1_GetProductRequestOutput } from './orderplacing/inventory/v1/GetProductRequest';
import type { GetProductResponse as _orderplacing_inventory_v1_GetProductResponse, GetProductResponseOutput as _orderplacing_inventory_v1_GetProductResponseOutput } from './orderplacing/inventory/v1/GetProductResponse';
import type { GetReservationRequest as _orderplacing_inventory_v1_GetReservationRequest, GetReservationRequestOutput as _orderplacing_inventory_v1_GetReservationRequestOutput } from './orderplacing/inventory/v1/GetReservationRequest';
import type { GetReservationResponse as _orderplacing_inventory_v1_GetReservationResponse, GetReservationResponseOutput as _orderplacing_inventory_v1_GetReservationResponseOutput } from './orderplacing/inventory/v1/GetReservationResponse';
import type { GetReservationsRequest as _orderplacing_inventory_v1_GetReservationsRequest, GetReservationsRequestOutput as _orderplacing_inventory_v1_GetReservationsRequestOutput } from './orderplacing/inventory/v1/GetReservationsRequest';
import type { GetReservationsResponse as _orderplacing_inventory_v1_GetReservationsResponse, GetReservationsResponseOutput as _orderplacing_inventory_v1_GetReservationsResponseOutput } from './orderplacing/inventory/v1/GetReservationsResponse';
import type { HeldReservation as _orderplacing_inventory_v1_HeldReservation, HeldReservationOutput as _orderplacing_inventory_v1_HeldReservationOutput } from './orderplacing/inventory/v1/HeldReservation';
import type { ImportProductsRequest as _orderplacing_inventory_v1_ImportProductsRequest, ImportProductsRequestOutput as _orderplacing_inventory_v1_ImportProductsRequestOutput } from './orderplacing/inventory/v1/ImportProductsRequest';
import type { ImportProductsResponse as _orderplacing_inventory_v1_ImportProductsResponse, ImportProductsResponseOutput as _orderplacing_inventory_v1_ImportProductsResponseOutput } from './orderplacing/inventory/v1/ImportProductsResponse';
import type { ImportedProduct as _orderplacing_inventory_v1_ImportedProduct, ImportedProductOutput as _orderplacing_inventory_v1_ImportedProductOutput } from './orderplacing/inventory/v1/ImportedProduct';
import type { InventoryServiceClient as _orderplacing_inventory_v1_InventoryServiceClient, InventoryServiceDefinition as _orderplacing_inventory_v1_InventoryServiceDefinition } from './orderplacing/inventory/v1/InventoryService';
import type { Item as _orderplacing_inventory_v1_Item, ItemOutput as _orderplacing_inventory_v1_ItemOutput } from './orderplacing/inventory/v1/Item';
import type { ListAuditEntriesRequest as _orderplacing_inventory_v1_ListAuditEntriesRequest, ListAuditEntriesRequestOutput as _orderplacing_inventory_v1_ListAuditEntriesRequestOutput } from './orderplacing/inventory/v1/ListAuditEntriesRequest';
import type { ListAuditEntriesResponse as _orderplacing_inventory_v1_ListAuditEntriesResponse, ListAuditEntriesResponseOutput as _orderplacing_inventory_v1_ListAuditEntriesResponseOutput } from './orderplacing/inventory/v1/ListAuditEntriesResponse';
import type { ListHeldReservationsRequest as _orderplacing_inventory_v1_ListHeldReservationsRequest, ListHeldReservationsRequestOutput as _orderplacing_inventory_v1_ListHeldReservationsRequestOutput } from './orderplacing/inventory/v1/ListHeldReservationsRequest';
import type { ListHeldReservationsResponse as _orderplacing_inventory_v1_ListHeldReservationsResponse, ListHeldReservationsResponseOutput as _orderplacing_inventory_v1_ListHeldReservationsResponseOutput } from './orderplacing/inventory/v1/ListHeldReservationsResponse';
import type { ListProductsRequest as _orderplacing_inventory_v1_ListProductsRequest, ListProductsRequestOutput as _orderplacing_inventory_v1_ListProductsRequestOutput } from './orderplacing/inventory/v1/ListProductsRequest';
import type { ListProductsResponse as _orderplacing_inventory_v1_ListProductsResponse, ListProductsResponseOutput as _orderplacing_inventory_v1_ListProductsResponseOutput } from './orderplacing/inventory/v1/ListProductsResponse';
import type { ListStockRequest as _orderplacing_inventory_v1_ListStockRequest, ListStockRequestOutput as _orderplacing_inventory_v1_ListStockRequestOutput } from './orderplacing/inventory/v1/ListStockRequest';
import type { ListStockResponse as _orderplacing_inventory_v1_ListStockResponse, ListStockResponseOutput as _orderplacing_inventory_v1_ListStockResponseOutput } from './orderplacing/inventory/v1/ListStockResponse';
import type { Money as _orderplacing_inventory_v1_Money, MoneyOutput as _orderplacing_inventory_v1_MoneyOutput } from './orderplacing/inventory/v1/Money';
import type { Product as _orderplacing_inventory_v1_Product, ProductOutput as _orderplacing_inventory_v1_ProductOutput } from './orderplacing/inventory/v1/Product';
import type { ReleaseRequest as _orderplacing_inventory_v1_ReleaseRequest, ReleaseRequestOutput as _orderplacing_inventory_v1_ReleaseRequestOutput } from './orderplacing/inventory/v1/ReleaseRequest';
import type { ReleaseResponse as _orderplacing_inventory_v1_ReleaseResponse, ReleaseResponseOutput as _orderplacing_inventory_v1_ReleaseResponseOutput } from './orderplacing/inventory/v1/ReleaseResponse';
import type { Reservation as _orderplacing_inventory_v1_Reservation, ReservationOutput as _orderplacing_inventory_v1_ReservationOutput } from './orderplacing/inventory/v1/Reservation';
import type { ReserveRequest as _orderplacing_inventory_v1_ReserveRequest, ReserveRequestOutput as _orderplacing_inventory_v1_ReserveRequestOutput } from './orderplacing/inventory/v1/ReserveRequest';
import type { ReserveResponse as _orderplacing_inventory_v1_ReserveResponse, ReserveResponseOutput as _orderplacing_inventory_v1_ReserveResponseOutput } from './orderplacing/inventory/v1/ReserveResponse';
import type { ReserveResult as _orderplacing_inventory_v1_ReserveResult, ReserveResultOutput as _orderplacing_inventory_v1_ReserveResultOutput } from './orderplacing/inventory/v1/ReserveResult';
import type { RestockProductRequest as _orderplacing_inventory_v1_RestockProductRequest, RestockProductRequestOutput as _orderplacing_inventory_v1_RestockProductRequestOutput } from './orderplacing/inventory/v1/RestockProductRequest';
import type { RestockProductResponse as _orderplacing_inventory_v1_RestockProductResponse, RestockProductResponseOutput as _orderplacing_inventory_v1_RestockProductResponseOutput } from './orderplacing/inventory/v1/RestockProductResponse';
import type { Shortage as _orderplacing_inventory_v1_Shortage, ShortageOutput as _orderplacing_inventory_v1_ShortageOutput } from './orderplacing/inventory/v1/Shortage';
import type { StockTotals as _orderplacing_inventory_v1_StockTotals, StockTotalsOutput as _orderplacing_inventory_v1_StockTotalsOutput } from './orderplacing/inventory/v1/StockTotals';
import type { StoredReservation as _orderplacing_inventory_v1_StoredReservation, StoredReservationOutput as _orderplacing_inventory_v1_StoredReservationOutput } from './orderplacing/inventory/v1/StoredReservation';
import type { UpdateProductRequest as _orderplacing_inventory_v1_UpdateProductRequest, UpdateProductRequestOutput as _orderplacing_inventory_v1_UpdateProductRequestOutput } from './orderplacing/inventory/v1/UpdateProductRequest';
import type { UpdateProductResponse as _orderplacing_inventory_v1_UpdateProductResponse, UpdateProductResponseOutput as _orderplacing_inventory_v1_UpdateProductResponseOutput } from './orderplacing/inventory/v1/UpdateProductResponse';

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
    audit: {
      v1: {
        AuditEntry: MessageTypeDefinition<_orderplacing_audit_v1_AuditEntry, _orderplacing_audit_v1_AuditEntryOutput>
      }
    }
    inventory: {
      v1: {
        CommitOutcome: EnumTypeDefinition
        CommitRequest: MessageTypeDefinition<_orderplacing_inventory_v1_CommitRequest, _orderplacing_inventory_v1_CommitRequestOutput>
        CommitResponse: MessageTypeDefinition<_orderplacing_inventory_v1_CommitResponse, _orderplacing_inventory_v1_CommitResponseOutput>
        CreateProductRequest: MessageTypeDefinition<_orderplacing_inventory_v1_CreateProductRequest, _orderplacing_inventory_v1_CreateProductRequestOutput>
        CreateProductResponse: MessageTypeDefinition<_orderplacing_inventory_v1_CreateProductResponse, _orderplacing_inventory_v1_CreateProductResponseOutput>
        ExpireRequest: MessageTypeDefinition<_orderplacing_inventory_v1_ExpireRequest, _orderplacing_inventory_v1_ExpireRequestOutput>
        ExpireResponse: MessageTypeDefinition<_orderplacing_inventory_v1_ExpireResponse, _orderplacing_inventory_v1_ExpireResponseOutput>
        Expiry: MessageTypeDefinition<_orderplacing_inventory_v1_Expiry, _orderplacing_inventory_v1_ExpiryOutput>
        GetProductRequest: MessageTypeDefinition<_orderplacing_inventory_v1_GetProductRequest, _orderplacing_inventory_v1_GetProductRequestOutput>
        GetProductResponse: MessageTypeDefinition<_orderplacing_inventory_v1_GetProductResponse, _orderplacing_inventory_v1_GetProductResponseOutput>
        GetReservationRequest: MessageTypeDefinition<_orderplacing_inventory_v1_GetReservationRequest, _orderplacing_inventory_v1_GetReservationRequestOutput>
        GetReservationResponse: MessageTypeDefinition<_orderplacing_inventory_v1_GetReservationResponse, _orderplacing_inventory_v1_GetReservationResponseOutput>
        GetReservationsRequest: MessageTypeDefinition<_orderplacing_inventory_v1_GetReservationsRequest, _orderplacing_inventory_v1_GetReservationsRequestOutput>
        GetReservationsResponse: MessageTypeDefinition<_orderplacing_inventory_v1_GetReservationsResponse, _orderplacing_inventory_v1_GetReservationsResponseOutput>
        HeldReservation: MessageTypeDefinition<_orderplacing_inventory_v1_HeldReservation, _orderplacing_inventory_v1_HeldReservationOutput>
        ImportOutcome: EnumTypeDefinition
        ImportProductsRequest: MessageTypeDefinition<_orderplacing_inventory_v1_ImportProductsRequest, _orderplacing_inventory_v1_ImportProductsRequestOutput>
        ImportProductsResponse: MessageTypeDefinition<_orderplacing_inventory_v1_ImportProductsResponse, _orderplacing_inventory_v1_ImportProductsResponseOutput>
        ImportedProduct: MessageTypeDefinition<_orderplacing_inventory_v1_ImportedProduct, _orderplacing_inventory_v1_ImportedProductOutput>
        /**
         * InventoryService owns stock and the reservations that orders hold on it.
         * 
         * Every RPC that changes stock shares commits with those that arrive at the same time. All of them:
         * - RESOURCE_EXHAUSTED (UNAVAILABLE): too many requests are waiting.
         * - UNAVAILABLE (UNAVAILABLE): the database is unavailable.
         */
        InventoryService: SubtypeConstructor<typeof grpc.Client, _orderplacing_inventory_v1_InventoryServiceClient> & { service: _orderplacing_inventory_v1_InventoryServiceDefinition }
        Item: MessageTypeDefinition<_orderplacing_inventory_v1_Item, _orderplacing_inventory_v1_ItemOutput>
        ListAuditEntriesRequest: MessageTypeDefinition<_orderplacing_inventory_v1_ListAuditEntriesRequest, _orderplacing_inventory_v1_ListAuditEntriesRequestOutput>
        ListAuditEntriesResponse: MessageTypeDefinition<_orderplacing_inventory_v1_ListAuditEntriesResponse, _orderplacing_inventory_v1_ListAuditEntriesResponseOutput>
        ListHeldReservationsRequest: MessageTypeDefinition<_orderplacing_inventory_v1_ListHeldReservationsRequest, _orderplacing_inventory_v1_ListHeldReservationsRequestOutput>
        ListHeldReservationsResponse: MessageTypeDefinition<_orderplacing_inventory_v1_ListHeldReservationsResponse, _orderplacing_inventory_v1_ListHeldReservationsResponseOutput>
        ListProductsRequest: MessageTypeDefinition<_orderplacing_inventory_v1_ListProductsRequest, _orderplacing_inventory_v1_ListProductsRequestOutput>
        ListProductsResponse: MessageTypeDefinition<_orderplacing_inventory_v1_ListProductsResponse, _orderplacing_inventory_v1_ListProductsResponseOutput>
        ListStockRequest: MessageTypeDefinition<_orderplacing_inventory_v1_ListStockRequest, _orderplacing_inventory_v1_ListStockRequestOutput>
        ListStockResponse: MessageTypeDefinition<_orderplacing_inventory_v1_ListStockResponse, _orderplacing_inventory_v1_ListStockResponseOutput>
        Money: MessageTypeDefinition<_orderplacing_inventory_v1_Money, _orderplacing_inventory_v1_MoneyOutput>
        Product: MessageTypeDefinition<_orderplacing_inventory_v1_Product, _orderplacing_inventory_v1_ProductOutput>
        ReleaseRequest: MessageTypeDefinition<_orderplacing_inventory_v1_ReleaseRequest, _orderplacing_inventory_v1_ReleaseRequestOutput>
        ReleaseResponse: MessageTypeDefinition<_orderplacing_inventory_v1_ReleaseResponse, _orderplacing_inventory_v1_ReleaseResponseOutput>
        Reservation: MessageTypeDefinition<_orderplacing_inventory_v1_Reservation, _orderplacing_inventory_v1_ReservationOutput>
        ReservationState: EnumTypeDefinition
        ReserveOutcome: EnumTypeDefinition
        ReserveRequest: MessageTypeDefinition<_orderplacing_inventory_v1_ReserveRequest, _orderplacing_inventory_v1_ReserveRequestOutput>
        ReserveResponse: MessageTypeDefinition<_orderplacing_inventory_v1_ReserveResponse, _orderplacing_inventory_v1_ReserveResponseOutput>
        ReserveResult: MessageTypeDefinition<_orderplacing_inventory_v1_ReserveResult, _orderplacing_inventory_v1_ReserveResultOutput>
        RestockProductRequest: MessageTypeDefinition<_orderplacing_inventory_v1_RestockProductRequest, _orderplacing_inventory_v1_RestockProductRequestOutput>
        RestockProductResponse: MessageTypeDefinition<_orderplacing_inventory_v1_RestockProductResponse, _orderplacing_inventory_v1_RestockProductResponseOutput>
        Shortage: MessageTypeDefinition<_orderplacing_inventory_v1_Shortage, _orderplacing_inventory_v1_ShortageOutput>
        StockTotals: MessageTypeDefinition<_orderplacing_inventory_v1_StockTotals, _orderplacing_inventory_v1_StockTotalsOutput>
        StoredReservation: MessageTypeDefinition<_orderplacing_inventory_v1_StoredReservation, _orderplacing_inventory_v1_StoredReservationOutput>
        UpdateProductRequest: MessageTypeDefinition<_orderplacing_inventory_v1_UpdateProductRequest, _orderplacing_inventory_v1_UpdateProductRequestOutput>
        UpdateProductResponse: MessageTypeDefinition<_orderplacing_inventory_v1_UpdateProductResponse, _orderplacing_inventory_v1_UpdateProductResponseOutput>
      }
    }
  }
}

