// Original file: proto/orderplacing/processor/v1/processor.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { GetQueueRequest as _orderplacing_processor_v1_GetQueueRequest, GetQueueRequestOutput as _orderplacing_processor_v1_GetQueueRequestOutput } from '../../../orderplacing/processor/v1/GetQueueRequest';
import type { GetQueueResponse as _orderplacing_processor_v1_GetQueueResponse, GetQueueResponseOutput as _orderplacing_processor_v1_GetQueueResponseOutput } from '../../../orderplacing/processor/v1/GetQueueResponse';

/**
 * ProcessorService answers operators' questions about the queue and the mails.
 */
export interface ProcessorServiceClient extends grpc.Client {
  /**
   * GetQueue answers how much is waiting.
   * 
   * Errors:
   * - UNAVAILABLE (UNAVAILABLE): the queue or the database does not answer.
   */
  GetQueue(argument: _orderplacing_processor_v1_GetQueueRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  GetQueue(argument: _orderplacing_processor_v1_GetQueueRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  GetQueue(argument: _orderplacing_processor_v1_GetQueueRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  GetQueue(argument: _orderplacing_processor_v1_GetQueueRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  /**
   * GetQueue answers how much is waiting.
   * 
   * Errors:
   * - UNAVAILABLE (UNAVAILABLE): the queue or the database does not answer.
   */
  getQueue(argument: _orderplacing_processor_v1_GetQueueRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  getQueue(argument: _orderplacing_processor_v1_GetQueueRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  getQueue(argument: _orderplacing_processor_v1_GetQueueRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  getQueue(argument: _orderplacing_processor_v1_GetQueueRequest, callback: grpc.requestCallback<_orderplacing_processor_v1_GetQueueResponseOutput>): grpc.ClientUnaryCall;
  
}

/**
 * ProcessorService answers operators' questions about the queue and the mails.
 */
export interface ProcessorServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * GetQueue answers how much is waiting.
   * 
   * Errors:
   * - UNAVAILABLE (UNAVAILABLE): the queue or the database does not answer.
   */
  GetQueue: grpc.handleUnaryCall<_orderplacing_processor_v1_GetQueueRequestOutput, _orderplacing_processor_v1_GetQueueResponse>;
  
}

export interface ProcessorServiceDefinition extends grpc.ServiceDefinition {
  GetQueue: MethodDefinition<_orderplacing_processor_v1_GetQueueRequest, _orderplacing_processor_v1_GetQueueResponse, _orderplacing_processor_v1_GetQueueRequestOutput, _orderplacing_processor_v1_GetQueueResponseOutput>
}
