// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ResendVerificationResponse {
}

export interface ResendVerificationResponseOutput {
}
