// Original file: proto/orderplacing/processor/v1/processor.proto


export interface DiscardDeadLetterRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  'messageId'?: (string);
  /**
   * What the buyer of its order reads.
   */
  'reason'?: (string);
  /**
   * The same id is carried out once and answered the same; empty for a random one.
   */
  'operationId'?: (string);
}

export interface DiscardDeadLetterRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  'messageId': (string);
  /**
   * What the buyer of its order reads.
   */
  'reason': (string);
  /**
   * The same id is carried out once and answered the same; empty for a random one.
   */
  'operationId': (string);
}
