import type { CallerTable } from '@orders/proto/callers';
import type { OrderServiceHandlers } from '@orders/proto/order/v1/OrderService';

/** Which caller may call which method of the order service. */
export const orderCallers: CallerTable<OrderServiceHandlers> = {
  PlaceOrder: ['gateway'],
  PlacePricedOrder: ['gateway'],
  GetOrder: ['gateway'],
  ListOrders: ['gateway'],
  CancelOrder: ['gateway'],
  WatchOrder: ['gateway'],
  SettleOrders: ['processor'],
  GetOrders: ['processor'],
  // The processor fails the order of a dead letter that an operator discards.
  FailOrder: ['processor'],
  // What admins see of orders comes through the gateway.
  FindOrders: ['gateway', 'processor', 'operator'],
  ExportOrders: ['gateway', 'operator'],
  GetOrderStory: ['gateway', 'operator'],
  // The processor audits each hour, operators when they want.
  ListOrderStories: ['processor', 'operator'],
  GetOrderStories: ['processor', 'operator'],
};
