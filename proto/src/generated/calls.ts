import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Call as _orderplacing_calls_v1_Call, CallOutput as _orderplacing_calls_v1_CallOutput } from './orderplacing/calls/v1/Call';
import type { CallAnswer as _orderplacing_calls_v1_CallAnswer, CallAnswerOutput as _orderplacing_calls_v1_CallAnswerOutput } from './orderplacing/calls/v1/CallAnswer';
import type { CallError as _orderplacing_calls_v1_CallError, CallErrorOutput as _orderplacing_calls_v1_CallErrorOutput } from './orderplacing/calls/v1/CallError';
import type { CallTogetherRequest as _orderplacing_calls_v1_CallTogetherRequest, CallTogetherRequestOutput as _orderplacing_calls_v1_CallTogetherRequestOutput } from './orderplacing/calls/v1/CallTogetherRequest';
import type { CallTogetherResponse as _orderplacing_calls_v1_CallTogetherResponse, CallTogetherResponseOutput as _orderplacing_calls_v1_CallTogetherResponseOutput } from './orderplacing/calls/v1/CallTogetherResponse';
import type { CallsServiceClient as _orderplacing_calls_v1_CallsServiceClient, CallsServiceDefinition as _orderplacing_calls_v1_CallsServiceDefinition } from './orderplacing/calls/v1/CallsService';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  orderplacing: {
    calls: {
      v1: {
        Call: MessageTypeDefinition<_orderplacing_calls_v1_Call, _orderplacing_calls_v1_CallOutput>
        CallAnswer: MessageTypeDefinition<_orderplacing_calls_v1_CallAnswer, _orderplacing_calls_v1_CallAnswerOutput>
        CallError: MessageTypeDefinition<_orderplacing_calls_v1_CallError, _orderplacing_calls_v1_CallErrorOutput>
        CallTogetherRequest: MessageTypeDefinition<_orderplacing_calls_v1_CallTogetherRequest, _orderplacing_calls_v1_CallTogetherRequestOutput>
        CallTogetherResponse: MessageTypeDefinition<_orderplacing_calls_v1_CallTogetherResponse, _orderplacing_calls_v1_CallTogetherResponseOutput>
        /**
         * CallsService takes calls of unary methods that wait at the same time, in one request. Every server has it beside its own
         * service; a client that gets UNIMPLEMENTED calls the methods one by one.
         */
        CallsService: SubtypeConstructor<typeof grpc.Client, _orderplacing_calls_v1_CallsServiceClient> & { service: _orderplacing_calls_v1_CallsServiceDefinition }
      }
    }
  }
}

