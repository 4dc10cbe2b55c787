// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ListAdminsResponse {
  'userIds'?: (string)[];
}

export interface ListAdminsResponseOutput {
  'userIds': (string)[];
}
