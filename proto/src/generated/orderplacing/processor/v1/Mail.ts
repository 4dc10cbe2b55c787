// Original file: proto/orderplacing/processor/v1/processor.proto

import type { MailState as _orderplacing_processor_v1_MailState, MailStateOutput as _orderplacing_processor_v1_MailStateOutput } from '../../../orderplacing/processor/v1/MailState';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * Mail is an entry of the mail ledger.
 */
export interface Mail {
  'orderId'?: (string);
  'state'?: (_orderplacing_processor_v1_MailState);
  /**
   * How often it was taken to be sent.
   */
  'attempts'?: (number);
  'owedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * When it reached its final state, where it has.
   */
  'finishedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Why it was rejected or dropped.
   */
  'reason'?: (string);
  /**
   * The trace that its order was placed in.
   */
  'traceId'?: (string);
  '_reason'?: "reason";
}

/**
 * Mail is an entry of the mail ledger.
 */
export interface MailOutput {
  'orderId': (string);
  'state': (_orderplacing_processor_v1_MailStateOutput);
  /**
   * How often it was taken to be sent.
   */
  'attempts': (number);
  'owedAt': (_google_protobuf_TimestampOutput | null);
  /**
   * When it reached its final state, where it has.
   */
  'finishedAt': (_google_protobuf_TimestampOutput | null);
  /**
   * Why it was rejected or dropped.
   */
  'reason'?: (string);
  /**
   * The trace that its order was placed in.
   */
  'traceId': (string);
  '_reason'?: "reason";
}
