// Original file: proto/orderplacing/calls/v1/calls.proto

import type { Call as _orderplacing_calls_v1_Call, CallOutput as _orderplacing_calls_v1_CallOutput } from '../../../orderplacing/calls/v1/Call';

export interface CallTogetherRequest {
  'calls'?: (_orderplacing_calls_v1_Call)[];
}

export interface CallTogetherRequestOutput {
  'calls': (_orderplacing_calls_v1_CallOutput)[];
}
