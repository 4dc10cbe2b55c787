// Original file: proto/orderplacing/processor/v1/processor.proto


export interface GetMailRequest {
  'orderId'?: (string);
}

export interface GetMailRequestOutput {
  'orderId': (string);
}
