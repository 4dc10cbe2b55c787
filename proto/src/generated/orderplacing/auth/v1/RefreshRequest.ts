// Original file: proto/orderplacing/auth/v1/auth.proto


export interface RefreshRequest {
  'refreshToken'?: (string);
}

export interface RefreshRequestOutput {
  'refreshToken': (string);
}
