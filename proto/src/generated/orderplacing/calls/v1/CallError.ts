// Original file: proto/orderplacing/calls/v1/calls.proto


/**
 * CallError is the status of a call that failed.
 */
export interface CallError {
  /**
   * A gRPC status code.
   */
  'code'?: (number);
  'message'?: (string);
  /**
   * The trailers.
   */
  'trailers'?: ({[key: string]: Buffer | Uint8Array | string});
}

/**
 * CallError is the status of a call that failed.
 */
export interface CallErrorOutput {
  /**
   * A gRPC status code.
   */
  'code': (number);
  'message': (string);
  /**
   * The trailers.
   */
  'trailers': ({[key: string]: Buffer});
}
