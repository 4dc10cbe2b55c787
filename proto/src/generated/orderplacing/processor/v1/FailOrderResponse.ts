// Original file: proto/orderplacing/processor/v1/processor.proto


export interface FailOrderResponse {
}

export interface FailOrderResponseOutput {
}
