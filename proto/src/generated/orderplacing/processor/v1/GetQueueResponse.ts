// Original file: proto/orderplacing/processor/v1/processor.proto

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * GetQueueResponse holds approximate counts, as the queue reports them.
 */
export interface GetQueueResponse {
  'visible'?: (number);
  'inFlight'?: (number);
  'delayed'?: (number);
  'deadLetters'?: (number);
  /**
   * Mails that are pending: not sent yet.
   */
  'mailsOwed'?: (number);
  /**
   * Since when the oldest of them is pending, where there is one.
   */
  'oldestMailOwedAt'?: (_google_protobuf_Timestamp | null);
}

/**
 * GetQueueResponse holds approximate counts, as the queue reports them.
 */
export interface GetQueueResponseOutput {
  'visible': (number);
  'inFlight': (number);
  'delayed': (number);
  'deadLetters': (number);
  /**
   * Mails that are pending: not sent yet.
   */
  'mailsOwed': (number);
  /**
   * Since when the oldest of them is pending, where there is one.
   */
  'oldestMailOwedAt': (_google_protobuf_TimestampOutput | null);
}
