// Original file: proto/orderplacing/auth/v1/auth.proto


export interface ListKeysResponse {
  /**
   * A JSON Web Key Set (RFC 7517), as JSON text.
   */
  'jwksJson'?: (string);
  /**
   * What access tokens carry as `iss` and `aud`.
   */
  'issuer'?: (string);
  'audience'?: (string);
}

export interface ListKeysResponseOutput {
  /**
   * A JSON Web Key Set (RFC 7517), as JSON text.
   */
  'jwksJson': (string);
  /**
   * What access tokens carry as `iss` and `aud`.
   */
  'issuer': (string);
  'audience': (string);
}
