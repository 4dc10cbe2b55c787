// Original file: proto/orderplacing/processor/v1/processor.proto


export interface ResendWebhookDeliveryRequest {
  /**
   * Who does it, for the audit log.
   */
  'operator'?: (string);
  /**
   * Empty for whichever webhook the delivery is of.
   */
  'webhookId'?: (string);
  'deliveryId'?: (string);
}

export interface ResendWebhookDeliveryRequestOutput {
  /**
   * Who does it, for the audit log.
   */
  'operator': (string);
  /**
   * Empty for whichever webhook the delivery is of.
   */
  'webhookId': (string);
  'deliveryId': (string);
}
