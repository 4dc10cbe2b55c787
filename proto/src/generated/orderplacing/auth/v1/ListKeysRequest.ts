// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ListKeysRequest {
}

export interface ListKeysRequestOutput {
}
