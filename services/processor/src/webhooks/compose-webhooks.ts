import type { Log } from '@orders/shared/log';
import type { PeriodicTask } from '@orders/shared/periodic-task';
import { requestContext } from '@orders/shared/request-context';
import type { AccountMailsAdapters } from '../account-mails/compose-account-mails';
import type { ProcessorMetrics } from '../metrics';
import { createAttemptDelivery, type AttemptDeliveryNeeds, type AttemptResult } from './attempt-delivery';
import type { DeliveryStore } from './delivery-store';
import type { DeliveryLists } from './list-deliveries';
import { createManageDeliveries } from './manage-deliveries';
import { createManageWebhooks } from './manage-webhooks';
import { createNotifyAdmins } from './notify-admins';
import type { Answer, Post } from './post-to-receiver';
import { createReceiverHealth } from './receiver-health';
import { createRecordDeliveries } from './record-deliveries';
import { hostOf } from './receiver-url';
import type { RecordWebhookAct } from './record-webhook-act';
import { createRenewSecrets } from './renew-secrets';
import { createSendDeliveries, type SendDeliveriesNeeds } from './send-deliveries';
import type { SecretKeys } from './secret-keys';
import type { Receiver } from './webhook';
import type { WebhookStore } from './webhook-store';

/** What webhooks need beyond what the rest of the processor does. */
export interface WebhookAdapters {
  store: WebhookStore;
  deliveries: DeliveryStore;
  lists: DeliveryLists;
  keys: SecretKeys;
  recordAct: RecordWebhookAct;
  allowInsecure: boolean;
  post: (post: Post, stop: AbortSignal) => Promise<Answer>;
  leaseMs: number;
  longestPostMs: number;
  limits: SendDeliveriesNeeds['limits'];
  /** Called when there is something to send. */
  wake: () => void;
}

export interface WebhookNeeds extends Pick<
  AttemptDeliveryNeeds,
  'newId' | 'random' | 'now' | 'monotonicMs' | 'wait' | 'isStopping'
> {
  webhooks: WebhookAdapters;
  orders: SendDeliveriesNeeds['orders'];
  /** Absent where no mails to admins are sent. */
  accountMails?: AccountMailsAdapters;
  metrics: ProcessorMetrics;
  log: Log;
}

/** What the proofs replace by something faulty. */
export const webhookParts = { createRecordDeliveries, createAttemptDelivery, createSendDeliveries };
export type WebhookParts = typeof webhookParts;

const stopMs = 3_000;

/** Everything about webhooks, made of its adapters. */
export function composeWebhooks(needs: WebhookNeeds, parts: WebhookParts) {
  const { webhooks, metrics, log, monotonicMs } = needs;
  const { store, deliveries, lists, keys, wake } = webhooks;
  const cut = new AbortController();
  const sender = parts.createSendDeliveries({
    ...needs,
    deliveries,
    attempt: createReportedAttempt(needs, parts, cut.signal),
    wake,
    onFailure: (failure) => log.error(failure, 'webhook not served'),
    limits: webhooks.limits,
  });
  const manageWebhooks = createManageWebhooks({
    ...needs,
    webhooks: store,
    keys,
    allowInsecure: webhooks.allowInsecure,
    recordAct: webhooks.recordAct,
  });
  const renewSecrets = createRenewSecrets({
    webhooks: store,
    keys,
    now: needs.now,
    onRenewed: (webhookId) => log.info({ webhookId }, 'webhook secret encrypted under the new key'),
    onFailure: (failure) => log.error(failure, 'webhook secret not encrypted under the new key'),
  });

  return {
    recordDeliveries: parts.createRecordDeliveries({ webhooks: store, deliveries, onRecorded: wake, monotonicMs }),
    manageWebhooks,
    manageDeliveries: createManageDeliveries({
      ...needs,
      findWebhook: manageWebhooks.find,
      deliveries,
      lists,
      recordAct: webhooks.recordAct,
      wake,
      requestIds: () => ({ requestId: '', traceparent: '', ...pickIds(requestContext()) }),
    }),
    webhookSender: { name: 'webhook sender', intervalMs: 1_000, run: sender.run } satisfies PeriodicTask,
    /** Lets the attempts in hand end, for a moment. */
    stopSending: async (): Promise<void> => {
      setTimeout(() => cut.abort(), stopMs).unref();
      await sender.idle();
    },
    webhookWorkers: [
      { name: 'webhook secret renewal', intervalMs: 60_000, run: renewSecrets },
      { name: 'pending delivery sample', intervalMs: 5_000, run: () => samplePending(lists, metrics, needs.now) },
      ...noticeWorker(needs),
    ] satisfies PeriodicTask[],
  };
}

const noticeWorker = ({ accountMails, webhooks, log }: WebhookNeeds): PeriodicTask[] => {
  if (!accountMails) return [];
  const { accounts, ledger, wakeSender } = accountMails;
  const run = createNotifyAdmins({
    webhooks: webhooks.store,
    listAdmins: accounts.listAdmins,
    recordPendingMails: ledger.recordPendingMails,
    onRecorded: ({ webhookId }, admins) => {
      if (admins > 0) wakeSender();
      else log.error({ webhookId }, 'webhook disabled, and there is no admin to mail');
    },
  });
  return [{ name: 'webhook notices', intervalMs: 5_000, run }];
};

const pickIds = (context: ReturnType<typeof requestContext>) =>
  context && { requestId: context.requestId, traceparent: context.traceparent };

function createReportedAttempt(needs: WebhookNeeds, parts: WebhookParts, cut: AbortSignal) {
  const { webhooks, metrics, log } = needs;
  const attempt = parts.createAttemptDelivery({ ...needs, ...webhooks, post: (post) => webhooks.post(post, cut) });
  const follow = createReceiverHealth({
    webhooks: webhooks.store,
    newId: needs.newId,
    onDisabled: async ({ webhookId, url, reason }) => {
      metrics.countDisabledWebhook();
      log.error({ webhookId, host: hostOf(url), reason }, 'webhook disabled');
      const complete = await webhooks.recordAct({ act: 'disable', operator: 'processor', webhookId, about: reason });
      await complete('disabled');
    },
  });
  return async (receiver: Receiver, ready: Parameters<typeof attempt>[1]): Promise<AttemptResult> => {
    const result = await attempt(receiver, ready);
    if (!isAnswered(result)) return result;
    const { deliveryId, orderId } = ready.due;
    metrics.countDelivery(result);
    log.info({ webhookId: receiver.webhookId, deliveryId, orderId, event: ready.event, result }, 'webhook attempted');
    await follow(receiver, result);
    return result;
  };
}

const isAnswered = (result: AttemptResult) =>
  result === 'delivered' || result === 'retry' || result === 'failed' || result === 'gone';

async function samplePending(lists: DeliveryLists, metrics: ProcessorMetrics, now: () => Date): Promise<void> {
  const { count, oldestAt } = await lists.countPending();
  const ageMs = oldestAt ? Math.max(0, now().getTime() - oldestAt.getTime()) : 0;
  metrics.setPendingDeliveries({ count, oldestAgeSeconds: ageMs / 1_000 });
}
