// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ListSessionsRequest {
  'userId'?: (string);
}

export interface ListSessionsRequestOutput {
  'userId': (string);
}
