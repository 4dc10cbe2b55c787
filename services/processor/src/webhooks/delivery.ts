import { createHash } from 'node:crypto';
import type { DeliveryEvent, DeliveryStatus, WebhookEvent } from '@orders/proto/webhook-events';
import type { PlacedOrder } from '../settle/settle-placed-orders';
import type { Webhook } from './webhook';

/** An order is reported when it is placed and when it has come to its end; which end that is shows when it is sent. */
export type DeliveryKind = 'placed' | 'outcome' | 'test';

/** A delivery to record. */
export interface NewDelivery {
  deliveryId: string;
  webhookId: string;
  orderId: string;
  kind: DeliveryKind;
  /** Not known yet of an outcome. */
  event?: DeliveryEvent;
  requestId: string;
  traceparent: string;
}

/** A delivery as admins see it. */
export interface Delivery {
  deliveryId: string;
  event: DeliveryEvent;
  orderId: string;
  status: DeliveryStatus;
  /** How often it was claimed for sending. */
  attempts: number;
  /** The HTTP status of the last answer. */
  lastStatus?: number;
  lastError?: string;
  /** The beginning of the last answer. */
  lastResponse?: string;
  nextAttemptAt?: Date;
  createdAt: Date;
  finishedAt?: Date;
}

/** A delivery that is due and that no processor has claimed. */
export interface DueDelivery extends NewDelivery {
  /** Failed attempts since it was recorded or last sent again by an admin. */
  failures: number;
  /** How long it has been pending, by the database's clock. */
  ageMs: number;
}

/** The deliveries that settling these orders causes; the same ones for each copy of a message. */
export const deliveriesFor = (
  webhooks: Pick<Webhook, 'webhookId' | 'events'>[],
  placed: PlacedOrder[],
): NewDelivery[] =>
  webhooks.flatMap(({ webhookId, events }) =>
    kindsFor(events).flatMap((kind) =>
      placed.map((order) => ({
        ...order,
        webhookId,
        kind,
        deliveryId: deliveryIdOf({ webhookId, orderId: order.orderId, kind }),
        ...(kind === 'placed' && { event: 'order.placed' as const }),
      })),
    ),
  );

const kindsFor = (events: WebhookEvent[]): ('placed' | 'outcome')[] => [
  ...(events.includes('order.placed') ? (['placed'] as const) : []),
  ...(events.some((event) => event !== 'order.placed') ? (['outcome'] as const) : []),
];

/** Receivers recognize a repeated event by its id, so it depends on nothing else than what is delivered to whom. */
function deliveryIdOf({ webhookId, orderId, kind }: Pick<NewDelivery, 'webhookId' | 'orderId' | 'kind'>): string {
  const digest = createHash('sha256').update(`${webhookId}:${orderId}:${kind}`).digest('hex');
  return `msg_${digest.slice(0, 32)}`;
}

const [second, minute, hour] = [1_000, 60_000, 3_600_000];
const retryDelaysMs = [5 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour];
const jitter = 0.2;

/** The time until the next attempt after so many failed ones; undefined where there is none. */
export function retryDelayMs(failures: number, random: number): number | undefined {
  const delayMs = retryDelaysMs[failures - 1];
  return delayMs === undefined ? undefined : Math.round(delayMs * (1 + jitter * random));
}
