import type { ListHeld } from '@orders/inventory/use-cases/list-held-reservations';
import type { ReservationRequest } from '@orders/inventory/use-cases/change-reservations';
import type { CataloguedProduct } from '@orders/inventory/domain/product';
import type { AnswerTo, ProductRequest } from '@orders/inventory/domain/stock-request';
import type { Order } from '@orders/order/domain/order';
import type { PlacedAnswer, PlaceOrder } from '@orders/order/use-cases/place-order';
import type { DiscardDeadLetter } from '@orders/processor/dead-letters/discard-dead-letter';
import type { RedriveDeadLetters } from '@orders/processor/dead-letters/redrive-dead-letters';
import type { ManageDeliveries } from '@orders/processor/webhooks/manage-deliveries';
import type { ManageWebhooks } from '@orders/processor/webhooks/manage-webhooks';
import type { OrderStatus } from '@orders/proto/order-status';
import type { ReserveAnswer } from '@orders/proto/reserve-answer';

/** What inventory offers to the other services. */
export interface InventoryApi {
  reserve: (requests: Omit<ReservationRequest, 'deadline'>[], timeoutMs: number) => Promise<ReserveAnswer[]>;
  commit: (orderIds: string[]) => Promise<AnswerTo['commit']['outcome'][]>;
  release: (orderIds: string[]) => Promise<void>;
  expire: (expiries: { orderId: string; epoch: number }[]) => Promise<number>;
  listHeld: (page: ListHeld) => Promise<{ reservations: { orderId: string; epoch: number }[]; nextPageToken: string }>;
  changeCatalogue: (request: ProductRequest) => Promise<CataloguedProduct>;
  product: (productId: string) => Promise<CataloguedProduct>;
}

/** What the order service offers. */
export interface OrderApi {
  place: (request: PlaceOrder) => Promise<PlacedAnswer>;
  get: (own: { orderId: string; userId: string }) => Promise<Order>;
  list: (own: { userId: string }) => Promise<Order[]>;
  cancel: (own: { orderId: string; userId: string }) => Promise<Order>;
  fail: (given: { orderId: string; reason: string }) => Promise<Order>;
  settle: (orderIds: string[]) => Promise<(OrderStatus | undefined)[]>;
  find: (orderIds: string[]) => Promise<Order[]>;
}

/** What the processor offers to operators and admins. */
export interface ProcessorApi {
  redrive: (redrive: RedriveDeadLetters) => Promise<number>;
  discard: (discard: DiscardDeadLetter) => Promise<unknown>;
  webhooks: Pick<ManageWebhooks, 'create' | 'update'>;
  deliveries: Pick<ManageDeliveries, 'resend'>;
}
