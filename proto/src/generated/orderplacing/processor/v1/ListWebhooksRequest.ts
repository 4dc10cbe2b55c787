// Original file: proto/orderplacing/processor/v1/processor.proto


export interface ListWebhooksRequest {
}

export interface ListWebhooksRequestOutput {
}
