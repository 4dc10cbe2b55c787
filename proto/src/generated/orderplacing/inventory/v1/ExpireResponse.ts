// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface ExpireResponse {
  /**
   * Of how many the stock went back.
   */
  'expired'?: (number);
}

export interface ExpireResponseOutput {
  /**
   * Of how many the stock went back.
   */
  'expired': (number);
}
