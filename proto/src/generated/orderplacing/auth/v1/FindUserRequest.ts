// Original file: proto/orderplacing/auth/v1/auth.proto


export interface FindUserRequest {
  'email'?: (string);
}

export interface FindUserRequestOutput {
  'email': (string);
}
