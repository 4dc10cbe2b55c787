// Original file: proto/orderplacing/auth/v1/auth.proto


export interface EndSessionRequest {
  'userId'?: (string);
  'sessionId'?: (string);
}

export interface EndSessionRequestOutput {
  'userId': (string);
  'sessionId': (string);
}
