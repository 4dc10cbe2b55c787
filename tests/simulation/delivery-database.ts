import type { DeliveryStatus } from '@orders/proto/webhook-events';
import type { Delivery, DueDelivery, NewDelivery } from '@orders/processor/webhooks/delivery';
import type { DeliveryStore, FinishedAttempt } from '@orders/processor/webhooks/delivery-store';
import type { Receiver } from '@orders/processor/webhooks/webhook';

/** A delivery as the simulated store keeps it. */
export interface StoredDelivery extends NewDelivery {
  state: DeliveryStatus;
  leaseUntilMs: number;
  claim?: string;
  attempts: number;
  failures: number;
  /** How often an admin has sent it again. */
  resends: number;
  createdAt: Date;
}

/** The collections of webhooks and of their deliveries. */
export interface WebhookTables {
  /** Documents are replaced, never changed in place. */
  webhooks: Map<string, Receiver>;
  deliveries: Map<string, StoredDelivery>;
}

/** Runs work on the collections at one moment, on behalf of one process, with the database's clock. */
export type RunOnWebhooks = <T>(what: string, work: (tables: WebhookTables, now: Date) => T) => Promise<T>;

/** The deliveries in memory; specifications/delivery-store.ts holds them to the same rules as those in MongoDB. */
export const createDeliveries = (run: RunOnWebhooks): DeliveryStore => ({
  record: (recorded) => {
    if (recorded.length === 0) return Promise.resolve();
    return run(`record ${idsOf(recorded)}`, ({ deliveries }, now) => {
      for (const delivery of recorded)
        if (!deliveries.has(delivery.deliveryId)) deliveries.set(delivery.deliveryId, newDelivery(delivery, now));
    });
  },

  findDue: ({ except, limit }) =>
    run('read due deliveries', ({ webhooks, deliveries }, now) =>
      [...webhooks.values()]
        .filter(({ webhookId, enabled }) => enabled && !except.includes(webhookId))
        .map(({ failingSince, ...receiver }) => ({
          receiver: {
            ...receiver,
            ...(failingSince && { failingSince, failingForMs: now.getTime() - failingSince.getTime() }),
          },
          due: [...deliveries.values()]
            .filter((delivery) => delivery.webhookId === receiver.webhookId && isDue(delivery, now))
            .sort((left, right) => left.leaseUntilMs - right.leaseUntilMs)
            .slice(0, limit)
            .map((delivery) => toDue(delivery, now)),
        }))
        .filter(({ due }) => due.length > 0),
    ),

  claim: ({ deliveryId, event, claim, leaseMs }) =>
    run(`claim ${deliveryId}`, ({ deliveries }, now) => {
      const delivery = deliveries.get(deliveryId);
      if (!delivery || !isDue(delivery, now)) return false;
      const leaseUntilMs = now.getTime() + leaseMs;
      deliveries.set(deliveryId, { ...delivery, event, claim, leaseUntilMs, attempts: delivery.attempts + 1 });
      return true;
    }),

  finish: (attempt) =>
    run(`finish ${attempt.deliveryId} as ${attempt.status}`, ({ deliveries }, now) => {
      const delivery = deliveries.get(attempt.deliveryId);
      if (delivery?.state === 'pending' && delivery.claim === attempt.claim)
        deliveries.set(attempt.deliveryId, finished(delivery, attempt, now));
    }),

  postpone: (postponed) => {
    if (postponed.length === 0) return Promise.resolve();
    return run(`postpone ${idsOf(postponed)}`, ({ deliveries }, now) => {
      for (const { deliveryId, delayMs } of postponed) {
        const delivery = deliveries.get(deliveryId);
        if (delivery && isDue(delivery, now))
          deliveries.set(deliveryId, { ...delivery, leaseUntilMs: now.getTime() + delayMs });
      }
    });
  },

  drop: (deliveryIds) => {
    if (deliveryIds.length === 0) return Promise.resolve();
    return run(`drop ${deliveryIds.join(', ')}`, ({ deliveries }) => {
      for (const deliveryId of deliveryIds) {
        const delivery = deliveries.get(deliveryId);
        if (delivery?.state === 'pending' && delivery.attempts === 0) deliveries.delete(deliveryId);
      }
    });
  },

  resend: (webhookId, deliveryId) =>
    run(`send ${deliveryId} again`, ({ deliveries }, now): Delivery | undefined => {
      const delivery = deliveries.get(deliveryId);
      if (!delivery || delivery.webhookId !== webhookId || delivery.event === undefined) return undefined;
      const isBeingSent = delivery.state === 'pending' && delivery.claim !== undefined;
      const { claim: _, ...unclaimed } = delivery;
      const resent = { leaseUntilMs: now.getTime(), failures: 0, resends: delivery.resends + 1 };
      const due = { ...unclaimed, state: 'pending' as const, ...resent };
      if (!isBeingSent) deliveries.set(deliveryId, due);
      return toDelivery(isBeingSent ? delivery : due);
    }),
});

const newDelivery = (delivery: NewDelivery, now: Date): StoredDelivery => ({
  ...delivery,
  state: 'pending',
  leaseUntilMs: now.getTime(),
  attempts: 0,
  failures: 0,
  resends: 0,
  createdAt: now,
});

const isDue = ({ state, leaseUntilMs }: StoredDelivery, now: Date) =>
  state === 'pending' && leaseUntilMs <= now.getTime();

function finished({ claim: _, ...delivery }: StoredDelivery, attempt: FinishedAttempt, now: Date): StoredDelivery {
  const { status, delayMs = 0, isFailure } = attempt;
  const leaseUntilMs = status === 'pending' ? now.getTime() + delayMs : delivery.leaseUntilMs;
  return { ...delivery, state: status, leaseUntilMs, failures: delivery.failures + (isFailure ? 1 : 0) };
}

const toDue = ({ createdAt, ...delivery }: StoredDelivery, now: Date): DueDelivery => ({
  ...kept(delivery),
  failures: delivery.failures,
  ageMs: now.getTime() - createdAt.getTime(),
});

const kept = ({ deliveryId, webhookId, orderId, kind, event, requestId, traceparent }: NewDelivery): NewDelivery => ({
  ...{ deliveryId, webhookId, orderId, kind, requestId, traceparent },
  ...(event && { event }),
});

const toDelivery = ({ deliveryId, event = 'webhook.test', orderId, state, ...delivery }: StoredDelivery): Delivery => ({
  ...{ deliveryId, event, orderId, status: state },
  attempts: delivery.attempts,
  createdAt: delivery.createdAt,
  ...(state === 'pending' && { nextAttemptAt: new Date(delivery.leaseUntilMs) }),
});

const idsOf = (deliveries: { deliveryId: string }[]) => deliveries.map(({ deliveryId }) => deliveryId).join(', ');
