import { randomUUID } from 'node:crypto';
import type { OrderJson } from '@orders/proto/order-json';
import { webhookEvents } from '@orders/proto/webhook-events';
import type { Post } from '@orders/processor/webhooks/post-to-receiver';
import { createSecretKeys } from '@orders/processor/webhooks/secret-keys';
import { createWebhookStore } from '@orders/processor/webhooks/webhook-store';
import type { Mongo } from '@orders/shared/mongo';

export const secretKey = 'a key of these tests, and of nothing else';

interface ReceivedEvent {
  deliveryId: string;
  type: string;
  order: OrderJson;
}

/** A receiver that accepts everything. */
export function createReceiver() {
  const events: ReceivedEvent[] = [];
  const of = (orderId: string) => events.filter(({ order }) => order.orderId === orderId);

  return {
    receive: ({ headers, body }: Post): void => {
      const { type, data } = JSON.parse(body) as { type: string; data: { order: OrderJson } };
      events.push({ deliveryId: headers['webhook-id'] ?? '', type, order: data.order });
    },
    /** How often the event came that came most often. */
    copies: (orderId: string): number => {
      const counts = Map.groupBy(of(orderId), ({ type }) => type);
      return Math.max(0, ...[...counts.values()].map((copies) => copies.length));
    },
    /** What is wrong with the events of an order, once everything was sent. */
    problems: (orderId: string, status: string): string[] => {
      const expected = ['order.placed', `order.${status.toLowerCase()}`];
      const received = of(orderId);
      return [
        ...expected
          .filter((event) => !received.some(({ type }) => type === event))
          .map((event) => `${event} of ${orderId} was never received`),
        ...received
          .filter(({ type }) => !expected.includes(type))
          .map(({ type }) => `${type} of ${orderId} was received, which is ${status}`),
        ...expected
          .filter((event) => new Set(received.filter(({ type }) => type === event).map(idOf)).size > 1)
          .map((event) => `${event} of ${orderId} was received under several ids`),
      ];
    },
  };
}

const idOf = ({ deliveryId }: ReceivedEvent) => deliveryId;

/** A webhook for all events, older than every order. */
export async function insertWebhook(mongo: Mongo): Promise<void> {
  const [webhookId, at] = [randomUUID(), new Date(0)];
  await createWebhookStore(mongo).insert({
    ...{ webhookId, url: 'http://127.0.0.1/events', events: [...webhookEvents], enabled: true },
    ...{ createdAt: at, updatedAt: at },
    secrets: [createSecretKeys([secretKey]).seal(webhookId, 'whsec_Y3Jhc2ggcG9pbnRz')],
  });
}
