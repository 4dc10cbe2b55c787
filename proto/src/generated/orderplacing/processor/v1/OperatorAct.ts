// Original file: proto/orderplacing/processor/v1/processor.proto

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * OperatorAct is an action of an operator on dead letters.
 */
export interface OperatorAct {
  'at'?: (_google_protobuf_Timestamp | null);
  'operator'?: (string);
  /**
   * `redrive` or `discard`.
   */
  'act'?: (string);
  /**
   * Empty where no single message was meant.
   */
  'messageId'?: (string);
  /**
   * Empty where the action names no order.
   */
  'orderId'?: (string);
  /**
   * What the buyer reads; empty where nobody is notified.
   */
  'reason'?: (string);
  /**
   * Its result; empty where the action did not finish.
   */
  'outcome'?: (string);
}

/**
 * OperatorAct is an action of an operator on dead letters.
 */
export interface OperatorActOutput {
  'at': (_google_protobuf_TimestampOutput | null);
  'operator': (string);
  /**
   * `redrive` or `discard`.
   */
  'act': (string);
  /**
   * Empty where no single message was meant.
   */
  'messageId': (string);
  /**
   * Empty where the action names no order.
   */
  'orderId': (string);
  /**
   * What the buyer reads; empty where nobody is notified.
   */
  'reason': (string);
  /**
   * Its result; empty where the action did not finish.
   */
  'outcome': (string);
}
