// Original file: proto/orderplacing/auth/v1/auth.proto

import type { Timestamp as _google_protobuf_Timestamp, TimestampOutput as _google_protobuf_TimestampOutput } from '../../../google/protobuf/Timestamp';

/**
 * OpenSession is a session as its user may see it.
 */
export interface OpenSession {
  /**
   * What access tokens carry as `sid`, and the part of a refresh token before its dot.
   */
  'sessionId'?: (string);
  'createdAt'?: (_google_protobuf_Timestamp | null);
  /**
   * The last sign-in or refresh.
   */
  'lastUsedAt'?: (_google_protobuf_Timestamp | null);
  /**
   * Of the sign-in; empty where none was sent.
   */
  'userAgent'?: (string);
}

/**
 * OpenSession is a session as its user may see it.
 */
export interface OpenSessionOutput {
  /**
   * What access tokens carry as `sid`, and the part of a refresh token before its dot.
   */
  'sessionId': (string);
  'createdAt': (_google_protobuf_TimestampOutput | null);
  /**
   * The last sign-in or refresh.
   */
  'lastUsedAt': (_google_protobuf_TimestampOutput | null);
  /**
   * Of the sign-in; empty where none was sent.
   */
  'userAgent': (string);
}
