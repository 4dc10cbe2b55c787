// Original file: proto/orderplacing/processor/v1/processor.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DiscardDeadLetterRequest as _orderplacing_processor_v1_DiscardDeadLetterRequest, DiscardDeadLetterRequestOutput as _orderplacing_processor_v1_DiscardDeadLetterRequestOutput } from '../../../orderplacing/processor/v1/DiscardDeadLetterRequest';
import type { DiscardDeadLetterResponse as _orderplacing_processor_v1_DiscardDeadLetterResponse, DiscardDeadLetterResponseOutput as _orderplacing_processor_v1_DiscardDeadLetterResponseOutput } from '../../../orderplacing/processor/v1/DiscardDeadLetterResponse';
import type { GetMailRequest as _orderplacing_processor_v1_GetMailRequest, GetMailRequestOutput as _orderplacing_processor_v1_GetMailRequestOutput } from '../../../orderplacing/processor/v1/GetMailRequest';
import type { GetMailResponse as _orderplacing_processor_v1_GetMailResponse, GetMailResponseOutput as _orderplacing_processor_v1_GetMailResponseOutput } from '../../../orderplacing/processor/v1/GetMailResponse';
import type { GetMailsRequest as _orderplacing_processor_v1_GetMailsRequest, GetMailsRequestOutput as _orderplacing_processor_v1_GetMailsRequestOutput } from '../../../orderplacing/processor/v1/GetMailsRequest';
import type { GetMailsResponse as _orderplacing_processor_v1_GetMailsResponse, GetMailsResponseOutput as _orderplacing_processor_v1_GetMailsResponseOutput } from '../../../orderplacing/processor/v1/GetMailsResponse';
import type { GetQueueRequest as _orderplacing_processor_v1_GetQueueRequest, GetQueueRequestOutput as _orderplacing_processor_v1_GetQueueRequestOutput } from '../../../orderplacing/processor/v1/GetQueueRequest';
import type { GetQueueResponse as _orderplacing_processor_v1_GetQueueResponse, GetQueueResponseOutput as _orderplacing_processor_v1_GetQueueResponseOutput } from '../../../orderplacing/processor/v1/GetQueueResponse';
import type { ListAccountMailsRequest as _orderplacing_processor_v1_ListAccountMailsRequest, ListAccountMailsRequestOutput as _orderplacing_processor_v1_ListAccountMailsRequestOutput } from '../../../orderplacing/processor/v1/ListAccountMailsRequest';
import type { ListAccountMailsResponse as _orderplacing_processor_v1_ListAccountMailsResponse, ListAccountMailsResponseOutput as _orderplacing_processor_v1_ListAccountMailsResponseOutput } from '../../../orderplacing/processor/v1/ListAccountMailsResponse';
import type { ListAuditEntriesRequest as _orderplacing_processor_v1_ListAuditEntriesRequest, ListAuditEntriesRequestOutput as _orderplacing_processor_v1_ListAuditEntriesRequestOutput } from '../../../orderplacing/processor/v1/ListAuditEntriesRequest';
import type { ListAuditEntriesResponse as _orderplacing_processor_v1_ListAuditEntriesResponse, ListAuditEntriesResponseOutput as _orderplacing_processor_v1_ListAuditEntriesResponseOutput } from '../../../orderplacing/processor/v1/ListAuditEntriesResponse';
import type { ListDeadLettersRequest as _orderplacing_processor_v1_ListDeadLettersRequest, ListDeadLettersRequestOutput as _orderplacing_processor_v1_ListDeadLettersRequestOutput } from '../../../orderplacing/processor/v1/ListDeadLettersRequest';
import type { ListDeadLettersResponse as _orderplacing_processor_v1_ListDeadLettersResponse, ListDeadLettersResponseOutput as _orderplacing_processor_v1_ListDeadLettersResponseOutput } from '../../../orderplacing/processor/v1/ListDeadLettersResponse';
import type { ListOperatorActsRequest as _orderplacing_processor_v1_ListOperatorActsRequest, ListOperatorActsRequestOutput as _orderplacing_processor_v1_ListOperatorActsRequestOutput } from '../../../orderplacing/processor/v1/ListOperatorActsRequest';
import type { ListOperatorActsResponse as _orderplacing_processor_v1_ListOperatorActsResponse, ListOperatorActsResponseOutput as _orderplacing_processor_v1_ListOperatorActsResponseOutput } from '../../../orderplacing/processor/v1/ListOperatorActsResponse';
import type { RedriveDeadLettersRequest as _orderplacing_processor_v1_RedriveDeadLettersRequest, RedriveDeadLettersRequestOutput as _orderplacing_processor_v1_RedriveDeadLettersRequestOutput } from '../../../orderplacing/processor/v1/RedriveDeadLettersRequest';
import type { RedriveDeadLettersResponse as _orderplacing_processor_v1_RedriveDeadLettersResponse, RedriveDeadLettersResponseOutput as _orderplacing_processor_v1_RedriveDeadLettersResponseOutput } from '../../../orderplacing/processor/v1/RedriveDeadLettersResponse';

/**
 * ProcessorService answers operators' questions about the queue and the mails, and redrives or discards dead letters for them.
 * All RPCs:
 * - UNAVAILABLE (UNAVAILABLE): the queue, the database or a service that it calls is unavailable.
 */
export interface ProcessorServiceClient extends grpc.Client {
  /**
   * DiscardDeadLetter deletes a dead letter, after failing its order where that is still pending.
   * 
   * Errors:
   * - NOT_FOUND (DEAD_LETTER_NOT_FOUND)
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
   */
  discardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  discardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  discardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  discardDeadLetter(argument: _orderplacing_processor_v1_DiscardDeadLetterRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_DiscardDeadLetterResponseOutput>): grpc.ClientUnaryCall;
  
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
   * RedriveDeadLetters moves dead letters back to the queue, so that they are handled again.
   */
  RedriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  RedriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  /**
   * RedriveDeadLetters moves dead letters back to the queue, so that they are handled again.
   */
  redriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  redriveDeadLetters(argument: _orderplacing_processor_v1_RedriveDeadLettersRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_RedriveDeadLettersResponseOutput>): grpc.ClientUnaryCall;
  
}

/**
 * ProcessorService answers operators' questions about the queue and the mails, and redrives or discards dead letters for them.
 * All RPCs:
 * - UNAVAILABLE (UNAVAILABLE): the queue, the database or a service that it calls is unavailable.
 */
export interface ProcessorServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * DiscardDeadLetter deletes a dead letter, after failing its order where that is still pending.
   * 
   * Errors:
   * - NOT_FOUND (DEAD_LETTER_NOT_FOUND)
   */
  DiscardDeadLetter: grpc.handleUnaryCall<_orderplacing_processor_v1_DiscardDeadLetterRequestOutput, _orderplacing_processor_v1_DiscardDeadLetterResponse>;
  
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
   * RedriveDeadLetters moves dead letters back to the queue, so that they are handled again.
   */
  RedriveDeadLetters: grpc.handleUnaryCall<_orderplacing_processor_v1_RedriveDeadLettersRequestOutput, _orderplacing_processor_v1_RedriveDeadLettersResponse>;
  
}

export interface ProcessorServiceDefinition extends grpc.ServiceDefinition {
  DiscardDeadLetter: MethodDefinition<_orderplacing_processor_v1_DiscardDeadLetterRequest, _orderplacing_processor_v1_DiscardDeadLetterResponse, _orderplacing_processor_v1_DiscardDeadLetterRequestOutput, _orderplacing_processor_v1_DiscardDeadLetterResponseOutput>
  GetMail: MethodDefinition<_orderplacing_processor_v1_GetMailRequest, _orderplacing_processor_v1_GetMailResponse, _orderplacing_processor_v1_GetMailRequestOutput, _orderplacing_processor_v1_GetMailResponseOutput>
  GetMails: MethodDefinition<_orderplacing_processor_v1_GetMailsRequest, _orderplacing_processor_v1_GetMailsResponse, _orderplacing_processor_v1_GetMailsRequestOutput, _orderplacing_processor_v1_GetMailsResponseOutput>
  GetQueue: MethodDefinition<_orderplacing_processor_v1_GetQueueRequest, _orderplacing_processor_v1_GetQueueResponse, _orderplacing_processor_v1_GetQueueRequestOutput, _orderplacing_processor_v1_GetQueueResponseOutput>
  ListAccountMails: MethodDefinition<_orderplacing_processor_v1_ListAccountMailsRequest, _orderplacing_processor_v1_ListAccountMailsResponse, _orderplacing_processor_v1_ListAccountMailsRequestOutput, _orderplacing_processor_v1_ListAccountMailsResponseOutput>
  ListAuditEntries: MethodDefinition<_orderplacing_processor_v1_ListAuditEntriesRequest, _orderplacing_processor_v1_ListAuditEntriesResponse, _orderplacing_processor_v1_ListAuditEntriesRequestOutput, _orderplacing_processor_v1_ListAuditEntriesResponseOutput>
  ListDeadLetters: MethodDefinition<_orderplacing_processor_v1_ListDeadLettersRequest, _orderplacing_processor_v1_ListDeadLettersResponse, _orderplacing_processor_v1_ListDeadLettersRequestOutput, _orderplacing_processor_v1_ListDeadLettersResponseOutput>
  ListOperatorActs: MethodDefinition<_orderplacing_processor_v1_ListOperatorActsRequest, _orderplacing_processor_v1_ListOperatorActsResponse, _orderplacing_processor_v1_ListOperatorActsRequestOutput, _orderplacing_processor_v1_ListOperatorActsResponseOutput>
  RedriveDeadLetters: MethodDefinition<_orderplacing_processor_v1_RedriveDeadLettersRequest, _orderplacing_processor_v1_RedriveDeadLettersResponse, _orderplacing_processor_v1_RedriveDeadLettersRequestOutput, _orderplacing_processor_v1_RedriveDeadLettersResponseOutput>
}
