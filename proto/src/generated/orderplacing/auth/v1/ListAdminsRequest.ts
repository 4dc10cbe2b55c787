// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ListAdminsRequest {
}

export interface ListAdminsRequestOutput {
}
