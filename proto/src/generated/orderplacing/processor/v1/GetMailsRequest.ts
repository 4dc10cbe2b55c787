// Original file: proto/orderplacing/processor/v1/processor.proto


export interface GetMailsRequest {
  'orderIds'?: (string)[];
}

export interface GetMailsRequestOutput {
  'orderIds': (string)[];
}
