// Original file: proto/orderplacing/auth/v1/auth.proto

import type { User as _orderplacing_auth_v1_User, UserOutput as _orderplacing_auth_v1_UserOutput } from '../../../orderplacing/auth/v1/User';

export interface FindUserResponse {
  'user'?: (_orderplacing_auth_v1_User | null);
}

export interface FindUserResponseOutput {
  'user': (_orderplacing_auth_v1_UserOutput | null);
}
