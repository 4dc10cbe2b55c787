// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface ReleaseRequest {
  'orderIds'?: (string)[];
}

export interface ReleaseRequestOutput {
  'orderIds': (string)[];
}
