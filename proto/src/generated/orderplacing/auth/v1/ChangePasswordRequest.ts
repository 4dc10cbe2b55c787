// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ChangePasswordRequest {
  'userId'?: (string);
  'password'?: (string);
  'newPassword'?: (string);
  /**
   * The session that stays; empty for none.
   */
  'sessionId'?: (string);
}

export interface ChangePasswordRequestOutput {
  'userId': (string);
  'password': (string);
  'newPassword': (string);
  /**
   * The session that stays; empty for none.
   */
  'sessionId': (string);
}
