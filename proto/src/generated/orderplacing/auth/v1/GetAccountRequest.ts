// Original file: proto/orderplacing/auth/v1/auth.proto


export interface GetAccountRequest {
  'userId'?: (string);
}

export interface GetAccountRequestOutput {
  'userId': (string);
}
