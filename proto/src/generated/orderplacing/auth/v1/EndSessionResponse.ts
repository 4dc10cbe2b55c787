// Original file: proto/orderplacing/auth/v1/auth.proto


export interface EndSessionResponse {
}

export interface EndSessionResponseOutput {
}
