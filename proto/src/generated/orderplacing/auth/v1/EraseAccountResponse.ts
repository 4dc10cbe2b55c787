// Original file: proto/orderplacing/auth/v1/auth.proto


export interface EraseAccountResponse {
}

export interface EraseAccountResponseOutput {
}
