// Original file: proto/orderplacing/auth/v1/auth.proto


export interface VerifyEmailRequest {
  'token'?: (string);
}

export interface VerifyEmailRequestOutput {
  'token': (string);
}
