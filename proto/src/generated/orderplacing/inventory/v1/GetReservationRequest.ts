// Original file: proto/orderplacing/inventory/v1/inventory.proto


export interface GetReservationRequest {
  'orderId'?: (string);
}

export interface GetReservationRequestOutput {
  'orderId': (string);
}
