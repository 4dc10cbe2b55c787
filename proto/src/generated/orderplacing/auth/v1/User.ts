// Original file: proto/orderplacing/auth/v1/auth.proto

import type { Role as _orderplacing_auth_v1_Role, RoleOutput as _orderplacing_auth_v1_RoleOutput } from '../../../orderplacing/auth/v1/Role';
import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * User is an account as others may see it.
 */
export interface User {
  /**
   * 24 hex digits.
   */
  'userId'?: (string);
  'name'?: (string);
  'email'?: (string);
  'role'?: (_orderplacing_auth_v1_Role);
  'emailVerified'?: (boolean);
  'createdAt'?: (_google_protobuf_Timestamp | null);
}

/**
 * User is an account as others may see it.
 */
export interface UserOutput {
  /**
   * 24 hex digits.
   */
  'userId': (string);
  'name': (string);
  'email': (string);
  'role': (_orderplacing_auth_v1_RoleOutput);
  'emailVerified': (boolean);
  'createdAt': (_google_protobuf_TimestampOutput | null);
}
