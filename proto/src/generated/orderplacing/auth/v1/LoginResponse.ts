// Original file: proto/orderplacing/auth/v1/auth.proto

import type { Session as _orderplacing_auth_v1_Session, SessionOutput as _orderplacing_auth_v1_SessionOutput } from '../../../orderplacing/auth/v1/Session';

export interface LoginResponse {
  'session'?: (_orderplacing_auth_v1_Session | null);
}

export interface LoginResponseOutput {
  'session': (_orderplacing_auth_v1_SessionOutput | null);
}
