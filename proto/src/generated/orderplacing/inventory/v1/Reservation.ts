// Original file: proto/orderplacing/inventory/v1/inventory.proto

import type { Item as _orderplacing_inventory_v1_Item, ItemOutput as _orderplacing_inventory_v1_ItemOutput } from '../../../orderplacing/inventory/v1/Item';
import type { Money as _orderplacing_inventory_v1_Money, MoneyOutput as _orderplacing_inventory_v1_MoneyOutput } from '../../../orderplacing/inventory/v1/Money';

/**
 * Reservation asks for the stock of one order.
 */
export interface Reservation {
  'orderId'?: (string);
  /**
   * Each product at most once.
   */
  'items'?: (_orderplacing_inventory_v1_Item)[];
  /**
   * Says whether a repeated request is for the same order.
   */
  'bodyHash'?: (string);
  /**
   * How long the caller still waits, in milliseconds; 0 is no limit.
   */
  'timeoutMs'?: (number);
  /**
   * Where given, nothing is taken for an order that would cost something else.
   */
  'expectedTotal'?: (_orderplacing_inventory_v1_Money | null);
}

/**
 * Reservation asks for the stock of one order.
 */
export interface ReservationOutput {
  'orderId': (string);
  /**
   * Each product at most once.
   */
  'items': (_orderplacing_inventory_v1_ItemOutput)[];
  /**
   * Says whether a repeated request is for the same order.
   */
  'bodyHash': (string);
  /**
   * How long the caller still waits, in milliseconds; 0 is no limit.
   */
  'timeoutMs': (number);
  /**
   * Where given, nothing is taken for an order that would cost something else.
   */
  'expectedTotal': (_orderplacing_inventory_v1_MoneyOutput | null);
}
