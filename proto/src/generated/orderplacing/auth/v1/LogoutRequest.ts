// Original file: proto/orderplacing/auth/v1/auth.proto


export interface LogoutRequest {
  'refreshToken'?: (string);
}

export interface LogoutRequestOutput {
  'refreshToken': (string);
}
