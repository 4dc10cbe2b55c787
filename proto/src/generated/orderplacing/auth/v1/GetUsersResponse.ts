// Original file: proto/orderplacing/auth/v1/auth.proto

import type { User as _orderplacing_auth_v1_User, UserOutput as _orderplacing_auth_v1_UserOutput } from '../../../orderplacing/auth/v1/User';

export interface GetUsersResponse {
  'users'?: (_orderplacing_auth_v1_User)[];
}

export interface GetUsersResponseOutput {
  'users': (_orderplacing_auth_v1_UserOutput)[];
}
