import type { OrderJson } from '@orders/proto/order-json';
import { outcomeEvents, type DeliveryEvent } from '@orders/proto/webhook-events';
import { isAbandoned, unsettledWaitMs } from '../mail/plan-mails';
import type { DueDelivery } from './delivery';
import type { Webhook } from './webhook';

/** A delivery with all that is sent. */
export interface ReadyDelivery {
  due: DueDelivery;
  event: DeliveryEvent;
  /** The JSON text, the same in every attempt. */
  body: string;
}

/** What to do with due deliveries; each of them is in exactly one list. */
export interface DeliveryPlan {
  send: ReadyDelivery[];
  /** Their orders are not final yet. */
  wait: { deliveryId: string; delayMs: number }[];
  /** The webhook does not name what happened, or there is no such order. */
  drop: string[];
}

/** Sorts due deliveries of one webhook by what the order service knows about their orders now. */
export function planDeliveries(
  webhook: Pick<Webhook, 'events'>,
  page: DueDelivery[],
  orders: OrderJson[],
): DeliveryPlan {
  const orderOf = new Map(orders.map((order) => [order.orderId, order]));
  const plan: DeliveryPlan = { send: [], wait: [], drop: [] };
  for (const due of page) {
    const order = due.kind === 'test' ? exampleOrder : orderOf.get(due.orderId);
    if (order) addToPlan(plan, { webhook, due, order });
    else if (isAbandoned(due.ageMs)) plan.drop.push(due.deliveryId);
    else plan.wait.push(waitOf(due));
  }
  return plan;
}

interface DeliveryContext {
  webhook: Pick<Webhook, 'events'>;
  due: DueDelivery;
  order: OrderJson;
}

function addToPlan(plan: DeliveryPlan, { webhook, due, order }: DeliveryContext): void {
  const event = eventOf(due, order);
  if (event === undefined) plan.wait.push(waitOf(due));
  else if (isWanted(webhook, due, event)) plan.send.push({ due, event, body: bodyOf(event, order) });
  else plan.drop.push(due.deliveryId);
}

const waitOf = ({ deliveryId, ageMs }: DueDelivery) => ({ deliveryId, delayMs: unsettledWaitMs(ageMs) });

function eventOf({ event }: DueDelivery, { status }: OrderJson): DeliveryEvent | undefined {
  if (event !== undefined) return event;
  return status === 'Pending' ? undefined : outcomeEvents[status];
}

// What was recorded under its event stays wanted, whatever the webhook names now.
const isWanted = ({ events }: Pick<Webhook, 'events'>, due: DueDelivery, event: DeliveryEvent) =>
  due.event !== undefined || (events as DeliveryEvent[]).includes(event);

/** Made from the order alone, which does not change after the event: so every attempt sends the same. */
function bodyOf(type: DeliveryEvent, order: OrderJson): string {
  const then = type === 'order.placed' ? asPlaced(order) : order;
  return JSON.stringify({ type, timestamp: then.updatedAt, data: { order: then } });
}

function asPlaced({ reason: _, ...order }: OrderJson): OrderJson {
  return { ...order, status: 'Pending', updatedAt: order.createdAt };
}

const exampleOrder: OrderJson = {
  orderId: '00000000-0000-4000-8000-000000000000',
  userId: '000000000000000000000000',
  items: [{ productId: 'example', name: 'Example', quantity: 1, unitPrice: 100 }],
  totalAmount: 1,
  total: { amount: 100, currency: 'EUR' },
  status: 'Pending',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

/** The order that tests are about. */
export const exampleOrderId = exampleOrder.orderId;
