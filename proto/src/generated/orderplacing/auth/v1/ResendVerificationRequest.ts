// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ResendVerificationRequest {
  'userId'?: (string);
}

export interface ResendVerificationRequestOutput {
  'userId': (string);
}
