// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface CommitRequest {
  'orderIds'?: (string)[];
}

export interface CommitRequestOutput {
  'orderIds': (string)[];
}
