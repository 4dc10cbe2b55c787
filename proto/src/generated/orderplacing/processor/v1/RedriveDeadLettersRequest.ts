// Original file: proto/orderplacing/processor/v1/processor.proto


export interface RedriveDeadLettersRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  /**
   * At most so many, 1 to 100; call again for more.
   */
  'limit'?: (number);
  /**
   * At most so many a second, 1 to 1,000.
   */
  'perSecond'?: (number);
  /**
   * Only this one; empty for any.
   */
  'messageId'?: (string);
  /**
   * The same id is carried out once and answered the same; empty for a random one.
   */
  'operationId'?: (string);
}

export interface RedriveDeadLettersRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  /**
   * At most so many, 1 to 100; call again for more.
   */
  'limit': (number);
  /**
   * At most so many a second, 1 to 1,000.
   */
  'perSecond': (number);
  /**
   * Only this one; empty for any.
   */
  'messageId': (string);
  /**
   * The same id is carried out once and answered the same; empty for a random one.
   */
  'operationId': (string);
}
