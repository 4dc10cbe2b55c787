// Original file: proto/orderplacing/calls/v1/calls.proto


/**
 * Call is one call of a unary method, with what would be its metadata and deadline.
 */
export interface Call {
  /**
   * The name of a method of the server's own service, for example `PlaceOrder`.
   */
  'method'?: (string);
  /**
   * The method's request.
   */
  'request'?: (Buffer | Uint8Array | string);
  /**
   * How long its caller waits.
   */
  'timeoutMs'?: (number);
  'requestId'?: (string);
  /**
   * The W3C trace context.
   */
  'traceparent'?: (string);
  /**
   * Who makes the request, for the audit log; empty where nobody is known.
   */
  'actor'?: (string);
}

/**
 * Call is one call of a unary method, with what would be its metadata and deadline.
 */
export interface CallOutput {
  /**
   * The name of a method of the server's own service, for example `PlaceOrder`.
   */
  'method': (string);
  /**
   * The method's request.
   */
  'request': (Buffer);
  /**
   * How long its caller waits.
   */
  'timeoutMs': (number);
  'requestId': (string);
  /**
   * The W3C trace context.
   */
  'traceparent': (string);
  /**
   * Who makes the request, for the audit log; empty where nobody is known.
   */
  'actor': (string);
}
