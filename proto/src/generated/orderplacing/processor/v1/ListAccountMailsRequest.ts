// Original file: proto/orderplacing/processor/v1/processor.proto


export interface ListAccountMailsRequest {
  'userId'?: (string);
}

export interface ListAccountMailsRequestOutput {
  'userId': (string);
}
