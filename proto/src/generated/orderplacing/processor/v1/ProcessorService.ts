// Original file: proto/orderplacing/processor/v1/processor.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateWebhookRequest as _orderplacing_processor_v1_CreateWebhookRequest, CreateWebhookRequestOutput as _orderplacing_processor_v1_CreateWebhookRequestOutput } from '../../../orderplacing/processor/v1/CreateWebhookRequest';
import type { CreateWebhookResponse as _orderplacing_processor_v1_CreateWebhookResponse, CreateWebhookResponseOutput as _orderplacing_processor_v1_CreateWebhookResponseOutput } from '../../../orderplacing/processor/v1/CreateWebhookResponse';
import type { DeleteWebhookRequest as _orderplacing_processor_v1_DeleteWebhookRequest, DeleteWebhookRequestOutput as _orderplacing_processor_v1_DeleteWebhookRequestOutput } from '../../../orderplacing/processor/v1/DeleteWebhookRequest';
import type { DeleteWebhookResponse as _orderplacing_processor_v1_DeleteWebhookResponse, DeleteWebhookResponseOutput as _orderplacing_processor_v1_DeleteWebhookResponseOutput } from '../../../orderplacing/processor/v1/DeleteWebhookResponse';
import type { DiscardDeadLetterRequest as _orderplacing_processor_v1_DiscardDeadLetterRequest, DiscardDeadLetterRequestOutput as _orderplacing_processor_v1_DiscardDeadLetterRequestOutput } from '../../../orderplacing/processor/v1/DiscardDeadLetterRequest';
import type { DiscardDeadLetterResponse as _orderplacing_processor_v1_DiscardDeadLetterResponse, DiscardDeadLetterResponseOutput as _orderplacing_processor_v1_DiscardDeadLetterResponseOutput } from '../../../orderplacing/processor/v1/DiscardDeadLetterResponse';
import type { FailOrderRequest as _orderplacing_processor_v1_FailOrderRequest, FailOrderRequestOutput as _orderplacing_processor_v1_FailOrderRequestOutput } from '../../../orderplacing/processor/v1/FailOrderRequest';
import type { FailOrderResponse as _orderplacing_processor_v1_FailOrderResponse, FailOrderResponseOutput as _orderplacing_processor_v1_FailOrderResponseOutput } from '../../../orderplacing/processor/v1/FailOrderResponse';
import type { GetDeliveriesRequest as _orderplacing_processor_v1_GetDeliveriesRequest, GetDeliveriesRequestOutput as _orderplacing_processor_v1_GetDeliveriesRequestOutput } from '../../../orderplacing/processor/v1/GetDeliveriesRequest';
import type { GetDeliveriesResponse as _orderplacing_processor_v1_GetDeliveriesResponse, GetDeliveriesResponseOutput as _orderplacing_processor_v1_GetDeliveriesResponseOutput } from '../../../orderplacing/processor/v1/GetDeliveriesResponse';
import type { GetMailRequest as _orderplacing_processor_v1_GetMailRequest, GetMailRequestOutput as _orderplacing_processor_v1_GetMailRequestOutput } from '../../../orderplacing/processor/v1/GetMailRequest';
import type { GetMailResponse as _orderplacing_processor_v1_GetMailResponse, GetMailResponseOutput as _orderplacing_processor_v1_GetMailResponseOutput } from '../../../orderplacing/processor/v1/GetMailResponse';
import type { GetMailsRequest as _orderplacing_processor_v1_GetMailsRequest, GetMailsRequestOutput as _orderplacing_processor_v1_GetMailsRequestOutput } from '../../../orderplacing/processor/v1/GetMailsRequest';
import type { GetMailsResponse as _orderplacing_processor_v1_GetMailsResponse, GetMailsResponseOutput as _orderplacing_processor_v1_GetMailsResponseOutput } from '../../../orderplacing/processor/v1/GetMailsResponse';
import type { GetQueueRequest as _orderplacing_processor_v1_GetQueueRequest, GetQueueRequestOutput as _orderplacing_processor_v1_GetQueueRequestOutput } from '../../../orderplacing/processor/v1/GetQueueRequest';
import type { GetQueueResponse as _orderplacing_processor_v1_GetQueueResponse, GetQueueResponseOutput as _orderplacing_processor_v1_GetQueueResponseOutput } from '../../../orderplacing/processor/v1/GetQueueResponse';
import type { GetWebhookRequest as _orderplacing_processor_v1_GetWebhookRequest, GetWebhookRequestOutput as _orderplacing_processor_v1_GetWebhookRequestOutput } from '../../../orderplacing/processor/v1/GetWebhookRequest';
import type { GetWebhookResponse as _orderplacing_processor_v1_GetWebhookResponse, GetWebhookResponseOutput as _orderplacing_processor_v1_GetWebhookResponseOutput } from '../../../orderplacing/processor/v1/GetWebhookResponse';
import type { ListAccountMailsRequest as _orderplacing_processor_v1_ListAccountMailsRequest, ListAccountMailsRequestOutput as _orderplacing_processor_v1_ListAccountMailsRequestOutput } from '../../../orderplacing/processor/v1/ListAccountMailsRequest';
import type { ListAccountMailsResponse as _orderplacing_processor_v1_ListAccountMailsResponse, ListAccountMailsResponseOutput as _orderplacing_processor_v1_ListAccountMailsResponseOutput } from '../../../orderplacing/processor/v1/ListAccountMailsResponse';
import type { ListAuditEntriesRequest as _orderplacing_processor_v1_ListAuditEntriesRequest, ListAuditEntriesRequestOutput as _orderplacing_processor_v1_ListAuditEntriesRequestOutput } from '../../../orderplacing/processor/v1/ListAuditEntriesRequest';
import type { ListAuditEntriesResponse as _orderplacing_processor_v1_ListAuditEntriesResponse, ListAuditEntriesResponseOutput as _orderplacing_processor_v1_ListAuditEntriesResponseOutput } from '../../../orderplacing/processor/v1/ListAuditEntriesResponse';
import type { ListDeadLettersRequest as _orderplacing_processor_v1_ListDeadLettersRequest, ListDeadLettersRequestOutput as _orderplacing_processor_v1_ListDeadLettersRequestOutput } from '../../../orderplacing/processor/v1/ListDeadLettersRequest';
import type { ListDeadLettersResponse as _orderplacing_processor_v1_ListDeadLettersResponse, ListDeadLettersResponseOutput as _orderplacing_processor_v1_ListDeadLettersResponseOutput } from '../../../orderplacing/processor/v1/ListDeadLettersResponse';
import type { ListOperatorActsRequest as _orderplacing_processor_v1_ListOperatorActsRequest, ListOperatorActsRequestOutput as _orderplacing_processor_v1_ListOperatorActsRequestOutput } from '../../../orderplacing/processor/v1/ListOperatorActsRequest';
import type { ListOperatorActsResponse as _orderplacing_processor_v1_ListOperatorActsResponse, ListOperatorActsResponseOutput as _orderplacing_processor_v1_ListOperatorActsResponseOutput } from '../../../orderplacing/processor/v1/ListOperatorActsResponse';
import type { ListWebhookDeliveriesRequest as _orderplacing_processor_v1_ListWebhookDeliveriesRequest, ListWebhookDeliveriesRequestOutput as _orderplacing_processor_v1_ListWebhookDeliveriesRequestOutput } from '../../../orderplacing/processor/v1/ListWebhookDeliveriesRequest';
import type { ListWebhookDeliveriesResponse as _orderplacing_processor_v1_ListWebhookDeliveriesResponse, ListWebhookDeliveriesResponseOutput as _orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput } from '../../../orderplacing/processor/v1/ListWebhookDeliveriesResponse';
import type { ListWebhooksRequest as _orderplacing_processor_v1_ListWebhooksRequest, ListWebhooksRequestOutput as _orderplacing_processor_v1_ListWebhooksRequestOutput } from '../../../orderplacing/processor/v1/ListWebhooksRequest';
import type { ListWebhooksResponse as _orderplacing_processor_v1_ListWebhooksResponse, ListWebhooksResponseOutput as _orderplacing_processor_v1_ListWebhooksResponseOutput } from '../../../orderplacing/processor/v1/ListWebhooksResponse';
import type { RedriveDeadLettersRequest as _orderplacing_processor_v1_RedriveDeadLettersRequest, RedriveDeadLettersRequestOutput as _orderplacing_processor_v1_RedriveDeadLettersRequestOutput } from '../../../orderplacing/processor/v1/RedriveDeadLettersRequest';
import type { RedriveDeadLettersResponse as _orderplacing_processor_v1_RedriveDeadLettersResponse, RedriveDeadLettersResponseOutput as _orderplacing_processor_v1_RedriveDeadLettersResponseOutput } from '../../../orderplacing/processor/v1/RedriveDeadLettersResponse';
import type { ResendWebhookDeliveryRequest as _orderplacing_processor_v1_ResendWebhookDeliveryRequest, ResendWebhookDeliveryRequestOutput as _orderplacing_processor_v1_ResendWebhookDeliveryRequestOutput } from '../../../orderplacing/processor/v1/ResendWebhookDeliveryRequest';
import type { ResendWebhookDeliveryResponse as _orderplacing_processor_v1_ResendWebhookDeliveryResponse, ResendWebhookDeliveryResponseOutput as _orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput } from '../../../orderplacing/processor/v1/ResendWebhookDeliveryResponse';
import type { RotateWebhookSecretRequest as _orderplacing_processor_v1_RotateWebhookSecretRequest, RotateWebhookSecretRequestOutput as _orderplacing_processor_v1_RotateWebhookSecretRequestOutput } from '../../../orderplacing/processor/v1/RotateWebhookSecretRequest';
import type { RotateWebhookSecretResponse as _orderplacing_processor_v1_RotateWebhookSecretResponse, RotateWebhookSecretResponseOutput as _orderplacing_processor_v1_RotateWebhookSecretResponseOutput } from '../../../orderplacing/processor/v1/RotateWebhookSecretResponse';
import type { TestWebhookRequest as _orderplacing_processor_v1_TestWebhookRequest, TestWebhookRequestOutput as _orderplacing_processor_v1_TestWebhookRequestOutput } from '../../../orderplacing/processor/v1/TestWebhookRequest';
import type { TestWebhookResponse as _orderplacing_processor_v1_TestWebhookResponse, TestWebhookResponseOutput as _orderplacing_processor_v1_TestWebhookResponseOutput } from '../../../orderplacing/processor/v1/TestWebhookResponse';
import type { UpdateWebhookRequest as _orderplacing_processor_v1_UpdateWebhookRequest, UpdateWebhookRequestOutput as _orderplacing_processor_v1_UpdateWebhookRequestOutput } from '../../../orderplacing/processor/v1/UpdateWebhookRequest';
import type { UpdateWebhookResponse as _orderplacing_processor_v1_UpdateWebhookResponse, UpdateWebhookResponseOutput as _orderplacing_processor_v1_UpdateWebhookResponseOutput } from '../../../orderplacing/processor/v1/UpdateWebhookResponse';

/**
 * ProcessorService answers operators' questions about the queue and the mails, redrives or discards dead letters for
 * them, fails orders, and keeps the webhooks.
 * All RPCs:
 * - UNAVAILABLE (UNAVAILABLE): the queue, the database or a service that it calls is unavailable.
 */
export interface ProcessorServiceClient extends grpc.Client {
  /**
   * CreateWebhook adds a receiver of events. Once it has answered, each order that is then placed causes deliveries.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the URL is not one that may be sent to.
   * - FAILED_PRECONDITION (TOO_MANY_WEBHOOKS): there are 100 already.
   * - FAILED_PRECONDITION (WEBHOOK_KEY_MISSING): WEBHOOK_SECRET_KEY is not set.
   */
  CreateWebhook(argument: _orderplacing_processor_v1_CreateWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_CreateWebhookResponseOutput>): grpc.ClientUnaryCall;
  CreateWebhook(argument: _orderplacing_processor_v1_CreateWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_CreateWebhookResponseOutput>): grpc.ClientUnaryCall;
  CreateWebhook(argument: _orderplacing_processor_v1_CreateWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_CreateWebhookResponseOutput>): grpc.ClientUnaryCall;
  CreateWebhook(argument: _orderplacing_processor_v1_CreateWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_CreateWebhookResponseOutput>): grpc.ClientUnaryCall;
  /**
   * CreateWebhook adds a receiver of events. Once it has answered, each order that is then placed causes deliveries.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the URL is not one that may be sent to.
   * - FAILED_PRECONDITION (TOO_MANY_WEBHOOKS): there are 100 already.
   * - FAILED_PRECONDITION (WEBHOOK_KEY_MISSING): WEBHOOK_SECRET_KEY is not set.
   */
  createWebhook(argument: _orderplacing_processor_v1_CreateWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_CreateWebhookResponseOutput>): grpc.ClientUnaryCall;
  createWebhook(argument: _orderplacing_processor_v1_CreateWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_CreateWebhookResponseOutput>): grpc.ClientUnaryCall;
  createWebhook(argument: _orderplacing_processor_v1_CreateWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_CreateWebhookResponseOutput>): grpc.ClientUnaryCall;
  createWebhook(argument: _orderplacing_processor_v1_CreateWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_CreateWebhookResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * DeleteWebhook deletes a webhook; its deliveries are not sent any more.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  DeleteWebhook(argument: _orderplacing_processor_v1_DeleteWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DeleteWebhookResponseOutput>): grpc.ClientUnaryCall;
  DeleteWebhook(argument: _orderplacing_processor_v1_DeleteWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_DeleteWebhookResponseOutput>): grpc.ClientUnaryCall;
  DeleteWebhook(argument: _orderplacing_processor_v1_DeleteWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DeleteWebhookResponseOutput>): grpc.ClientUnaryCall;
  DeleteWebhook(argument: _orderplacing_processor_v1_DeleteWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_DeleteWebhookResponseOutput>): grpc.ClientUnaryCall;
  /**
   * DeleteWebhook deletes a webhook; its deliveries are not sent any more.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  deleteWebhook(argument: _orderplacing_processor_v1_DeleteWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DeleteWebhookResponseOutput>): grpc.ClientUnaryCall;
  deleteWebhook(argument: _orderplacing_processor_v1_DeleteWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_DeleteWebhookResponseOutput>): grpc.ClientUnaryCall;
  deleteWebhook(argument: _orderplacing_processor_v1_DeleteWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DeleteWebhookResponseOutput>): grpc.ClientUnaryCall;
  deleteWebhook(argument: _orderplacing_processor_v1_DeleteWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_DeleteWebhookResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * DiscardDeadLetter deletes a dead letter, after failing its order where that is still pending.
   * 
   * Errors:
   * - NOT_FOUND (DEAD_LETTER_NOT_FOUND)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  DiscardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  DiscardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  DiscardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  DiscardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  /**
   * DiscardDeadLetter deletes a dead letter, after failing its order where that is still pending.
   * 
   * Errors:
   * - NOT_FOUND (DEAD_LETTER_NOT_FOUND)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  discardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  discardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  discardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  discardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * FailOrder fails a pending order as discarding its dead letter does. A failed order is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   * - FAILED_PRECONDITION (ORDER_IS_FINAL): it is processed or cancelled; details name the status.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  FailOrder(argument: _orderplacing_processor_v1_FailOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  FailOrder(argument: _orderplacing_processor_v1_FailOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  FailOrder(argument: _orderplacing_processor_v1_FailOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  FailOrder(argument: _orderplacing_processor_v1_FailOrderRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  /**
   * FailOrder fails a pending order as discarding its dead letter does. A failed order is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   * - FAILED_PRECONDITION (ORDER_IS_FINAL): it is processed or cancelled; details name the status.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  failOrder(argument: _orderplacing_processor_v1_FailOrderRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  failOrder(argument: _orderplacing_processor_v1_FailOrderRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  failOrder(argument: _orderplacing_processor_v1_FailOrderRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  failOrder(argument: _orderplacing_processor_v1_FailOrderRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_FailOrderResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetDeliveries answers all webhooks and the deliveries of the given orders, in any order; at most 100 ids.
   */
  GetDeliveries(argument: _orderplacing_processor_v1_GetDeliveriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  GetDeliveries(argument: _orderplacing_processor_v1_GetDeliveriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  GetDeliveries(argument: _orderplacing_processor_v1_GetDeliveriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  GetDeliveries(argument: _orderplacing_processor_v1_GetDeliveriesRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetDeliveries answers all webhooks and the deliveries of the given orders, in any order; at most 100 ids.
   */
  getDeliveries(argument: _orderplacing_processor_v1_GetDeliveriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  getDeliveries(argument: _orderplacing_processor_v1_GetDeliveriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  getDeliveries(argument: _orderplacing_processor_v1_GetDeliveriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  getDeliveries(argument: _orderplacing_processor_v1_GetDeliveriesRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetMail answers the mail ledger's entry of one order; empty where there is none.
   */
  GetMail(argument: _orderplacing_processor_v1_GetMailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailResponseOutput>): grpc.ClientUnaryCall;
  GetMail(argument: _orderplacing_processor_v1_GetMailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailResponseOutput>): grpc.ClientUnaryCall;
  GetMail(argument: _orderplacing_processor_v1_GetMailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailResponseOutput>): grpc.ClientUnaryCall;
  GetMail(argument: _orderplacing_processor_v1_GetMailRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetMail answers the mail ledger's entry of one order; empty where there is none.
   */
  getMail(argument: _orderplacing_processor_v1_GetMailRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailResponseOutput>): grpc.ClientUnaryCall;
  getMail(argument: _orderplacing_processor_v1_GetMailRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailResponseOutput>): grpc.ClientUnaryCall;
  getMail(argument: _orderplacing_processor_v1_GetMailRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailResponseOutput>): grpc.ClientUnaryCall;
  getMail(argument: _orderplacing_processor_v1_GetMailRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetMails answers the mail ledger's entries of the given orders, in any order; at most 1,000 ids.
   */
  GetMails(argument: _orderplacing_processor_v1_GetMailsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailsResponseOutput>): grpc.ClientUnaryCall;
  GetMails(argument: _orderplacing_processor_v1_GetMailsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailsResponseOutput>): grpc.ClientUnaryCall;
  GetMails(argument: _orderplacing_processor_v1_GetMailsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailsResponseOutput>): grpc.ClientUnaryCall;
  GetMails(argument: _orderplacing_processor_v1_GetMailsRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetMails answers the mail ledger's entries of the given orders, in any order; at most 1,000 ids.
   */
  getMails(argument: _orderplacing_processor_v1_GetMailsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailsResponseOutput>): grpc.ClientUnaryCall;
  getMails(argument: _orderplacing_processor_v1_GetMailsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailsResponseOutput>): grpc.ClientUnaryCall;
  getMails(argument: _orderplacing_processor_v1_GetMailsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailsResponseOutput>): grpc.ClientUnaryCall;
  getMails(argument: _orderplacing_processor_v1_GetMailsRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetMailsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetQueue answers how much is waiting.
   * 
   * Errors:
   * - UNAVAILABLE (UNAVAILABLE): the queue or the database is unavailable.
   */
  GetQueue(argument: _orderplacing_processor_v1_GetQueueRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  GetQueue(argument: _orderplacing_processor_v1_GetQueueRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  GetQueue(argument: _orderplacing_processor_v1_GetQueueRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  GetQueue(argument: _orderplacing_processor_v1_GetQueueRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetQueue answers how much is waiting.
   * 
   * Errors:
   * - UNAVAILABLE (UNAVAILABLE): the queue or the database is unavailable.
   */
  getQueue(argument: _orderplacing_processor_v1_GetQueueRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  getQueue(argument: _orderplacing_processor_v1_GetQueueRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  getQueue(argument: _orderplacing_processor_v1_GetQueueRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  getQueue(argument: _orderplacing_processor_v1_GetQueueRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * GetWebhook answers one webhook.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  GetWebhook(argument: _orderplacing_processor_v1_GetWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetWebhookResponseOutput>): grpc.ClientUnaryCall;
  GetWebhook(argument: _orderplacing_processor_v1_GetWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetWebhookResponseOutput>): grpc.ClientUnaryCall;
  GetWebhook(argument: _orderplacing_processor_v1_GetWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetWebhookResponseOutput>): grpc.ClientUnaryCall;
  GetWebhook(argument: _orderplacing_processor_v1_GetWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetWebhookResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetWebhook answers one webhook.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  getWebhook(argument: _orderplacing_processor_v1_GetWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetWebhookResponseOutput>): grpc.ClientUnaryCall;
  getWebhook(argument: _orderplacing_processor_v1_GetWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetWebhookResponseOutput>): grpc.ClientUnaryCall;
  getWebhook(argument: _orderplacing_processor_v1_GetWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetWebhookResponseOutput>): grpc.ClientUnaryCall;
  getWebhook(argument: _orderplacing_processor_v1_GetWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetWebhookResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListAccountMails answers the mails about a user's account, newest first; at most 100.
   */
  ListAccountMails(argument: _orderplacing_processor_v1_ListAccountMailsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAccountMailsResponseOutput>): grpc.ClientUnaryCall;
  ListAccountMails(argument: _orderplacing_processor_v1_ListAccountMailsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAccountMailsResponseOutput>): grpc.ClientUnaryCall;
  ListAccountMails(argument: _orderplacing_processor_v1_ListAccountMailsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAccountMailsResponseOutput>): grpc.ClientUnaryCall;
  ListAccountMails(argument: _orderplacing_processor_v1_ListAccountMailsRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAccountMailsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListAccountMails answers the mails about a user's account, newest first; at most 100.
   */
  listAccountMails(argument: _orderplacing_processor_v1_ListAccountMailsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAccountMailsResponseOutput>): grpc.ClientUnaryCall;
  listAccountMails(argument: _orderplacing_processor_v1_ListAccountMailsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAccountMailsResponseOutput>): grpc.ClientUnaryCall;
  listAccountMails(argument: _orderplacing_processor_v1_ListAccountMailsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAccountMailsResponseOutput>): grpc.ClientUnaryCall;
  listAccountMails(argument: _orderplacing_processor_v1_ListAccountMailsRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAccountMailsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListAuditEntries(argument: _orderplacing_processor_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_processor_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_processor_v1_ListAuditEntriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  ListAuditEntries(argument: _orderplacing_processor_v1_ListAuditEntriesRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  listAuditEntries(argument: _orderplacing_processor_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_processor_v1_ListAuditEntriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_processor_v1_ListAuditEntriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  listAuditEntries(argument: _orderplacing_processor_v1_ListAuditEntriesRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListAuditEntriesResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListDeadLetters pages through the dead-letter queue, oldest first, without taking anything from it.
   * It looks at 1,000 messages at most, and misses those that another reader has received at the same moment.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListDeadLetters(argument: _orderplacing_processor_v1_ListDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  ListDeadLetters(argument: _orderplacing_processor_v1_ListDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  ListDeadLetters(argument: _orderplacing_processor_v1_ListDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  ListDeadLetters(argument: _orderplacing_processor_v1_ListDeadLettersRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListDeadLetters pages through the dead-letter queue, oldest first, without taking anything from it.
   * It looks at 1,000 messages at most, and misses those that another reader has received at the same moment.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  listDeadLetters(argument: _orderplacing_processor_v1_ListDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  listDeadLetters(argument: _orderplacing_processor_v1_ListDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  listDeadLetters(argument: _orderplacing_processor_v1_ListDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  listDeadLetters(argument: _orderplacing_processor_v1_ListDeadLettersRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListOperatorActs answers the newest entries of the log of operator actions, newest first.
   */
  ListOperatorActs(argument: _orderplacing_processor_v1_ListOperatorActsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListOperatorActsResponseOutput>): grpc.ClientUnaryCall;
  ListOperatorActs(argument: _orderplacing_processor_v1_ListOperatorActsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListOperatorActsResponseOutput>): grpc.ClientUnaryCall;
  ListOperatorActs(argument: _orderplacing_processor_v1_ListOperatorActsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListOperatorActsResponseOutput>): grpc.ClientUnaryCall;
  ListOperatorActs(argument: _orderplacing_processor_v1_ListOperatorActsRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListOperatorActsResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListOperatorActs answers the newest entries of the log of operator actions, newest first.
   */
  listOperatorActs(argument: _orderplacing_processor_v1_ListOperatorActsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListOperatorActsResponseOutput>): grpc.ClientUnaryCall;
  listOperatorActs(argument: _orderplacing_processor_v1_ListOperatorActsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListOperatorActsResponseOutput>): grpc.ClientUnaryCall;
  listOperatorActs(argument: _orderplacing_processor_v1_ListOperatorActsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListOperatorActsResponseOutput>): grpc.ClientUnaryCall;
  listOperatorActs(argument: _orderplacing_processor_v1_ListOperatorActsRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListOperatorActsResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListWebhookDeliveries pages through the deliveries of a webhook, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  ListWebhookDeliveries(argument: _orderplacing_processor_v1_ListWebhookDeliveriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  ListWebhookDeliveries(argument: _orderplacing_processor_v1_ListWebhookDeliveriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  ListWebhookDeliveries(argument: _orderplacing_processor_v1_ListWebhookDeliveriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  ListWebhookDeliveries(argument: _orderplacing_processor_v1_ListWebhookDeliveriesRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListWebhookDeliveries pages through the deliveries of a webhook, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  listWebhookDeliveries(argument: _orderplacing_processor_v1_ListWebhookDeliveriesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  listWebhookDeliveries(argument: _orderplacing_processor_v1_ListWebhookDeliveriesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  listWebhookDeliveries(argument: _orderplacing_processor_v1_ListWebhookDeliveriesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  listWebhookDeliveries(argument: _orderplacing_processor_v1_ListWebhookDeliveriesRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ListWebhooks answers all webhooks, oldest first.
   */
  ListWebhooks(argument: _orderplacing_processor_v1_ListWebhooksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhooksResponseOutput>): grpc.ClientUnaryCall;
  ListWebhooks(argument: _orderplacing_processor_v1_ListWebhooksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhooksResponseOutput>): grpc.ClientUnaryCall;
  ListWebhooks(argument: _orderplacing_processor_v1_ListWebhooksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhooksResponseOutput>): grpc.ClientUnaryCall;
  ListWebhooks(argument: _orderplacing_processor_v1_ListWebhooksRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhooksResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ListWebhooks answers all webhooks, oldest first.
   */
  listWebhooks(argument: _orderplacing_processor_v1_ListWebhooksRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhooksResponseOutput>): grpc.ClientUnaryCall;
  listWebhooks(argument: _orderplacing_processor_v1_ListWebhooksRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhooksResponseOutput>): grpc.ClientUnaryCall;
  listWebhooks(argument: _orderplacing_processor_v1_ListWebhooksRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhooksResponseOutput>): grpc.ClientUnaryCall;
  listWebhooks(argument: _orderplacing_processor_v1_ListWebhooksRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ListWebhooksResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * RedriveDeadLetters moves dead letters back to the queue, so that they are handled again.
   * 
   * Errors:
   * - NOT_FOUND (DEAD_LETTER_NOT_FOUND)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  RedriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  /**
   * RedriveDeadLetters moves dead letters back to the queue, so that they are handled again.
   * 
   * Errors:
   * - NOT_FOUND (DEAD_LETTER_NOT_FOUND)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  redriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * ResendWebhookDelivery makes a delivery due at once, whatever became of it before.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND)
   */
  ResendWebhookDelivery(argument: _orderplacing_processor_v1_ResendWebhookDeliveryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>): grpc.ClientUnaryCall;
  ResendWebhookDelivery(argument: _orderplacing_processor_v1_ResendWebhookDeliveryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>): grpc.ClientUnaryCall;
  ResendWebhookDelivery(argument: _orderplacing_processor_v1_ResendWebhookDeliveryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>): grpc.ClientUnaryCall;
  ResendWebhookDelivery(argument: _orderplacing_processor_v1_ResendWebhookDeliveryRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>): grpc.ClientUnaryCall;
  /**
   * ResendWebhookDelivery makes a delivery due at once, whatever became of it before.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND)
   */
  resendWebhookDelivery(argument: _orderplacing_processor_v1_ResendWebhookDeliveryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>): grpc.ClientUnaryCall;
  resendWebhookDelivery(argument: _orderplacing_processor_v1_ResendWebhookDeliveryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>): grpc.ClientUnaryCall;
  resendWebhookDelivery(argument: _orderplacing_processor_v1_ResendWebhookDeliveryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>): grpc.ClientUnaryCall;
  resendWebhookDelivery(argument: _orderplacing_processor_v1_ResendWebhookDeliveryRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * RotateWebhookSecret makes a new secret; for 24 hours deliveries are signed with the one before, too.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   * - FAILED_PRECONDITION (WEBHOOK_KEY_MISSING): WEBHOOK_SECRET_KEY is not set.
   * - FAILED_PRECONDITION (SECRET_JUST_ROTATED): another request has replaced the secret meanwhile.
   */
  RotateWebhookSecret(argument: _orderplacing_processor_v1_RotateWebhookSecretRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RotateWebhookSecretResponseOutput>): grpc.ClientUnaryCall;
  RotateWebhookSecret(argument: _orderplacing_processor_v1_RotateWebhookSecretRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_RotateWebhookSecretResponseOutput>): grpc.ClientUnaryCall;
  RotateWebhookSecret(argument: _orderplacing_processor_v1_RotateWebhookSecretRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RotateWebhookSecretResponseOutput>): grpc.ClientUnaryCall;
  RotateWebhookSecret(argument: _orderplacing_processor_v1_RotateWebhookSecretRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_RotateWebhookSecretResponseOutput>): grpc.ClientUnaryCall;
  /**
   * RotateWebhookSecret makes a new secret; for 24 hours deliveries are signed with the one before, too.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   * - FAILED_PRECONDITION (WEBHOOK_KEY_MISSING): WEBHOOK_SECRET_KEY is not set.
   * - FAILED_PRECONDITION (SECRET_JUST_ROTATED): another request has replaced the secret meanwhile.
   */
  rotateWebhookSecret(argument: _orderplacing_processor_v1_RotateWebhookSecretRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RotateWebhookSecretResponseOutput>): grpc.ClientUnaryCall;
  rotateWebhookSecret(argument: _orderplacing_processor_v1_RotateWebhookSecretRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_RotateWebhookSecretResponseOutput>): grpc.ClientUnaryCall;
  rotateWebhookSecret(argument: _orderplacing_processor_v1_RotateWebhookSecretRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RotateWebhookSecretResponseOutput>): grpc.ClientUnaryCall;
  rotateWebhookSecret(argument: _orderplacing_processor_v1_RotateWebhookSecretRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_RotateWebhookSecretResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * TestWebhook sends a made-up event, which appears among the deliveries.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  TestWebhook(argument: _orderplacing_processor_v1_TestWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_TestWebhookResponseOutput>): grpc.ClientUnaryCall;
  TestWebhook(argument: _orderplacing_processor_v1_TestWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_TestWebhookResponseOutput>): grpc.ClientUnaryCall;
  TestWebhook(argument: _orderplacing_processor_v1_TestWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_TestWebhookResponseOutput>): grpc.ClientUnaryCall;
  TestWebhook(argument: _orderplacing_processor_v1_TestWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_TestWebhookResponseOutput>): grpc.ClientUnaryCall;
  /**
   * TestWebhook sends a made-up event, which appears among the deliveries.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  testWebhook(argument: _orderplacing_processor_v1_TestWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_TestWebhookResponseOutput>): grpc.ClientUnaryCall;
  testWebhook(argument: _orderplacing_processor_v1_TestWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_TestWebhookResponseOutput>): grpc.ClientUnaryCall;
  testWebhook(argument: _orderplacing_processor_v1_TestWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_TestWebhookResponseOutput>): grpc.ClientUnaryCall;
  testWebhook(argument: _orderplacing_processor_v1_TestWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_TestWebhookResponseOutput>): grpc.ClientUnaryCall;
  
  /**
   * UpdateWebhook changes what is given. Enabling a webhook also sends what became due while it was disabled.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the URL is not one that may be sent to.
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  UpdateWebhook(argument: _orderplacing_processor_v1_UpdateWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_UpdateWebhookResponseOutput>): grpc.ClientUnaryCall;
  UpdateWebhook(argument: _orderplacing_processor_v1_UpdateWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_UpdateWebhookResponseOutput>): grpc.ClientUnaryCall;
  UpdateWebhook(argument: _orderplacing_processor_v1_UpdateWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_UpdateWebhookResponseOutput>): grpc.ClientUnaryCall;
  UpdateWebhook(argument: _orderplacing_processor_v1_UpdateWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_UpdateWebhookResponseOutput>): grpc.ClientUnaryCall;
  /**
   * UpdateWebhook changes what is given. Enabling a webhook also sends what became due while it was disabled.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the URL is not one that may be sent to.
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  updateWebhook(argument: _orderplacing_processor_v1_UpdateWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_UpdateWebhookResponseOutput>): grpc.ClientUnaryCall;
  updateWebhook(argument: _orderplacing_processor_v1_UpdateWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_UpdateWebhookResponseOutput>): grpc.ClientUnaryCall;
  updateWebhook(argument: _orderplacing_processor_v1_UpdateWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_UpdateWebhookResponseOutput>): grpc.ClientUnaryCall;
  updateWebhook(argument: _orderplacing_processor_v1_UpdateWebhookRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_UpdateWebhookResponseOutput>): grpc.ClientUnaryCall;
  
}

/**
 * ProcessorService answers operators' questions about the queue and the mails, redrives or discards dead letters for
 * them, fails orders, and keeps the webhooks.
 * All RPCs:
 * - UNAVAILABLE (UNAVAILABLE): the queue, the database or a service that it calls is unavailable.
 */
export interface ProcessorServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * CreateWebhook adds a receiver of events. Once it has answered, each order that is then placed causes deliveries.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the URL is not one that may be sent to.
   * - FAILED_PRECONDITION (TOO_MANY_WEBHOOKS): there are 100 already.
   * - FAILED_PRECONDITION (WEBHOOK_KEY_MISSING): WEBHOOK_SECRET_KEY is not set.
   */
  CreateWebhook: grpc.handleUnaryCall<_orderplacing_processor_v1_CreateWebhookRequestOutput, _orderplacing_processor_v1_CreateWebhookResponse>;
  
  /**
   * DeleteWebhook deletes a webhook; its deliveries are not sent any more.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  DeleteWebhook: grpc.handleUnaryCall<_orderplacing_processor_v1_DeleteWebhookRequestOutput, _orderplacing_processor_v1_DeleteWebhookResponse>;
  
  /**
   * DiscardDeadLetter deletes a dead letter, after failing its order where that is still pending.
   * 
   * Errors:
   * - NOT_FOUND (DEAD_LETTER_NOT_FOUND)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  DiscardDeadLetter: grpc.handleUnaryCall<_orderplacing_processor_v1_DiscardDeadLetterRequestOutput, _orderplacing_processor_v1_DiscardDeadLetterResponse>;
  
  /**
   * FailOrder fails a pending order as discarding its dead letter does. A failed order is answered again.
   * 
   * Errors:
   * - NOT_FOUND (ORDER_NOT_FOUND)
   * - FAILED_PRECONDITION (ORDER_IS_FINAL): it is processed or cancelled; details name the status.
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  FailOrder: grpc.handleUnaryCall<_orderplacing_processor_v1_FailOrderRequestOutput, _orderplacing_processor_v1_FailOrderResponse>;
  
  /**
   * GetDeliveries answers all webhooks and the deliveries of the given orders, in any order; at most 100 ids.
   */
  GetDeliveries: grpc.handleUnaryCall<_orderplacing_processor_v1_GetDeliveriesRequestOutput, _orderplacing_processor_v1_GetDeliveriesResponse>;
  
  /**
   * GetMail answers the mail ledger's entry of one order; empty where there is none.
   */
  GetMail: grpc.handleUnaryCall<_orderplacing_processor_v1_GetMailRequestOutput, _orderplacing_processor_v1_GetMailResponse>;
  
  /**
   * GetMails answers the mail ledger's entries of the given orders, in any order; at most 1,000 ids.
   */
  GetMails: grpc.handleUnaryCall<_orderplacing_processor_v1_GetMailsRequestOutput, _orderplacing_processor_v1_GetMailsResponse>;
  
  /**
   * GetQueue answers how much is waiting.
   * 
   * Errors:
   * - UNAVAILABLE (UNAVAILABLE): the queue or the database is unavailable.
   */
  GetQueue: grpc.handleUnaryCall<_orderplacing_processor_v1_GetQueueRequestOutput, _orderplacing_processor_v1_GetQueueResponse>;
  
  /**
   * GetWebhook answers one webhook.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  GetWebhook: grpc.handleUnaryCall<_orderplacing_processor_v1_GetWebhookRequestOutput, _orderplacing_processor_v1_GetWebhookResponse>;
  
  /**
   * ListAccountMails answers the mails about a user's account, newest first; at most 100.
   */
  ListAccountMails: grpc.handleUnaryCall<_orderplacing_processor_v1_ListAccountMailsRequestOutput, _orderplacing_processor_v1_ListAccountMailsResponse>;
  
  /**
   * ListAuditEntries answers the administrative acts of this service, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListAuditEntries: grpc.handleUnaryCall<_orderplacing_processor_v1_ListAuditEntriesRequestOutput, _orderplacing_processor_v1_ListAuditEntriesResponse>;
  
  /**
   * ListDeadLetters pages through the dead-letter queue, oldest first, without taking anything from it.
   * It looks at 1,000 messages at most, and misses those that another reader has received at the same moment.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   */
  ListDeadLetters: grpc.handleUnaryCall<_orderplacing_processor_v1_ListDeadLettersRequestOutput, _orderplacing_processor_v1_ListDeadLettersResponse>;
  
  /**
   * ListOperatorActs answers the newest entries of the log of operator actions, newest first.
   */
  ListOperatorActs: grpc.handleUnaryCall<_orderplacing_processor_v1_ListOperatorActsRequestOutput, _orderplacing_processor_v1_ListOperatorActsResponse>;
  
  /**
   * ListWebhookDeliveries pages through the deliveries of a webhook, newest first.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the page token is not one of ours.
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  ListWebhookDeliveries: grpc.handleUnaryCall<_orderplacing_processor_v1_ListWebhookDeliveriesRequestOutput, _orderplacing_processor_v1_ListWebhookDeliveriesResponse>;
  
  /**
   * ListWebhooks answers all webhooks, oldest first.
   */
  ListWebhooks: grpc.handleUnaryCall<_orderplacing_processor_v1_ListWebhooksRequestOutput, _orderplacing_processor_v1_ListWebhooksResponse>;
  
  /**
   * RedriveDeadLetters moves dead letters back to the queue, so that they are handled again.
   * 
   * Errors:
   * - NOT_FOUND (DEAD_LETTER_NOT_FOUND)
   * - ABORTED (IDEMPOTENCY_KEY_REUSED): the operation id is known with another request.
   */
  RedriveDeadLetters: grpc.handleUnaryCall<_orderplacing_processor_v1_RedriveDeadLettersRequestOutput, _orderplacing_processor_v1_RedriveDeadLettersResponse>;
  
  /**
   * ResendWebhookDelivery makes a delivery due at once, whatever became of it before.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND, DELIVERY_NOT_FOUND)
   */
  ResendWebhookDelivery: grpc.handleUnaryCall<_orderplacing_processor_v1_ResendWebhookDeliveryRequestOutput, _orderplacing_processor_v1_ResendWebhookDeliveryResponse>;
  
  /**
   * RotateWebhookSecret makes a new secret; for 24 hours deliveries are signed with the one before, too.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   * - FAILED_PRECONDITION (WEBHOOK_KEY_MISSING): WEBHOOK_SECRET_KEY is not set.
   * - FAILED_PRECONDITION (SECRET_JUST_ROTATED): another request has replaced the secret meanwhile.
   */
  RotateWebhookSecret: grpc.handleUnaryCall<_orderplacing_processor_v1_RotateWebhookSecretRequestOutput, _orderplacing_processor_v1_RotateWebhookSecretResponse>;
  
  /**
   * TestWebhook sends a made-up event, which appears among the deliveries.
   * 
   * Errors:
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  TestWebhook: grpc.handleUnaryCall<_orderplacing_processor_v1_TestWebhookRequestOutput, _orderplacing_processor_v1_TestWebhookResponse>;
  
  /**
   * UpdateWebhook changes what is given. Enabling a webhook also sends what became due while it was disabled.
   * 
   * Errors:
   * - INVALID_ARGUMENT (VALIDATION_FAILED): the URL is not one that may be sent to.
   * - NOT_FOUND (WEBHOOK_NOT_FOUND)
   */
  UpdateWebhook: grpc.handleUnaryCall<_orderplacing_processor_v1_UpdateWebhookRequestOutput, _orderplacing_processor_v1_UpdateWebhookResponse>;
  
}

export interface ProcessorServiceDefinition extends grpc.ServiceDefinition {
  CreateWebhook: MethodDefinition<_orderplacing_processor_v1_CreateWebhookRequest, _orderplacing_processor_v1_CreateWebhookResponse, _orderplacing_processor_v1_CreateWebhookRequestOutput, _orderplacing_processor_v1_CreateWebhookResponseOutput>
  DeleteWebhook: MethodDefinition<_orderplacing_processor_v1_DeleteWebhookRequest, _orderplacing_processor_v1_DeleteWebhookResponse, _orderplacing_processor_v1_DeleteWebhookRequestOutput, _orderplacing_processor_v1_DeleteWebhookResponseOutput>
  DiscardDeadLetter: MethodDefinition<_orderplacing_processor_v1_DiscardDeadLetterRequest, _orderplacing_processor_v1_DiscardDeadLetterResponse, _orderplacing_processor_v1_DiscardDeadLetterRequestOutput, _orderplacing_processor_v1_DiscardDeadLetterResponseOutput>
  FailOrder: MethodDefinition<_orderplacing_processor_v1_FailOrderRequest, _orderplacing_processor_v1_FailOrderResponse, _orderplacing_processor_v1_FailOrderRequestOutput, _orderplacing_processor_v1_FailOrderResponseOutput>
  GetDeliveries: MethodDefinition<_orderplacing_processor_v1_GetDeliveriesRequest, _orderplacing_processor_v1_GetDeliveriesResponse, _orderplacing_processor_v1_GetDeliveriesRequestOutput, _orderplacing_processor_v1_GetDeliveriesResponseOutput>
  GetMail: MethodDefinition<_orderplacing_processor_v1_GetMailRequest, _orderplacing_processor_v1_GetMailResponse, _orderplacing_processor_v1_GetMailRequestOutput, _orderplacing_processor_v1_GetMailResponseOutput>
  GetMails: MethodDefinition<_orderplacing_processor_v1_GetMailsRequest, _orderplacing_processor_v1_GetMailsResponse, _orderplacing_processor_v1_GetMailsRequestOutput, _orderplacing_processor_v1_GetMailsResponseOutput>
  GetQueue: MethodDefinition<_orderplacing_processor_v1_GetQueueRequest, _orderplacing_processor_v1_GetQueueResponse, _orderplacing_processor_v1_GetQueueRequestOutput, _orderplacing_processor_v1_GetQueueResponseOutput>
  GetWebhook: MethodDefinition<_orderplacing_processor_v1_GetWebhookRequest, _orderplacing_processor_v1_GetWebhookResponse, _orderplacing_processor_v1_GetWebhookRequestOutput, _orderplacing_processor_v1_GetWebhookResponseOutput>
  ListAccountMails: MethodDefinition<_orderplacing_processor_v1_ListAccountMailsRequest, _orderplacing_processor_v1_ListAccountMailsResponse, _orderplacing_processor_v1_ListAccountMailsRequestOutput, _orderplacing_processor_v1_ListAccountMailsResponseOutput>
  ListAuditEntries: MethodDefinition<_orderplacing_processor_v1_ListAuditEntriesRequest, _orderplacing_processor_v1_ListAuditEntriesResponse, _orderplacing_processor_v1_ListAuditEntriesRequestOutput, _orderplacing_processor_v1_ListAuditEntriesResponseOutput>
  ListDeadLetters: MethodDefinition<_orderplacing_processor_v1_ListDeadLettersRequest, _orderplacing_processor_v1_ListDeadLettersResponse, _orderplacing_processor_v1_ListDeadLettersRequestOutput, _orderplacing_processor_v1_ListDeadLettersResponseOutput>
  ListOperatorActs: MethodDefinition<_orderplacing_processor_v1_ListOperatorActsRequest, _orderplacing_processor_v1_ListOperatorActsResponse, _orderplacing_processor_v1_ListOperatorActsRequestOutput, _orderplacing_processor_v1_ListOperatorActsResponseOutput>
  ListWebhookDeliveries: MethodDefinition<_orderplacing_processor_v1_ListWebhookDeliveriesRequest, _orderplacing_processor_v1_ListWebhookDeliveriesResponse, _orderplacing_processor_v1_ListWebhookDeliveriesRequestOutput, _orderplacing_processor_v1_ListWebhookDeliveriesResponseOutput>
  ListWebhooks: MethodDefinition<_orderplacing_processor_v1_ListWebhooksRequest, _orderplacing_processor_v1_ListWebhooksResponse, _orderplacing_processor_v1_ListWebhooksRequestOutput, _orderplacing_processor_v1_ListWebhooksResponseOutput>
  RedriveDeadLetters: MethodDefinition<_orderplacing_processor_v1_RedriveDeadLettersRequest, _orderplacing_processor_v1_RedriveDeadLettersResponse, _orderplacing_processor_v1_RedriveDeadLettersRequestOutput, _orderplacing_processor_v1_RedriveDeadLettersResponseOutput>
  ResendWebhookDelivery: MethodDefinition<_orderplacing_processor_v1_ResendWebhookDeliveryRequest, _orderplacing_processor_v1_ResendWebhookDeliveryResponse, _orderplacing_processor_v1_ResendWebhookDeliveryRequestOutput, _orderplacing_processor_v1_ResendWebhookDeliveryResponseOutput>
  RotateWebhookSecret: MethodDefinition<_orderplacing_processor_v1_RotateWebhookSecretRequest, _orderplacing_processor_v1_RotateWebhookSecretResponse, _orderplacing_processor_v1_RotateWebhookSecretRequestOutput, _orderplacing_processor_v1_RotateWebhookSecretResponseOutput>
  TestWebhook: MethodDefinition<_orderplacing_processor_v1_TestWebhookRequest, _orderplacing_processor_v1_TestWebhookResponse, _orderplacing_processor_v1_TestWebhookRequestOutput, _orderplacing_processor_v1_TestWebhookResponseOutput>
  UpdateWebhook: MethodDefinition<_orderplacing_processor_v1_UpdateWebhookRequest, _orderplacing_processor_v1_UpdateWebhookResponse, _orderplacing_processor_v1_UpdateWebhookRequestOutput, _orderplacing_processor_v1_UpdateWebhookResponseOutput>
}
