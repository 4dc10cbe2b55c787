// Original file: proto/orderplacing/calls/v1/calls.proto

import type { CallError as _orderplacing_calls_v1_CallError, CallErrorOutput as _orderplacing_calls_v1_CallErrorOutput } from '../../../orderplacing/calls/v1/CallError';

export interface CallAnswer {
  /**
   * The place of the call in the request.
   */
  'index'?: (number);
  /**
   * The method's response.
   */
  'response'?: (Buffer | Uint8Array | string);
  'error'?: (_orderplacing_calls_v1_CallError | null);
  'outcome'?: "response"|"error";
}

export interface CallAnswerOutput {
  /**
   * The place of the call in the request.
   */
  'index': (number);
  /**
   * The method's response.
   */
  'response'?: (Buffer);
  'error'?: (_orderplacing_calls_v1_CallErrorOutput | null);
  'outcome'?: "response"|"error";
}
