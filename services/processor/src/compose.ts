import type { NextTurn } from '@orders/shared/group-commit';
import { createUnary } from '@orders/shared/grpc-unary';
import type { Log } from '@orders/shared/log';
import type { PeriodicTask } from '@orders/shared/periodic-task';
import { deadlineOfRequest, withRequestContext } from '@orders/shared/request-context';
import { composeAccountMails, countBoth, type AccountMailsAdapters } from './account-mails/compose-account-mails';
import { composeAudit, type AuditAdapters } from './audit/compose-audit';
import { createDeadLetterBrowser } from './dead-letters/dead-letter-browser';
import type { DeadLetterQueue, TakenLetter } from './dead-letters/dead-letter-queue';
import { createDiscardDeadLetter, type DiscardDeadLetterNeeds } from './dead-letters/discard-dead-letter';
import { createFailOrder } from './dead-letters/fail-order';
import { createListDeadLetters } from './dead-letters/list-dead-letters';
import { createOnce } from './dead-letters/once';
import type { OperatorActions } from './dead-letters/operator-actions';
import { createRedriveDeadLetters } from './dead-letters/redrive-dead-letters';
import { createProcessorHandlers } from './grpc/processor-handlers';
import { createWebhookHandlers } from './grpc/webhook-handlers';
import type { MailLedger } from './mail/mail-ledger';
import { createMailPace, createMailRate } from './mail/mail-pace';
import { createSendMail, type Delivery, type SendMailNeeds } from './mail/send-mail';
import { createSendPendingMails, type SendPendingMailsNeeds } from './mail/send-pending-mails';
import type { ProcessorMetrics, QueueDepth } from './metrics';
import { composeSettling } from './settle/settle-through-outages';
import { createSettlePlacedOrders, type SettlePlacedOrdersNeeds } from './settle/settle-placed-orders';
import { composeWebhooks, webhookParts, type WebhookAdapters, type WebhookNeeds } from './webhooks/compose-webhooks';

export interface ProcessorAdapters {
  inventory: SettlePlacedOrdersNeeds['inventory'];
  orders: SettlePlacedOrdersNeeds['orders'] &
    SendPendingMailsNeeds['orders'] &
    WebhookNeeds['orders'] &
    DiscardDeadLetterNeeds<TakenLetter>['orders'];
  buyers: SendPendingMailsNeeds['buyers'];
  mailer: SendMailNeeds['mailer'] & { check: () => Promise<void>; readQuota: () => Promise<number> };
  ledger: MailLedger;
  /** Absent where no mails about accounts are sent. */
  accountMails?: AccountMailsAdapters;
  webhooks: WebhookAdapters;
  queue: { depth: () => Promise<QueueDepth> };
  deadLetters: DeadLetterQueue;
  operatorActions: OperatorActions;
  /** Absent where no audits run. */
  audit?: AuditAdapters;
  /** Resolves when everything that settling depends on answers. */
  pingDependencies: () => Promise<unknown>;
  /** Called when orders were settled: there may be mails to send at once. */
  wakeMailSender: () => void;
  settings: ProcessorSettings;
  metrics: ProcessorMetrics;
  log: Log;
  now: () => Date;
  monotonicMs: () => number;
  /** Resolves after the time, or at once when the process is stopping. */
  wait: (milliseconds: number) => Promise<unknown>;
  isStopping: () => boolean;
  newId: () => string;
  random: () => number;
  nextTurn?: NextTurn;
}

export interface ProcessorSettings {
  /** How long orders in hand are held during an outage. */
  maxHoldMs: number;
  /** Without it, mails are sent at the rate of the account's quota. */
  mailsPerSecond: number | undefined;
  /** How long a claim on a mail lasts. */
  mailLeaseMs: number;
  longestSendMs: number;
  /** How many mails are sent at once. */
  mailConcurrency: number;
  mailPageSize: number;
}

/** What the proofs replace by something faulty. */
export const processorParts = {
  createSettlePlacedOrders,
  createSendMail,
  createSendPendingMails,
  createDiscardDeadLetter,
  ...webhookParts,
};
export type ProcessorParts = typeof processorParts;

/** The processor without its queue consumer, its server and its clock. */
export function composeProcessor(adapters: ProcessorAdapters, parts: ProcessorParts = processorParts) {
  const { ledger, accountMails, audit, queue, deadLetters, operatorActions, settings, log, monotonicMs, wait } =
    adapters;
  const mailRate = createMailRate({
    fixed: settings.mailsPerSecond,
    readQuota: adapters.mailer.readQuota,
    log,
  });
  const pace = createMailPace({ rate: mailRate.current, monotonicMs, wait });
  const pending = countBoth(ledger, accountMails?.ledger);
  const browser = createDeadLetterBrowser({ deadLetters, monotonicMs });
  const acting = { recordAction: operatorActions.record, once: createOnce(operatorActions) };
  const deadLetterUseCases = {
    listDeadLetters: createListDeadLetters({ browser }),
    redriveDeadLetters: createRedriveDeadLetters({
      ...{ ...acting, deadLetters, browser, wait },
      timeLeftMs: () => deadlineOfRequest() - adapters.now().getTime(),
    }),
    discardDeadLetter: parts.createDiscardDeadLetter({ ...acting, deadLetters, browser, orders: adapters.orders }),
    failOrder: createFailOrder({ ...acting, orders: adapters.orders }),
  };

  const unary = createUnary(log);
  const webhooks = composeWebhooks(adapters, parts);

  return {
    ...composeSettling({ ...adapters, recordDeliveries: webhooks.recordDeliveries }, parts),
    ...deadLetterUseCases,
    handlers: {
      ...createProcessorHandlers({
        ...deadLetterUseCases,
        unary,
        queue,
        ledger: { ...ledger, ...pending },
        accountMails: accountMails?.ledger,
        operatorActions,
      }),
      ...createWebhookHandlers({ unary, ...webhooks }),
    },
    mailSender: composeMailSender(adapters, parts, pace),
    ...(accountMails && { accountMails: composeAccountMails(accountMails, mailNeeds(adapters, pace)) }),
    mailRateRefresh: { name: 'mail rate refresh', intervalMs: 30_000, run: mailRate.refresh },
    manageWebhooks: webhooks.manageWebhooks,
    manageDeliveries: webhooks.manageDeliveries,
    webhookSender: webhooks.webhookSender,
    stopSending: webhooks.stopSending,
    workers: [
      ...(audit ? [composeAudit(audit, { ...adapters, mails: ledger, deliveries: adapters.webhooks.lists })] : []),
      ...composeSamples({ ...adapters, pending }),
      ...webhooks.webhookWorkers,
    ],
  };
}

type MailPace = ReturnType<typeof createMailPace>;

/** Both senders share the pace: the rate is that of the account at SES. */
const mailNeeds = (adapters: ProcessorAdapters, pace: MailPace) => ({
  ...adapters,
  pace,
  checkMailer: adapters.mailer.check,
  leaseMs: adapters.settings.mailLeaseMs,
  longestSendMs: adapters.settings.longestSendMs,
  pageSize: adapters.settings.mailPageSize,
});

function composeMailSender(adapters: ProcessorAdapters, parts: ProcessorParts, pace: MailPace): PeriodicTask {
  const { ledger, orders, buyers, mailer, settings, metrics, log, isStopping } = adapters;
  const sendMail = parts.createSendMail({
    ...mailNeeds(adapters, pace),
    onDelivery: (orderId, delivery) => reportDelivery(adapters, orderId, delivery),
  });
  const run = parts.createSendPendingMails({
    ledger,
    orders,
    buyers,
    checkMailer: mailer.check,
    sendMail: (mail) => withRequestContext({ ...mail.pending, deadline: Infinity }, () => sendMail(mail)),
    onUnsent: (mail) => {
      metrics.countMail(mail.outcome);
      log.info(mail, 'mail not sent');
    },
    isStopping,
    concurrency: settings.mailConcurrency,
    pageSize: settings.mailPageSize,
  });
  return { name: 'mail sender', intervalMs: 1_000, run };
}

function reportDelivery({ metrics, log }: ProcessorAdapters, orderId: string, delivery: Delivery): void {
  metrics.countMail(delivery.outcome === 'retry' ? 'delayed' : delivery.outcome);
  if (delivery.outcome === 'sent') log.info({ orderId }, 'mail sent');
  else if (delivery.outcome === 'rejected') log.error({ orderId, reason: delivery.reason }, 'mail rejected');
  else log.warn({ orderId, reason: delivery.reason }, 'mail delayed');
}

interface SampleNeeds extends Pick<ProcessorAdapters, 'queue' | 'metrics' | 'now'> {
  pending: Pick<MailLedger, 'countPending' | 'oldestPendingAt'>;
}

/** Samples what is queued and pending, so that a scrape of the metrics waits for nothing. */
const composeSamples = ({ queue, pending, metrics, now }: SampleNeeds): PeriodicTask[] => [
  { name: 'queue sample', intervalMs: 5_000, run: async () => metrics.setQueueDepth(await queue.depth()) },
  {
    name: 'pending mail sample',
    intervalMs: 5_000,
    run: async () => {
      const [count, oldest] = await Promise.all([pending.countPending(), pending.oldestPendingAt()]);
      const ageMs = oldest === undefined ? 0 : Math.max(0, now().getTime() - oldest.getTime());
      metrics.setPendingMails({ count, oldestAgeSeconds: ageMs / 1_000 });
    },
  },
];
