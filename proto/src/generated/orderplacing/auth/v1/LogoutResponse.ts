// Original file: proto/orderplacing/auth/v1/auth.proto


export interface LogoutResponse {
}

export interface LogoutResponseOutput {
}
