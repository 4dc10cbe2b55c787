// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CommitRequest as _orderplacing_inventory_v1_CommitRequest, CommitRequestOutput as _orderplacing_inventory_v1_CommitRequestOutput } from '../../../orderplacing/inventory/v1/CommitRequest';
import type { CommitResponse as _orderplacing_inventory_v1_CommitResponse, CommitResponseOutput as _orderplacing_inventory_v1_CommitResponseOutput } from '../../../orderplacing/inventory/v1/CommitResponse';
import type { CreateProductRequest as _orderplacing_inventory_v1_CreateProductRequest, CreateProductRequestOutput as _orderplacing_inventory_v1_CreateProductRequestOutput } from '../../../orderplacing/inventory/v1/CreateProductRequest';
import type { CreateProductResponse as _orderplacing_inventory_v1_CreateProductResponse, CreateProductResponseOutput as _orderplacing_inventory_v1_CreateProductResponseOutput } from '../../../orderplacing/inventory/v1/CreateProductResponse';
import type { ExpireRequest as _orderplacing_inventory_v1_ExpireRequest, ExpireRequestOutput as _orderplacing_inventory_v1_ExpireRequestOutput } from '../../../orderplacing/inventory/v1/ExpireRequest';
import type { ExpireResponse as _orderplacing_inventory_v1_ExpireResponse, ExpireResponseOutput as _orderplacing_inventory_v1_ExpireResponseOutput } from '../../../orderplacing/inventory/v1/ExpireResponse';
import type { GetProductRequest as _orderplacing_inventory_v1_GetProductRequest, GetProductRequestOutput as _orderplacing_inventory_v1_GetProductRequestOutput } from '../../../orderplacing/inventory/v1/GetProductRequest';
import type { GetProductResponse as _orderplacing_inventory_v1_GetProductResponse, GetProductResponseOutput as _orderplacing_inventory_v1_GetProductResponseOutput } from '../../../orderplacing/inventory/v1/GetProductResponse';
import type { GetReservationRequest as _orderplacing_inventory_v1_GetReservationRequest, GetReservationRequestOutput as _orderplacing_inventory_v1_GetReservationRequestOutput } from '../../../orderplacing/inventory/v1/GetReservationRequest';
import type { GetReservationResponse as _orderplacing_inventory_v1_GetReservationResponse, GetReservationResponseOutput as _orderplacing_inventory_v1_GetReservationResponseOutput } from '../../../orderplacing/inventory/v1/GetReservationResponse';
import type { GetReservationsRequest as _orderplacing_inventory_v1_GetReservationsRequest, GetReservationsRequestOutput as _orderplacing_inventory_v1_GetReservationsRequestOutput } from '../../../orderplacing/inventory/v1/GetReservationsRequest';
import type { GetReservationsResponse as _orderplacing_inventory_v1_GetReservationsResponse, GetReservationsResponseOutput as _orderplacing_inventory_v1_GetReservationsResponseOutput } from '../../../orderplacing/inventory/v1/GetReservationsResponse';
import type { ImportProductsRequest as _orderplacing_inventory_v1_ImportProductsRequest, ImportProductsRequestOutput as _orderplacing_inventory_v1_ImportProductsRequestOutput } from '../../../orderplacing/inventory/v1/ImportProductsRequest';
import type { ImportProductsResponse as _orderplacing_inventory_v1_ImportProductsResponse, ImportProductsResponseOutput as _orderplacing_inventory_v1_ImportProductsResponseOutput } from '../../../orderplacing/inventory/v1/ImportProductsResponse';
import type { ListAuditEntriesRequest as _orderplacing_inventory_v1_ListAuditEntriesRequest, ListAuditEntriesRequestOutput as _orderplacing_inventory_v1_ListAuditEntriesRequestOutput } from '../../../orderplacing/inventory/v1/ListAuditEntriesRequest';
import type { ListAuditEntriesResponse as _orderplacing_inventory_v1_ListAuditEntriesResponse, ListAuditEntriesResponseOutput as _orderplacing_inventory_v1_ListAuditEntriesResponseOutput } from '../../../orderplacing/inventory/v1/ListAuditEntriesResponse';
import type { ListHeldReservationsRequest as _orderplacing_inventory_v1_ListHeldReservationsRequest, ListHeldReservationsRequestOutput as _orderplacing_inventory_v1_ListHeldReservationsRequestOutput } from '../../../orderplacing/inventory/v1/ListHeldReservationsRequest';
import type { ListHeldReservationsResponse as _orderplacing_inventory_v1_ListHeldReservationsResponse, ListHeldReservationsResponseOutput as _orderplacing_inventory_v1_ListHeldReservationsResponseOutput } from '../../../orderplacing/inventory/v1/ListHeldReservationsResponse';
import type { ListProductsRequest as _orderplacing_inventory_v1_ListProductsRequest, ListProductsRequestOutput as _orderplacing_inventory_v1_ListProductsRequestOutput } from '../../../orderplacing/inventory/v1/ListProductsRequest';
import type { ListProductsResponse as _orderplacing_inventory_v1_ListProductsResponse, ListProductsResponseOutput as _orderplacing_inventory_v1_ListProductsResponseOutput } from '../../../orderplacing/inventory/v1/ListProductsResponse';
import type { ListStockRequest as _orderplacing_inventory_v1_ListStockRequest, ListStockRequestOutput as _orderplacing_inventory_v1_ListStockRequestOutput } from '../../../orderplacing/inventory/v1/ListStockRequest';
import type { ListStockResponse as _orderplacing_inventory_v1_ListStockResponse, ListStockResponseOutput as _orderplacing_inventory_v1_ListStockResponseOutput } from '../../../orderplacing/inventory/v1/ListStockResponse';
import type { ReleaseRequest as _orderplacing_inventory_v1_ReleaseRequest, ReleaseRequestOutput as _orderplacing_inventory_v1_ReleaseRequestOutput } from '../../../orderplacing/inventory/v1/ReleaseRequest';
import type { ReleaseResponse as _orderplacing_inventory_v1_ReleaseResponse, ReleaseResponseOutput as _orderplacing_inventory_v1_ReleaseResponseOutput } from '../../../orderplacing/inventory/v1/ReleaseResponse';
import type { ReserveRequest as _orderplacing_inventory_v1_ReserveRequest, ReserveRequestOutput as _orderplacing_inventory_v1_ReserveRequestOutput } from '../../../orderplacing/inventory/v1/ReserveRequest';
import type { ReserveResponse as _orderplacing_inventory_v1_ReserveResponse, ReserveResponseOutput as _orderplacing_inventory_v1_ReserveResponseOutput } from '../../../orderplacing/inventory/v1/ReserveResponse';
import type { RestockProductRequest as _orderplacing_inventory_v1_RestockProductRequest, RestockProductRequestOutput as _orderplacing_inventory_v1_RestockProductRequestOutput } from '../../../orderplacing/inventory/v1/RestockProductRequest';
import type { RestockProductResponse as _orderplacing_inventory_v1_RestockProductResponse, RestockProductResponseOutput as _orderplacing_inventory_v1_RestockProductResponseOutput } from '../../../orderplacing/inventory/v1/RestockProductResponse';
import type { UpdateProductRequest as _orderplacing_inventory_v1_UpdateProductRequest, UpdateProductRequestOutput as _orderplacing_inventory_v1_UpdateProductRequestOutput } from '../../../orderplacing/inventory/v1/UpdateProductRequest';
import type { UpdateProductResponse as _orderplacing_inventory_v1_UpdateProductResponse, UpdateProductResponseOutput as _orderplacing_inventory_v1_UpdateProductResponseOutput } from '../../../orderplacing/inventory/v1/UpdateProductResponse';

/**
 * InventoryService owns stock and the reservations that orders hold on it.
 * 
 * Every RPC that changes stock shares commits with those that arrive at the same time. All of them:
 * - RESOURCE_EXHAUSTED (UNAVAILABLE): too many requests are waiting.
 * - UNAVAILABLE (UNAVAILABLE): the database is unavailable.
 */
export interface InventoryServiceClient extends grpc.Client {
  /**
   * Commit makes held reservations final. It never takes stock.
   */
  Commit(argument: _orderplacing_inventory_v1_CommitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_CommitResponseOutput>): grpc.ClientUnaryCall;
  Commit(argument: _orderplacing_inventory_v1_CommitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_CommitResponseOutput>): grpc.ClientUnaryCall;
  Commit(argument: _orderplacing_inventory_v1_CommitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_CommitResponseOutput>): grpc.ClientUnaryCall;
  Commit(argument: _orderplacing_inventory_v1_CommitRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_CommitResponseOutput>): grpc.ClientUnaryCall;
  /**
   * Commit makes held reservations final. It never takes stock.
   */
  commit(argument: _orderplacing_inventory_v1_CommitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_CommitResponseOutput>): grpc.ClientUnaryCall;
  commit(argument: _orderplacing_inventory_v1_CommitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_CommitResponseOutput>): grpc.ClientUnaryCall;
  commit(argument: _orderplacing_inventory_v1_CommitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_CommitResponseOutput>): grpc.ClientUnaryCall;
  commit(argument: _orderplacing_inventory_v1_CommitRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_CommitResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * CreateProduct adds a product to the catalogue.
   * 
   * Errors:
   * - ALREADY_EXISTS (PRODUCT_EXISTS)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  CreateProduct(argument: _orderplacing_inventory_v1_CreateProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_CreateProductResponseOutput>): grpc.ClientUnaryCall;
  CreateProduct(argument: _orderplacing_inventory_v1_CreateProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_CreateProductResponseOutput>): grpc.ClientUnaryCall;
  CreateProduct(argument: _orderplacing_inventory_v1_CreateProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_CreateProductResponseOutput>): grpc.ClientUnaryCall;
  CreateProduct(argument: _orderplacing_inventory_v1_CreateProductRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_CreateProductResponseOutput>): grpc.ClientUnaryCall;
  /**
   * CreateProduct adds a product to the catalogue.
   * 
   * Errors:
   * - ALREADY_EXISTS (PRODUCT_EXISTS)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  createProduct(argument: _orderplacing_inventory_v1_CreateProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_CreateProductResponseOutput>): grpc.ClientUnaryCall;
  createProduct(argument: _orderplacing_inventory_v1_CreateProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_CreateProductResponseOutput>): grpc.ClientUnaryCall;
  createProduct(argument: _orderplacing_inventory_v1_CreateProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_CreateProductResponseOutput>): grpc.ClientUnaryCall;
  createProduct(argument: _orderplacing_inventory_v1_CreateProductRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_CreateProductResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * Expire returns the stock of reservations without an order, where they are still held in the named epoch.
   */
  Expire(argument: _orderplacing_inventory_v1_ExpireRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ExpireResponseOutput>): grpc.ClientUnaryCall;
  Expire(argument: _orderplacing_inventory_v1_ExpireRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ExpireResponseOutput>): grpc.ClientUnaryCall;
  Expire(argument: _orderplacing_inventory_v1_ExpireRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ExpireResponseOutput>): grpc.ClientUnaryCall;
  Expire(argument: _orderplacing_inventory_v1_ExpireRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ExpireResponseOutput>): grpc.ClientUnaryCall;
  /**
   * Expire returns the stock of reservations without an order, where they are still held in the named epoch.
   */
  expire(argument: _orderplacing_inventory_v1_ExpireRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ExpireResponseOutput>): grpc.ClientUnaryCall;
  expire(argument: _orderplacing_inventory_v1_ExpireRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ExpireResponseOutput>): grpc.ClientUnaryCall;
  expire(argument: _orderplacing_inventory_v1_ExpireRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ExpireResponseOutput>): grpc.ClientUnaryCall;
  expire(argument: _orderplacing_inventory_v1_ExpireRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ExpireResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetProduct answers one product.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   */
  GetProduct(argument: _orderplacing_inventory_v1_GetProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetProductResponseOutput>): grpc.ClientUnaryCall;
  GetProduct(argument: _orderplacing_inventory_v1_GetProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetProductResponseOutput>): grpc.ClientUnaryCall;
  GetProduct(argument: _orderplacing_inventory_v1_GetProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetProductResponseOutput>): grpc.ClientUnaryCall;
  GetProduct(argument: _orderplacing_inventory_v1_GetProductRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetProductResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetProduct answers one product.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   */
  getProduct(argument: _orderplacing_inventory_v1_GetProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetProductResponseOutput>): grpc.ClientUnaryCall;
  getProduct(argument: _orderplacing_inventory_v1_GetProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetProductResponseOutput>): grpc.ClientUnaryCall;
  getProduct(argument: _orderplacing_inventory_v1_GetProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetProductResponseOutput>): grpc.ClientUnaryCall;
  getProduct(argument: _orderplacing_inventory_v1_GetProductRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetProductResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetReservation answers what is kept under one order id, for operators; empty where there is nothing.
   */
  GetReservation(argument: _orderplacing_inventory_v1_GetReservationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationResponseOutput>): grpc.ClientUnaryCall;
  GetReservation(argument: _orderplacing_inventory_v1_GetReservationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationResponseOutput>): grpc.ClientUnaryCall;
  GetReservation(argument: _orderplacing_inventory_v1_GetReservationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationResponseOutput>): grpc.ClientUnaryCall;
  GetReservation(argument: _orderplacing_inventory_v1_GetReservationRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetReservation answers what is kept under one order id, for operators; empty where there is nothing.
   */
  getReservation(argument: _orderplacing_inventory_v1_GetReservationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationResponseOutput>): grpc.ClientUnaryCall;
  getReservation(argument: _orderplacing_inventory_v1_GetReservationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationResponseOutput>): grpc.ClientUnaryCall;
  getReservation(argument: _orderplacing_inventory_v1_GetReservationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationResponseOutput>): grpc.ClientUnaryCall;
  getReservation(argument: _orderplacing_inventory_v1_GetReservationRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetReservations answers those of the given order ids under which something is kept, in any order.
   * 
   * Errors:
   * - FAILED_PRECONDITION (MOMENT_PASSED): the moment that `read_at` names is not kept any more (after 5 minutes).
   */
  GetReservations(argument: _orderplacing_inventory_v1_GetReservationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationsResponseOutput>): grpc.ClientUnaryCall;
  GetReservations(argument: _orderplacing_inventory_v1_GetReservationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationsResponseOutput>): grpc.ClientUnaryCall;
  GetReservations(argument: _orderplacing_inventory_v1_GetReservationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationsResponseOutput>): grpc.ClientUnaryCall;
  GetReservations(argument: _orderplacing_inventory_v1_GetReservationsRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetReservations answers those of the given order ids under which something is kept, in any order.
   * 
   * Errors:
   * - FAILED_PRECONDITION (MOMENT_PASSED): the moment that `read_at` names is not kept any more (after 5 minutes).
   */
  getReservations(argument: _orderplacing_inventory_v1_GetReservationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationsResponseOutput>): grpc.ClientUnaryCall;
  getReservations(argument: _orderplacing_inventory_v1_GetReservationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationsResponseOutput>): grpc.ClientUnaryCall;
  getReservations(argument: _orderplacing_inventory_v1_GetReservationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationsResponseOutput>): grpc.ClientUnaryCall;
  getReservations(argument: _orderplacing_inventory_v1_GetReservationsRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_GetReservationsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ImportProducts adds products that are missing, and changes what is named of those that exist except for their stock.
   * Importing the same again changes nothing.
   */
  ImportProducts(argument: _orderplacing_inventory_v1_ImportProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ImportProductsResponseOutput>): grpc.ClientUnaryCall;
  ImportProducts(argument: _orderplacing_inventory_v1_ImportProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ImportProductsResponseOutput>): grpc.ClientUnaryCall;
  ImportProducts(argument: _orderplacing_inventory_v1_ImportProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ImportProductsResponseOutput>): grpc.ClientUnaryCall;
  ImportProducts(argument: _orderplacing_inventory_v1_ImportProductsRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ImportProductsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ImportProducts adds products that are missing, and changes what is named of those that exist except for their stock.
   * Importing the same again changes nothing.
   */
  importProducts(argument: _orderplacing_inventory_v1_ImportProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ImportProductsResponseOutput>): grpc.ClientUnaryCall;
  importProducts(argument: _orderplacing_inventory_v1_ImportProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ImportProductsResponseOutput>): grpc.ClientUnaryCall;
  importProducts(argument: _orderplacing_inventory_v1_ImportProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ImportProductsResponseOutput>): grpc.ClientUnaryCall;
  importProducts(argument: _orderplacing_inventory_v1_ImportProductsRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ImportProductsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListAuditEntries(argument: _orderplacing_inventory_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_inventory_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_inventory_v1_ListAuditEntriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_inventory_v1_ListAuditEntriesRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  listAuditEntries(argument: _orderplacing_inventory_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_inventory_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_inventory_v1_ListAuditEntriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_inventory_v1_ListAuditEntriesRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListHeldReservations pages through the reservations that are held since before a time, oldest first.
   */
  ListHeldReservations(argument: _orderplacing_inventory_v1_ListHeldReservationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListHeldReservationsResponseOutput>): grpc.ClientUnaryCall;
  ListHeldReservations(argument: _orderplacing_inventory_v1_ListHeldReservationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListHeldReservationsResponseOutput>): grpc.ClientUnaryCall;
  ListHeldReservations(argument: _orderplacing_inventory_v1_ListHeldReservationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListHeldReservationsResponseOutput>): grpc.ClientUnaryCall;
  ListHeldReservations(argument: _orderplacing_inventory_v1_ListHeldReservationsRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListHeldReservationsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListHeldReservations pages through the reservations that are held since before a time, oldest first.
   */
  listHeldReservations(argument: _orderplacing_inventory_v1_ListHeldReservationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListHeldReservationsResponseOutput>): grpc.ClientUnaryCall;
  listHeldReservations(argument: _orderplacing_inventory_v1_ListHeldReservationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListHeldReservationsResponseOutput>): grpc.ClientUnaryCall;
  listHeldReservations(argument: _orderplacing_inventory_v1_ListHeldReservationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListHeldReservationsResponseOutput>): grpc.ClientUnaryCall;
  listHeldReservations(argument: _orderplacing_inventory_v1_ListHeldReservationsRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListHeldReservationsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListProducts pages through the catalogue, by product id.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of this list.
   */
  ListProducts(argument: _orderplacing_inventory_v1_ListProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListProductsResponseOutput>): grpc.ClientUnaryCall;
  ListProducts(argument: _orderplacing_inventory_v1_ListProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListProductsResponseOutput>): grpc.ClientUnaryCall;
  ListProducts(argument: _orderplacing_inventory_v1_ListProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListProductsResponseOutput>): grpc.ClientUnaryCall;
  ListProducts(argument: _orderplacing_inventory_v1_ListProductsRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListProductsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListProducts pages through the catalogue, by product id.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of this list.
   */
  listProducts(argument: _orderplacing_inventory_v1_ListProductsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListProductsResponseOutput>): grpc.ClientUnaryCall;
  listProducts(argument: _orderplacing_inventory_v1_ListProductsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListProductsResponseOutput>): grpc.ClientUnaryCall;
  listProducts(argument: _orderplacing_inventory_v1_ListProductsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListProductsResponseOutput>): grpc.ClientUnaryCall;
  listProducts(argument: _orderplacing_inventory_v1_ListProductsRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListProductsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListStock pages through the stock totals of all products, by product id, all pages as of one moment.
   * 
   * Errors:
   * - FAILED_PRECONDITION (MOMENT_PASSED): as above.
   */
  ListStock(argument: _orderplacing_inventory_v1_ListStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListStockResponseOutput>): grpc.ClientUnaryCall;
  ListStock(argument: _orderplacing_inventory_v1_ListStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListStockResponseOutput>): grpc.ClientUnaryCall;
  ListStock(argument: _orderplacing_inventory_v1_ListStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListStockResponseOutput>): grpc.ClientUnaryCall;
  ListStock(argument: _orderplacing_inventory_v1_ListStockRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListStockResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListStock pages through the stock totals of all products, by product id, all pages as of one moment.
   * 
   * Errors:
   * - FAILED_PRECONDITION (MOMENT_PASSED): as above.
   */
  listStock(argument: _orderplacing_inventory_v1_ListStockRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListStockResponseOutput>): grpc.ClientUnaryCall;
  listStock(argument: _orderplacing_inventory_v1_ListStockRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListStockResponseOutput>): grpc.ClientUnaryCall;
  listStock(argument: _orderplacing_inventory_v1_ListStockRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListStockResponseOutput>): grpc.ClientUnaryCall;
  listStock(argument: _orderplacing_inventory_v1_ListStockRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ListStockResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * Release returns the stock of cancelled orders and closes their ids permanently.
   */
  Release(argument: _orderplacing_inventory_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReleaseResponseOutput>): grpc.ClientUnaryCall;
  Release(argument: _orderplacing_inventory_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReleaseResponseOutput>): grpc.ClientUnaryCall;
  Release(argument: _orderplacing_inventory_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReleaseResponseOutput>): grpc.ClientUnaryCall;
  Release(argument: _orderplacing_inventory_v1_ReleaseRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReleaseResponseOutput>): grpc.ClientUnaryCall;
  /**
   * Release returns the stock of cancelled orders and closes their ids permanently.
   */
  release(argument: _orderplacing_inventory_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReleaseResponseOutput>): grpc.ClientUnaryCall;
  release(argument: _orderplacing_inventory_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReleaseResponseOutput>): grpc.ClientUnaryCall;
  release(argument: _orderplacing_inventory_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReleaseResponseOutput>): grpc.ClientUnaryCall;
  release(argument: _orderplacing_inventory_v1_ReleaseRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReleaseResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * Reserve takes the stock of all items of an order, or of none; each reservation is answered by itself.
   */
  Reserve(argument: _orderplacing_inventory_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReserveResponseOutput>): grpc.ClientUnaryCall;
  Reserve(argument: _orderplacing_inventory_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReserveResponseOutput>): grpc.ClientUnaryCall;
  Reserve(argument: _orderplacing_inventory_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReserveResponseOutput>): grpc.ClientUnaryCall;
  Reserve(argument: _orderplacing_inventory_v1_ReserveRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReserveResponseOutput>): grpc.ClientUnaryCall;
  /**
   * Reserve takes the stock of all items of an order, or of none; each reservation is answered by itself.
   */
  reserve(argument: _orderplacing_inventory_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReserveResponseOutput>): grpc.ClientUnaryCall;
  reserve(argument: _orderplacing_inventory_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReserveResponseOutput>): grpc.ClientUnaryCall;
  reserve(argument: _orderplacing_inventory_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReserveResponseOutput>): grpc.ClientUnaryCall;
  reserve(argument: _orderplacing_inventory_v1_ReserveRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_ReserveResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * RestockProduct adds to what can be ordered.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   * - FAILED_PRECONDITION (STOCK_LIMIT_EXCEEDED): the stock would pass 1,000,000,000.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  RestockProduct(argument: _orderplacing_inventory_v1_RestockProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_RestockProductResponseOutput>): grpc.ClientUnaryCall;
  RestockProduct(argument: _orderplacing_inventory_v1_RestockProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_RestockProductResponseOutput>): grpc.ClientUnaryCall;
  RestockProduct(argument: _orderplacing_inventory_v1_RestockProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_RestockProductResponseOutput>): grpc.ClientUnaryCall;
  RestockProduct(argument: _orderplacing_inventory_v1_RestockProductRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_RestockProductResponseOutput>): grpc.ClientUnaryCall;
  /**
   * RestockProduct adds to what can be ordered.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   * - FAILED_PRECONDITION (STOCK_LIMIT_EXCEEDED): the stock would pass 1,000,000,000.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  restockProduct(argument: _orderplacing_inventory_v1_RestockProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_RestockProductResponseOutput>): grpc.ClientUnaryCall;
  restockProduct(argument: _orderplacing_inventory_v1_RestockProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_RestockProductResponseOutput>): grpc.ClientUnaryCall;
  restockProduct(argument: _orderplacing_inventory_v1_RestockProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_RestockProductResponseOutput>): grpc.ClientUnaryCall;
  restockProduct(argument: _orderplacing_inventory_v1_RestockProductRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_RestockProductResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * UpdateProduct changes what is described of a product, or sets what can still be ordered of it.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   * - FAILED_PRECONDITION (PRECONDITION_FAILED): the product is at a revision that the request does not accept.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  UpdateProduct(argument: _orderplacing_inventory_v1_UpdateProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_UpdateProductResponseOutput>): grpc.ClientUnaryCall;
  UpdateProduct(argument: _orderplacing_inventory_v1_UpdateProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_UpdateProductResponseOutput>): grpc.ClientUnaryCall;
  UpdateProduct(argument: _orderplacing_inventory_v1_UpdateProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_UpdateProductResponseOutput>): grpc.ClientUnaryCall;
  UpdateProduct(argument: _orderplacing_inventory_v1_UpdateProductRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_UpdateProductResponseOutput>): grpc.ClientUnaryCall;
  /**
   * UpdateProduct changes what is described of a product, or sets what can still be ordered of it.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   * - FAILED_PRECONDITION (PRECONDITION_FAILED): the product is at a revision that the request does not accept.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  updateProduct(argument: _orderplacing_inventory_v1_UpdateProductRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_UpdateProductResponseOutput>): grpc.ClientUnaryCall;
  updateProduct(argument: _orderplacing_inventory_v1_UpdateProductRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_inventory_v1_UpdateProductResponseOutput>): grpc.ClientUnaryCall;
  updateProduct(argument: _orderplacing_inventory_v1_UpdateProductRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_inventory_v1_UpdateProductResponseOutput>): grpc.ClientUnaryCall;
  updateProduct(argument: _orderplacing_inventory_v1_UpdateProductRequest, callback: grpc.requestCallback<_orderplacing_inventory_v1_UpdateProductResponseOutput>): grpc.ClientUnaryCall;
  
}

/**
 * InventoryService owns stock and the reservations that orders hold on it.
 * 
 * Every RPC that changes stock shares commits with those that arrive at the same time. All of them:
 * - RESOURCE_EXHAUSTED (UNAVAILABLE): too many requests are waiting.
 * - UNAVAILABLE (UNAVAILABLE): the database is unavailable.
 */
export interface InventoryServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Commit makes held reservations final. It never takes stock.
   */
  Commit: grpc.handleUnaryCall<_orderplacing_inventory_v1_CommitRequestOutput, _orderplacing_inventory_v1_CommitResponse>;
  
  /**
   * CreateProduct adds a product to the catalogue.
   * 
   * Errors:
   * - ALREADY_EXISTS (PRODUCT_EXISTS)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  CreateProduct: grpc.handleUnaryCall<_orderplacing_inventory_v1_CreateProductRequestOutput, _orderplacing_inventory_v1_CreateProductResponse>;
  
  /**
   * Expire returns the stock of reservations without an order, where they are still held in the named epoch.
   */
  Expire: grpc.handleUnaryCall<_orderplacing_inventory_v1_ExpireRequestOutput, _orderplacing_inventory_v1_ExpireResponse>;
  
  /**
   * GetProduct answers one product.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   */
  GetProduct: grpc.handleUnaryCall<_orderplacing_inventory_v1_GetProductRequestOutput, _orderplacing_inventory_v1_GetProductResponse>;
  
  /**
   * GetReservation answers what is kept under one order id, for operators; empty where there is nothing.
   */
  GetReservation: grpc.handleUnaryCall<_orderplacing_inventory_v1_GetReservationRequestOutput, _orderplacing_inventory_v1_GetReservationResponse>;
  
  /**
   * GetReservations answers those of the given order ids under which something is kept, in any order.
   * 
   * Errors:
   * - FAILED_PRECONDITION (MOMENT_PASSED): the moment that `read_at` names is not kept any more (after 5 minutes).
   */
  GetReservations: grpc.handleUnaryCall<_orderplacing_inventory_v1_GetReservationsRequestOutput, _orderplacing_inventory_v1_GetReservationsResponse>;
  
  /**
   * ImportProducts adds products that are missing, and changes what is named of those that exist except for their stock.
   * Importing the same again changes nothing.
   */
  ImportProducts: grpc.handleUnaryCall<_orderplacing_inventory_v1_ImportProductsRequestOutput, _orderplacing_inventory_v1_ImportProductsResponse>;
  
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListAuditEntries: grpc.handleUnaryCall<_orderplacing_inventory_v1_ListAuditEntriesRequestOutput, _orderplacing_inventory_v1_ListAuditEntriesResponse>;
  
  /**
   * ListHeldReservations pages through the reservations that are held since before a time, oldest first.
   */
  ListHeldReservations: grpc.handleUnaryCall<_orderplacing_inventory_v1_ListHeldReservationsRequestOutput, _orderplacing_inventory_v1_ListHeldReservationsResponse>;
  
  /**
   * ListProducts pages through the catalogue, by product id.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of this list.
   */
  ListProducts: grpc.handleUnaryCall<_orderplacing_inventory_v1_ListProductsRequestOutput, _orderplacing_inventory_v1_ListProductsResponse>;
  
  /**
   * ListStock pages through the stock totals of all products, by product id, all pages as of one moment.
   * 
   * Errors:
   * - FAILED_PRECONDITION (MOMENT_PASSED): as above.
   */
  ListStock: grpc.handleUnaryCall<_orderplacing_inventory_v1_ListStockRequestOutput, _orderplacing_inventory_v1_ListStockResponse>;
  
  /**
   * Release returns the stock of cancelled orders and closes their ids permanently.
   */
  Release: grpc.handleUnaryCall<_orderplacing_inventory_v1_ReleaseRequestOutput, _orderplacing_inventory_v1_ReleaseResponse>;
  
  /**
   * Reserve takes the stock of all items of an order, or of none; each reservation is answered by itself.
   */
  Reserve: grpc.handleUnaryCall<_orderplacing_inventory_v1_ReserveRequestOutput, _orderplacing_inventory_v1_ReserveResponse>;
  
  /**
   * RestockProduct adds to what can be ordered.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   * - FAILED_PRECONDITION (STOCK_LIMIT_EXCEEDED): the stock would pass 1,000,000,000.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  RestockProduct: grpc.handleUnaryCall<_orderplacing_inventory_v1_RestockProductRequestOutput, _orderplacing_inventory_v1_RestockProductResponse>;
  
  /**
   * UpdateProduct changes what is described of a product, or sets what can still be ordered of it.
   * 
   * Errors:
   * - NOT_FOUND (UNKNOWN_PRODUCT)
   * - FAILED_PRECONDITION (PRECONDITION_FAILED): the product is at a revision that the request does not accept.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): another request was made under the operation id.
   */
  UpdateProduct: grpc.handleUnaryCall<_orderplacing_inventory_v1_UpdateProductRequestOutput, _orderplacing_inventory_v1_UpdateProductResponse>;
  
}

export interface InventoryServiceDefinition extends grpc.ServiceDefinition {
  Commit: MethodDefinition<_orderplacing_inventory_v1_CommitRequest, _orderplacing_inventory_v1_CommitResponse, _orderplacing_inventory_v1_CommitRequestOutput, _orderplacing_inventory_v1_CommitResponseOutput>
  CreateProduct: MethodDefinition<_orderplacing_inventory_v1_CreateProductRequest, _orderplacing_inventory_v1_CreateProductResponse, _orderplacing_inventory_v1_CreateProductRequestOutput, _orderplacing_inventory_v1_CreateProductResponseOutput>
  Expire: MethodDefinition<_orderplacing_inventory_v1_ExpireRequest, _orderplacing_inventory_v1_ExpireResponse, _orderplacing_inventory_v1_ExpireRequestOutput, _orderplacing_inventory_v1_ExpireResponseOutput>
  GetProduct: MethodDefinition<_orderplacing_inventory_v1_GetProductRequest, _orderplacing_inventory_v1_GetProductResponse, _orderplacing_inventory_v1_GetProductRequestOutput, _orderplacing_inventory_v1_GetProductResponseOutput>
  GetReservation: MethodDefinition<_orderplacing_inventory_v1_GetReservationRequest, _orderplacing_inventory_v1_GetReservationResponse, _orderplacing_inventory_v1_GetReservationRequestOutput, _orderplacing_inventory_v1_GetReservationResponseOutput>
  GetReservations: MethodDefinition<_orderplacing_inventory_v1_GetReservationsRequest, _orderplacing_inventory_v1_GetReservationsResponse, _orderplacing_inventory_v1_GetReservationsRequestOutput, _orderplacing_inventory_v1_GetReservationsResponseOutput>
  ImportProducts: MethodDefinition<_orderplacing_inventory_v1_ImportProductsRequest, _orderplacing_inventory_v1_ImportProductsResponse, _orderplacing_inventory_v1_ImportProductsRequestOutput, _orderplacing_inventory_v1_ImportProductsResponseOutput>
  ListAuditEntries: MethodDefinition<_orderplacing_inventory_v1_ListAuditEntriesRequest, _orderplacing_inventory_v1_ListAuditEntriesResponse, _orderplacing_inventory_v1_ListAuditEntriesRequestOutput, _orderplacing_inventory_v1_ListAuditEntriesResponseOutput>
  ListHeldReservations: MethodDefinition<_orderplacing_inventory_v1_ListHeldReservationsRequest, _orderplacing_inventory_v1_ListHeldReservationsResponse, _orderplacing_inventory_v1_ListHeldReservationsRequestOutput, _orderplacing_inventory_v1_ListHeldReservationsResponseOutput>
  ListProducts: MethodDefinition<_orderplacing_inventory_v1_ListProductsRequest, _orderplacing_inventory_v1_ListProductsResponse, _orderplacing_inventory_v1_ListProductsRequestOutput, _orderplacing_inventory_v1_ListProductsResponseOutput>
  ListStock: MethodDefinition<_orderplacing_inventory_v1_ListStockRequest, _orderplacing_inventory_v1_ListStockResponse, _orderplacing_inventory_v1_ListStockRequestOutput, _orderplacing_inventory_v1_ListStockResponseOutput>
  Release: MethodDefinition<_orderplacing_inventory_v1_ReleaseRequest, _orderplacing_inventory_v1_ReleaseResponse, _orderplacing_inventory_v1_ReleaseRequestOutput, _orderplacing_inventory_v1_ReleaseResponseOutput>
  Reserve: MethodDefinition<_orderplacing_inventory_v1_ReserveRequest, _orderplacing_inventory_v1_ReserveResponse, _orderplacing_inventory_v1_ReserveRequestOutput, _orderplacing_inventory_v1_ReserveResponseOutput>
  RestockProduct: MethodDefinition<_orderplacing_inventory_v1_RestockProductRequest, _orderplacing_inventory_v1_RestockProductResponse, _orderplacing_inventory_v1_RestockProductRequestOutput, _orderplacing_inventory_v1_RestockProductResponseOutput>
  UpdateProduct: MethodDefinition<_orderplacing_inventory_v1_UpdateProductRequest, _orderplacing_inventory_v1_UpdateProductResponse, _orderplacing_inventory_v1_UpdateProductRequestOutput, _orderplacing_inventory_v1_UpdateProductResponseOutput>
}
