// Original file: proto/orderplacing/auth/v1/auth.proto

import type { OpenSession as _orderplacing_auth_v1_OpenSession, OpenSessionOutput as _orderplacing_auth_v1_OpenSessionOutput } from '../../../orderplacing/auth/v1/OpenSession';

export interface ListSessionsResponse {
  'sessions'?: (_orderplacing_auth_v1_OpenSession)[];
}

export interface ListSessionsResponseOutput {
  'sessions': (_orderplacing_auth_v1_OpenSessionOutput)[];
}
