// Original file: proto/orderplacing/calls/v1/calls.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CallTogetherRequest as _orderplacing_calls_v1_CallTogetherRequest, CallTogetherRequestOutput as _orderplacing_calls_v1_CallTogetherRequestOutput } from '../../../orderplacing/calls/v1/CallTogetherRequest';
import type { CallTogetherResponse as _orderplacing_calls_v1_CallTogetherResponse, CallTogetherResponseOutput as _orderplacing_calls_v1_CallTogetherResponseOutput } from '../../../orderplacing/calls/v1/CallTogetherResponse';

/**
 * CallsService takes calls of unary methods that wait at the same time, in one request. Every server has it beside its own
 * service; a client that gets UNIMPLEMENTED calls the methods one by one.
 */
export interface CallsServiceClient extends grpc.Client {
  /**
   * CallTogether answers each call by itself, when it is decided: a slow or refused one neither holds nor fails another.
   */
  CallTogether(argument: _orderplacing_calls_v1_CallTogetherRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_calls_v1_CallTogetherResponseOutput>;
  CallTogether(argument: _orderplacing_calls_v1_CallTogetherRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_calls_v1_CallTogetherResponseOutput>;
  /**
   * CallTogether answers each call by itself, when it is decided: a slow or refused one neither holds nor fails another.
   */
  callTogether(argument: _orderplacing_calls_v1_CallTogetherRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_calls_v1_CallTogetherResponseOutput>;
  callTogether(argument: _orderplacing_calls_v1_CallTogetherRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_orderplacing_calls_v1_CallTogetherResponseOutput>;
  
}

/**
 * CallsService takes calls of unary methods that wait at the same time, in one request. Every server has it beside its own
 * service; a client that gets UNIMPLEMENTED calls the methods one by one.
 */
export interface CallsServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * CallTogether answers each call by itself, when it is decided: a slow or refused one neither holds nor fails another.
   */
  CallTogether: grpc.handleServerStreamingCall<_orderplacing_calls_v1_CallTogetherRequestOutput, _orderplacing_calls_v1_CallTogetherResponse>;
  
}

export interface CallsServiceDefinition extends grpc.ServiceDefinition {
  CallTogether: MethodDefinition<_orderplacing_calls_v1_CallTogetherRequest, _orderplacing_calls_v1_CallTogetherResponse, _orderplacing_calls_v1_CallTogetherRequestOutput, _orderplacing_calls_v1_CallTogetherResponseOutput>
}
