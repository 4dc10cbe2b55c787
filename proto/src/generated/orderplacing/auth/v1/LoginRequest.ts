// Original file: proto/orderplacing/auth/v1/auth.proto


export interface LoginRequest {
  'email'?: (string);
  'password'?: (string);
  /**
   * As in RegisterRequest.
   */
  'userAgent'?: (string);
}

export interface LoginRequestOutput {
  'email': (string);
  'password': (string);
  /**
   * As in RegisterRequest.
   */
  'userAgent': (string);
}
