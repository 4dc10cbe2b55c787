// Original file: proto/orderplacing/processor/v1/processor.proto

import type { OperatorAct as _orderplacing_processor_v1_OperatorAct, OperatorActOutput as _orderplacing_processor_v1_OperatorActOutput } from '../../../orderplacing/processor/v1/OperatorAct';

export interface ListOperatorActsResponse {
  'acts'?: (_orderplacing_processor_v1_OperatorAct)[];
}

export interface ListOperatorActsResponseOutput {
  'acts': (_orderplacing_processor_v1_OperatorActOutput)[];
}
