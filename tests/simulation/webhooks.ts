import { outcomeEvents, webhookEvents, type WebhookEvent } from '@orders/proto/webhook-events';
import { createSecretKeys } from '@orders/processor/webhooks/secret-keys';
import type { OrderDocument } from '@orders/order/store/schemas';
import type { WebhookTables } from './delivery-database';
import { ordersIn, type Documents } from './orders-database';
import type { Random } from './random';
import { createReceivers, type Receivers } from './receivers';
import type { World } from './world';

/** A webhook whose creation was acknowledged, and when it was certainly enabled. */
export interface WatchedWebhook {
  webhookId: string;
  url: string;
  events: WebhookEvent[];
  periods: { fromMs: number; untilMs: number }[];
}

/** Everything about webhooks in one run. */
export interface SimulatedWebhooks {
  /** Its own, so that a run without webhooks is the same as if there were none. */
  random: Random;
  tables: WebhookTables;
  receivers: Receivers;
  watched: Map<string, WatchedWebhook>;
  /** When each order was first asked for. */
  askedAtMs: Map<string, number>;
  watch: (webhook: Omit<WatchedWebhook, 'periods'>) => void;
  /** Called after each effect on the tables: a disabled webhook hears of nothing more. */
  noticeDisabled: () => void;
  /** Whether all webhooks that must hear of an order have their deliveries; then they must also be sent. */
  areRecorded: (order: OrderDocument) => boolean;
  /** What is wrong at rest. */
  problems: () => string[];
  isAtRest: () => boolean;
}

export const keys = createSecretKeys(['the key of the simulator']);

/** The webhooks of a run, some of which are there from the start. */
export function createSimulatedWebhooks(world: World, random: Random, documents: Documents): SimulatedWebhooks {
  const { scheduler } = world;
  const tables: WebhookTables = { webhooks: new Map(), deliveries: new Map() };
  const watched = new Map<string, WatchedWebhook>();
  const askedAtMs = new Map<string, number>();
  const receivers = createReceivers(world, documents, tables.deliveries);
  /** The events that must have arrived at the end. */
  const owed = new Set<{ webhook: WatchedWebhook; orderId: string; event: WebhookEvent }>();

  const mustHear = ({ _id }: OrderDocument) =>
    [...watched.values()].filter(({ periods }) =>
      periods.some(({ fromMs, untilMs }) => untilMs === Infinity && fromMs <= (askedAtMs.get(_id) ?? -1)),
    );
  const isRecorded = (webhookId: string, orderId: string, event: WebhookEvent) =>
    [...tables.deliveries.values()].some(
      (delivery) =>
        delivery.webhookId === webhookId &&
        delivery.orderId === orderId &&
        (delivery.kind === 'placed') === (event === 'order.placed'),
    );
  const owe = (order: OrderDocument) =>
    mustHear(order).flatMap((webhook) =>
      eventsOf(order)
        .filter((event) => webhook.events.includes(event))
        .map((event) => ({ webhook, orderId: order._id, event })),
    );
  const hasArrived = ({ webhook, orderId, event }: { webhook: WatchedWebhook; orderId: string; event: WebhookEvent }) =>
    receivers.received.some((one) => one.url === webhook.url && one.orderId === orderId && one.type === event);

  return {
    ...{ random, tables, receivers, watched, askedAtMs },
    watch: (webhook) => {
      const known = watched.get(webhook.webhookId) ?? { ...webhook, periods: [] };
      watched.set(webhook.webhookId, known);
      if (tables.webhooks.get(webhook.webhookId)?.enabled === true)
        known.periods.push({ fromMs: scheduler.now(), untilMs: Infinity });
    },
    noticeDisabled: () => {
      for (const { webhookId, enabled } of tables.webhooks.values()) {
        if (enabled) continue;
        for (const period of watched.get(webhookId)?.periods ?? [])
          period.untilMs = Math.min(period.untilMs, scheduler.now());
      }
    },
    areRecorded: (order) => {
      const owedNow = owe(order);
      for (const one of owedNow) owed.add(one);
      return owedNow.every(({ webhook, orderId, event }) => isRecorded(webhook.webhookId, orderId, event));
    },
    problems: () => {
      const last = ordersIn(documents).flatMap(owe);
      const missing = [...owed, ...last].filter((one) => !hasArrived(one));
      return missing.map(({ webhook, orderId, event }) => `${webhook.url} never heard of ${event} of ${orderId}`);
    },
    isAtRest: () =>
      [...tables.webhooks.values()].every(({ enabled }) => enabled) &&
      [...tables.deliveries.values()].every(({ state }) => state === 'delivered'),
  };
}

const eventsOf = ({ status }: OrderDocument): WebhookEvent[] => [
  'order.placed',
  ...(status === 'Pending' ? [] : [outcomeEvents[status]]),
];

/** All events for most webhooks, some of them for others. */
export function randomEvents(random: Random): WebhookEvent[] {
  if (random.chance(0.6)) return [...webhookEvents];
  const some = webhookEvents.filter(() => random.chance(0.5));
  return some.length > 0 ? some : ['order.processed'];
}

/** Adds a webhook as if it had always been there. */
export function addWebhook({ tables, watch, random }: SimulatedWebhooks, number: number): void {
  const webhook = { ...webhookNamed(number), events: randomEvents(random) };
  const at = new Date(0);
  const secrets = [keys.seal(webhook.webhookId, 'whsec_c2ltdWxhdG9y')];
  tables.webhooks.set(webhook.webhookId, { ...webhook, enabled: true, createdAt: at, updatedAt: at, secrets });
  watch(webhook);
}

export const webhookNamed = (number: number) => ({
  webhookId: `webhook ${String(number)}`,
  url: `https://receiver-${String(number)}.example/events`,
});
