// Original file: proto/orderplacing/processor/v1/processor.proto


export interface GetQueueRequest {
}

export interface GetQueueRequestOutput {
}
