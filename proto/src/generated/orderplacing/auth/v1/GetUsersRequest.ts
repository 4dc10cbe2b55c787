// Original file: proto/orderplacing/auth/v1/auth.proto


export interface GetUsersRequest {
  'userIds'?: (string)[];
}

export interface GetUsersRequestOutput {
  'userIds': (string)[];
}
