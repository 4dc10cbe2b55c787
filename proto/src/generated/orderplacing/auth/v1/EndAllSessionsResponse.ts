// Original file: proto/orderplacing/auth/v1/auth.proto


export interface EndAllSessionsResponse {
}

export interface EndAllSessionsResponseOutput {
}
