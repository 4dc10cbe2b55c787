// Original file: proto/orderplacing/processor/v1/processor.proto


export interface RotateWebhookSecretRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  'webhookId'?: (string);
}

export interface RotateWebhookSecretRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  'webhookId': (string);
}
