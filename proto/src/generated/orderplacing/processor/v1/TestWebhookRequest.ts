// Original file: proto/orderplacing/processor/v1/processor.proto


export interface TestWebhookRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  'webhookId'?: (string);
}

export interface TestWebhookRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  'webhookId': (string);
}
