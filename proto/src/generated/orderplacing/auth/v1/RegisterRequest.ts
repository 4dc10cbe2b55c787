// Original file: proto/orderplacing/auth/v1/auth.proto


export interface RegisterRequest {
  'name'?: (string);
  'email'?: (string);
  'password'?: (string);
}

export interface RegisterRequestOutput {
  'name': (string);
  'email': (string);
  'password': (string);
}
