// Original file: proto/orderplacing/auth/v1/auth.proto


export interface RequestPasswordResetResponse {
}

export interface RequestPasswordResetResponseOutput {
}
