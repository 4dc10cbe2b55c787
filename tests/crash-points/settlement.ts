import { randomUUID } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Order } from '@orders/order/domain/order';
import { composeProcessor, type ProcessorAdapters } from '@orders/processor/compose';
import { createDeadLetterQueue } from '@orders/processor/dead-letters/dead-letter-queue';
import { createCommandAuditLog } from '@orders/shared/audit-log';
import { createOperatorActions } from '@orders/processor/dead-letters/operator-actions';
import { createMailLedger } from '@orders/processor/mail/mail-ledger';
import { processorMetrics } from '@orders/processor/metrics';
import type { Answer, Post } from '@orders/processor/webhooks/post-to-receiver';
import { createWebhookAdapters } from '@orders/processor/webhooks/webhook-adapters';
import { createPlacedOrderQueue } from '@orders/processor/settle/placed-order-queue';
import type { Mongo } from '@orders/shared/mongo';
import { createQueueConsumer } from '@orders/shared/queue-consumer';
import { orderJson } from '../support/order-json';
import { silentLog } from '../support/test-database';
import { secretKey } from './receiver';
import type { Stock } from './stock';

interface SettlementNeeds {
  mongo: Mongo;
  sqs: SQSClient;
  queueUrl: string;
  inventory: Pick<Stock, 'commit'>;
  orders: Pick<ProcessorAdapters['orders'], 'settle'> & { find: (orderIds: string[]) => Promise<Order[]> };
  sendMail: (userId: string, subject: string) => Promise<void>;
  post: (post: Post) => Promise<Answer>;
  now: () => Date;
  wait: (milliseconds: number) => Promise<unknown>;
}

/** The processor: receives messages, settles their orders, and sends the pending mails and deliveries. */
export function createSettlement({ mongo, sqs, queueUrl, inventory, orders, ...needs }: SettlementNeeds) {
  const { sendMail, post, now, wait } = needs;
  const sqsQueue = { client: sqs, queueUrl, isLocalStack: false };
  const { handleMessages, mailSender, webhookSender, stopSending } = composeProcessor({
    inventory,
    orders: {
      ...orders,
      findJson: async (orderIds) => (await orders.find(orderIds)).map(orderJson),
      fail: () => Promise.reject(new Error('no dead letter is discarded here')),
    },
    buyers: { find: (userIds) => Promise.resolve(userIds.map(toBuyer)) },
    mailer: {
      send: (to, { subject }) =>
        sendMail(to, subject).then(
          () => ({ outcome: 'sent' }),
          (error: unknown) => ({ outcome: 'retry', reason: String(error), because: 'unavailable' }),
        ),
      check: () => Promise.resolve(),
      readQuota: () => Promise.resolve(1_000),
    },
    ledger: createMailLedger(mongo),
    webhooks: {
      ...createWebhookAdapters({
        mongo,
        auditLog: createCommandAuditLog(mongo),
        config: { WEBHOOK_SECRET_KEY: [secretKey], WEBHOOK_ALLOW_INSECURE: true },
        wake: () => undefined,
      }),
      post,
      leaseMs: 1_500,
      longestPostMs: 300,
      // One after the other, so that an effect has the same number each time.
      limits: { total: 1, perReceiver: 1, page: 100 },
    },
    queue: createPlacedOrderQueue(sqsQueue),
    deadLetters: createDeadLetterQueue(sqsQueue),
    operatorActions: createOperatorActions({ mongo, auditLog: createCommandAuditLog(mongo), log: silentLog }),
    pingDependencies: () => Promise.resolve(),
    wakeMailSender: () => undefined,
    // Short leases, so that what a dead process had claimed is soon due again.
    settings: {
      maxHoldMs: 5_000,
      mailsPerSecond: 1_000_000,
      mailLeaseMs: 1_500,
      longestSendMs: 300,
      mailConcurrency: 1,
      mailPageSize: 200,
    },
    metrics: processorMetrics,
    log: silentLog,
    now,
    monotonicMs: () => performance.now(),
    wait,
    isStopping: () => false,
    newId: randomUUID,
    random: () => 0,
  });

  return {
    consumer: createQueueConsumer({
      ...sqsQueue,
      minReceivers: 1,
      maxReceivers: 1,
      waitTimeSeconds: 0,
      visibilityTimeoutSeconds: 1,
      handle: handleMessages,
      log: silentLog,
    }),
    sendMails: mailSender.run,
    sendDeliveries: async (): Promise<void> => {
      await webhookSender.run();
      await stopSending();
    },
  };
}

// Each order of these tests has a buyer of its own, so an address names an order.
const toBuyer = (userId: string) => ({ userId, name: 'Ada Buyer', email: userId });
