// Original file: proto/orderplacing/auth/v1/auth.proto


export interface RenameAccountRequest {
  'userId'?: (string);
  'name'?: (string);
}

export interface RenameAccountRequestOutput {
  'userId': (string);
  'name': (string);
}
