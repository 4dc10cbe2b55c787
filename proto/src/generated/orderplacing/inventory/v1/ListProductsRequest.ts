// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface ListProductsRequest {
}

export interface ListProductsRequestOutput {
}
