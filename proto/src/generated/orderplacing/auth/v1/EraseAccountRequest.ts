// Original file: proto/orderplacing/auth/v1/auth.proto


export interface EraseAccountRequest {
  'userId'?: (string);
  'password'?: (string);
}

export interface EraseAccountRequestOutput {
  'userId': (string);
  'password': (string);
}
