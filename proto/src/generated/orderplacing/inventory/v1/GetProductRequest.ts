// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface GetProductRequest {
  'productId'?: (string);
}

export interface GetProductRequestOutput {
  'productId': (string);
}
