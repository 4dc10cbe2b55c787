// Original file: proto/orderplacing/processor/v1/processor.proto


export interface DeleteWebhookResponse {
}

export interface DeleteWebhookResponseOutput {
}
