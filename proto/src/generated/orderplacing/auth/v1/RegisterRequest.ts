// Original file: proto/orderplacing/auth/v1/auth.proto


export interface RegisterRequest {
  'name'?: (string);
  'email'?: (string);
  'password'?: (string);
  /**
   * What the client calls itself; only the first 256 characters are kept.
   */
  'userAgent'?: (string);
}

export interface RegisterRequestOutput {
  'name': (string);
  'email': (string);
  'password': (string);
  /**
   * What the client calls itself; only the first 256 characters are kept.
   */
  'userAgent': (string);
}
