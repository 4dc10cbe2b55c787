// Original file: proto/orderplacing/processor/v1/processor.proto


/**
 * GetQueueResponse holds approximate counts, as the queue tells them.
 */
export interface GetQueueResponse {
  'visible'?: (number);
  'inFlight'?: (number);
  'delayed'?: (number);
  'deadLetters'?: (number);
  /**
   * Mails that are owed and not sent yet.
   */
  'mailsOwed'?: (number);
}

/**
 * GetQueueResponse holds approximate counts, as the queue tells them.
 */
export interface GetQueueResponseOutput {
  'visible': (number);
  'inFlight': (number);
  'delayed': (number);
  'deadLetters': (number);
  /**
   * Mails that are owed and not sent yet.
   */
  'mailsOwed': (number);
}
