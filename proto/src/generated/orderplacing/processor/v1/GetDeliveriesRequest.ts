// Original file: proto/orderplacing/processor/v1/processor.proto


export interface GetDeliveriesRequest {
  'orderIds'?: (string)[];
}

export interface GetDeliveriesRequestOutput {
  'orderIds': (string)[];
}
