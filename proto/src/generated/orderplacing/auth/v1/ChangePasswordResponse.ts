// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ChangePasswordResponse {
}

export interface ChangePasswordResponseOutput {
}
