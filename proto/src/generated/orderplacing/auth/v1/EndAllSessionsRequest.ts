// Original file: proto/orderplacing/auth/v1/auth.proto


export interface EndAllSessionsRequest {
  'userId'?: (string);
}

export interface EndAllSessionsRequestOutput {
  'userId': (string);
}
