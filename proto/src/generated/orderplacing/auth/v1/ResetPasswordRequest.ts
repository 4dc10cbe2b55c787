// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ResetPasswordRequest {
  'token'?: (string);
  'password'?: (string);
}

export interface ResetPasswordRequestOutput {
  'token': (string);
  'password': (string);
}
