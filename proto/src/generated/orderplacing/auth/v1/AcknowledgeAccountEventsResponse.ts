// Original file: proto/orderplacing/auth/v1/auth.proto


export interface AcknowledgeAccountEventsResponse {
}

export interface AcknowledgeAccountEventsResponseOutput {
}
