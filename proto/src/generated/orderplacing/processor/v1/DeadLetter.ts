// Original file: proto/orderplacing/processor/v1/processor.proto

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * DeadLetter is a message that could not be handled.
 */
export interface DeadLetter {
  'messageId'?: (string);
  /**
   * Empty where the message cannot be read.
   */
  'orderId'?: (string);
  /**
   * Why it is here.
   */
  'reason'?: (string);
  /**
   * When it was moved here, or first sent where the queue itself moved it.
   */
  'sentAt'?: (_google_protobuf_Timestamp | null);
  /**
   * The message as it came, at most its first 2,000 characters.
   */
  'body'?: (string);
  /**
   * Of the request that caused it; empty where it names none.
   */
  'requestId'?: (string);
}

/**
 * DeadLetter is a message that could not be handled.
 */
export interface DeadLetterOutput {
  'messageId': (string);
  /**
   * Empty where the message cannot be read.
   */
  'orderId': (string);
  /**
   * Why it is here.
   */
  'reason': (string);
  /**
   * When it was moved here, or first sent where the queue itself moved it.
   */
  'sentAt': (_google_protobuf_TimestampOutput | null);
  /**
   * The message as it came, at most its first 2,000 characters.
   */
  'body': (string);
  /**
   * Of the request that caused it; empty where it names none.
   */
  'requestId': (string);
}
