// Original file: proto/orderplacing/auth/v1/auth.proto

import type { User as _orderplacing_auth_v1_User, UserOutput as _orderplacing_auth_v1_UserOutput } from '../../../orderplacing/auth/v1/User';

/**
 * Session is what a signed-in client holds.
 */
export interface Session {
  'user'?: (_orderplacing_auth_v1_User | null);
  /**
   * A JWT, signed with one of the keys of ListKeys.
   */
  'accessToken'?: (string);
  /**
   * Valid for one use.
   */
  'refreshToken'?: (string);
  /**
   * Life of the access token in seconds.
   */
  'expiresInSeconds'?: (number);
  /**
   * Life of the refresh token in seconds.
   */
  'refreshExpiresInSeconds'?: (number);
}

/**
 * Session is what a signed-in client holds.
 */
export interface SessionOutput {
  'user': (_orderplacing_auth_v1_UserOutput | null);
  /**
   * A JWT, signed with one of the keys of ListKeys.
   */
  'accessToken': (string);
  /**
   * Valid for one use.
   */
  'refreshToken': (string);
  /**
   * Life of the access token in seconds.
   */
  'expiresInSeconds': (number);
  /**
   * Life of the refresh token in seconds.
   */
  'refreshExpiresInSeconds': (number);
}
