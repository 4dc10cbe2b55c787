import type { OrderStatus } from '@orders/proto/order-status';
import { Counter, Gauge } from 'prom-client';
import type { AuditResult } from './audit/audit-facts';
import type { AlarmKind } from './settle/order-placed-handler';

const mails = new Counter({
  name: 'mails_total',
  help: 'Attempts to send a mail, by outcome: sent, rejected, dropped or delayed.',
  labelNames: ['outcome'],
});
const ordersSettled = new Counter({
  name: 'orders_settled_total',
  help: 'Messages of placed orders that were settled, by the final status of the order.',
  labelNames: ['status'],
});
const alarms = new Counter({
  name: 'processor_alarms_total',
  help: 'Messages that an operator should look at, by kind: they went to the dead-letter queue at once.',
  labelNames: ['kind'],
});
const queued = new Gauge({
  name: 'sqs_queue_messages',
  help: 'Messages in the queue of placed orders as SQS counts them, by state: visible, in_flight or delayed.',
  labelNames: ['state'],
});
const deliveries = new Counter({
  name: 'webhook_deliveries_total',
  help: 'Attempts to deliver an event to a webhook, by result: delivered, retry, failed or gone.',
  labelNames: ['result'],
});
const webhooksDisabled = new Counter({
  name: 'webhooks_disabled_total',
  help: 'Webhooks that were disabled because their receiver is gone, or failed for 24 hours.',
});
const pendingDeliveries = new Gauge({
  name: 'webhook_deliveries_pending',
  help: 'Pending deliveries of enabled webhooks, counted up to 10,000 for each.',
});
const oldestPendingDelivery = new Gauge({
  name: 'webhook_deliveries_pending_oldest_age_seconds',
  help: 'Age of the oldest pending delivery of an enabled webhook in seconds; 0 where none is pending.',
});
const deadLetters = new Gauge({ name: 'sqs_dead_letter_messages', help: 'Messages in the dead-letter queue.' });
const pendingMails = new Gauge({ name: 'mails_owed', help: 'Mails that are pending.' });
const oldestPendingMail = new Gauge({
  name: 'mails_owed_oldest_age_seconds',
  help: 'Age of the oldest pending mail in seconds; 0 where none is pending.',
});

// A counter that began with its first alarm would show no increase.
for (const kind of ['malformed_message', 'stock_not_held', 'no_such_order']) alarms.inc({ kind }, 0);

for (const result of ['delivered', 'retry', 'failed', 'gone']) deliveries.inc({ result }, 0);

export interface QueueDepth {
  visible: number;
  inFlight: number;
  delayed: number;
  deadLetters: number;
}

export const processorMetrics = {
  countMail: (outcome: 'sent' | 'rejected' | 'dropped' | 'delayed') => mails.inc({ outcome }),
  countSettled: (status: OrderStatus) => ordersSettled.inc({ status }),
  countAlarm: (kind: AlarmKind) => alarms.inc({ kind }),
  countDelivery: (result: 'delivered' | 'retry' | 'failed' | 'gone') => deliveries.inc({ result }),
  countDisabledWebhook: () => webhooksDisabled.inc(),
  setPendingDeliveries: ({ count, oldestAgeSeconds }: { count: number; oldestAgeSeconds: number }): void => {
    pendingDeliveries.set(count);
    oldestPendingDelivery.set(oldestAgeSeconds);
  },
  setQueueDepth: (depth: QueueDepth): void => {
    queued.set({ state: 'visible' }, depth.visible);
    queued.set({ state: 'in_flight' }, depth.inFlight);
    queued.set({ state: 'delayed' }, depth.delayed);
    deadLetters.set(depth.deadLetters);
  },
  setPendingMails: ({ count, oldestAgeSeconds }: { count: number; oldestAgeSeconds: number }): void => {
    pendingMails.set(count);
    oldestPendingMail.set(oldestAgeSeconds);
  },
};

export type ProcessorMetrics = typeof processorMetrics;

/** Every processor shows the last audit, whichever of them ran it. */
export function collectAuditMetrics(readLast: () => Promise<AuditResult | undefined>): void {
  const findings = new Gauge({
    name: 'orders_audit_findings',
    help: 'Findings of the last audit, by rule.',
    labelNames: ['rule'],
    collect: async () => {
      // While the database is unavailable the last known values stay.
      const last = await readLast().catch(() => undefined);
      if (!last) return;
      for (const [rule, count] of Object.entries(last.findings)) findings.set({ rule }, count);
      lastRun.set(last.endedAt.getTime() / 1_000);
      audited.set(last.orders);
    },
  });
  const lastRun = new Gauge({
    name: 'orders_audit_last_run_timestamp_seconds',
    help: 'Unix time at which the last audit ended.',
  });
  const audited = new Gauge({ name: 'orders_audit_orders', help: 'Orders that the last audit read.' });
}
