// Original file: proto/orderplacing/auth/v1/auth.proto


export interface RequestPasswordResetRequest {
  'email'?: (string);
}

export interface RequestPasswordResetRequestOutput {
  'email': (string);
}
