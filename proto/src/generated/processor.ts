import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { GetQueueRequest as _orderplacing_processor_v1_GetQueueRequest, GetQueueRequestOutput as _orderplacing_processor_v1_GetQueueRequestOutput } from './orderplacing/processor/v1/GetQueueRequest';
import type { GetQueueResponse as _orderplacing_processor_v1_GetQueueResponse, GetQueueResponseOutput as _orderplacing_processor_v1_GetQueueResponseOutput } from './orderplacing/processor/v1/GetQueueResponse';
import type { ProcessorServiceClient as _orderplacing_processor_v1_ProcessorServiceClient, ProcessorServiceDefinition as _orderplacing_processor_v1_ProcessorServiceDefinition } from './orderplacing/processor/v1/ProcessorService';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  orderplacing: {
    processor: {
      v1: {
        GetQueueRequest: MessageTypeDefinition<_orderplacing_processor_v1_GetQueueRequest, _orderplacing_processor_v1_GetQueueRequestOutput>
        GetQueueResponse: MessageTypeDefinition<_orderplacing_processor_v1_GetQueueResponse, _orderplacing_processor_v1_GetQueueResponseOutput>
        /**
         * ProcessorService answers operators' questions about the queue and the mails.
         */
        ProcessorService: SubtypeConstructor<typeof grpc.Client, _orderplacing_processor_v1_ProcessorServiceClient> & { service: _orderplacing_processor_v1_ProcessorServiceDefinition }
      }
    }
  }
}

