// Original file: proto/orderplacing/auth/v1/auth.proto

import type { User as _orderplacing_auth_v1_User, UserOutput as _orderplacing_auth_v1_UserOutput } from '../../../orderplacing/auth/v1/User';

export interface IssueAccountMailResponse {
  /**
   * Absent where the mail is no longer wanted.
   */
  'user'?: (_orderplacing_auth_v1_User | null);
  /**
   * A new token with each call, stored as a hash only; empty where the mail carries none.
   */
  'token'?: (string);
  /**
   * The account no longer exists: nothing about it should be kept.
   */
  'erased'?: (boolean);
}

export interface IssueAccountMailResponseOutput {
  /**
   * Absent where the mail is no longer wanted.
   */
  'user': (_orderplacing_auth_v1_UserOutput | null);
  /**
   * A new token with each call, stored as a hash only; empty where the mail carries none.
   */
  'token': (string);
  /**
   * The account no longer exists: nothing about it should be kept.
   */
  'erased': (boolean);
}
