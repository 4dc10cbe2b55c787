// Original file: proto/orderplacing/calls/v1/calls.proto

import type { CallAnswer as _orderplacing_calls_v1_CallAnswer, CallAnswerOutput as _orderplacing_calls_v1_CallAnswerOutput } from '../../../orderplacing/calls/v1/CallAnswer';

export interface CallTogetherResponse {
  'answers'?: (_orderplacing_calls_v1_CallAnswer)[];
}

export interface CallTogetherResponseOutput {
  'answers': (_orderplacing_calls_v1_CallAnswerOutput)[];
}
