// Original file: proto/orderplacing/processor/v1/processor.proto


export interface GetWebhookRequest {
  'webhookId'?: (string);
}

export interface GetWebhookRequestOutput {
  'webhookId': (string);
}
