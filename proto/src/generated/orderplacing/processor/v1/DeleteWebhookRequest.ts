// Original file: proto/orderplacing/processor/v1/processor.proto


export interface DeleteWebhookRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  'webhookId'?: (string);
}

export interface DeleteWebhookRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  'webhookId': (string);
}
