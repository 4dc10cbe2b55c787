// Original file: proto/orderplacing/auth/v1/auth.proto


export interface VerifyEmailResponse {
}

export interface VerifyEmailResponseOutput {
}
