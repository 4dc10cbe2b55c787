import '@orders/shared/start-telemetry';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { ProcessorService } from '@orders/proto';
import { createAuditLog } from '@orders/shared/audit-log';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { createQueueConsumer } from '@orders/shared/queue-consumer';
import { createPeriodicTask, type PeriodicTask } from '@orders/shared/periodic-task';
import { run } from '@orders/shared/run';
import { createSqsClient } from '@orders/shared/sqs';
import { sesSendMs } from '@orders/shared/time-limits';
import { createAccountMailLedger } from './account-mails/account-mail-ledger';
import { createAuditRuns } from './audit/audit-runs';
import { createAuthClient } from './clients/auth-client';
import { createInventoryClient } from './clients/inventory-client';
import { createOrderClient } from './clients/order-client';
import { composeProcessor } from './compose';
import { readProcessorConfig } from './config';
import { createDeadLetterQueue } from './dead-letters/dead-letter-queue';
import { createOperatorActions } from './dead-letters/operator-actions';
import { processorCallers } from './grpc/callers';
import { createMailLedger } from './mail/mail-ledger';
import { createSesMailer } from './mail/ses-mailer';
import { collectAuditMetrics, processorMetrics } from './metrics';
import { createPlacedOrderQueue } from './settle/placed-order-queue';
import { createWebhookAdapters } from './webhooks/webhook-adapters';

const config = readProcessorConfig();
const log = createLog({ service: 'processor', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });
const stopping = new AbortController();
const now = () => new Date();

const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}processor`, log });
const aws = { region: config.AWS_REGION, endpoint: config.AWS_ENDPOINT_URL };
const sqs = {
  client: createSqsClient(aws),
  queueUrl: config.AWS_SQS_QUEUE_URL,
  isLocalStack: config.AWS_ENDPOINT_URL !== undefined,
};
const queue = createPlacedOrderQueue(sqs);
const inventory = createInventoryClient(config.INVENTORY_GRPC_ADDRESSES, tls);
const orders = createOrderClient(config.ORDER_GRPC_ADDRESSES, tls);
const buyers = createAuthClient(config.AUTH_GRPC_ADDRESSES, tls);
const mailer = createSesMailer({
  ...aws,
  sender: config.AWS_SES_SENDER_EMAIL,
  configurationSet: config.AWS_SES_CONFIGURATION_SET,
  longestSendMs: sesSendMs,
});
const auditLog = createAuditLog({ mongo, newId: randomUUID, now });
const auditRuns = createAuditRuns(mongo);
const audit = {
  stock: inventory.audit,
  orders: orders.audit,
  runs: auditRuns,
  intervalMs: config.AUDIT_INTERVAL_SECONDS * 1_000,
  reservationLifeMs: config.RESERVATION_TTL_SECONDS * 1_000,
};

const processor = composeProcessor({
  inventory,
  orders: { ...orders, findJson: (orderIds) => orders.findJson(orderIds, config.CURRENCY) },
  buyers,
  mailer,
  ledger: createMailLedger(mongo),
  accountMails: {
    accounts: buyers,
    ledger: createAccountMailLedger(mongo),
    publicUrl: config.PUBLIC_URL ?? `http://127.0.0.1:${String(config.PORT)}`,
    wakeSender: () => accountMailSender?.wake(),
    concurrency: 2,
  },
  webhooks: createWebhookAdapters({ mongo, config, auditLog, wake: () => webhookSender.wake() }),
  queue,
  deadLetters: createDeadLetterQueue(sqs),
  operatorActions: createOperatorActions({ mongo, auditLog, log }),
  ...(audit.intervalMs > 0 && { audit }),
  pingDependencies: () => Promise.all([inventory.ping(), orders.ping(), mongo.ping()]),
  wakeMailSender: () => mailSender.wake(),
  settings: {
    maxHoldMs: config.SETTLE_PATIENCE_SECONDS * 1_000,
    mailsPerSecond: config.MAIL_RATE_PER_SECOND,
    mailLeaseMs: 60_000,
    longestSendMs: sesSendMs,
    // With the two places for mails about accounts, ten mails may repeat after a crash.
    mailConcurrency: 8,
    mailPageSize: 200,
  },
  metrics: processorMetrics,
  log,
  now,
  monotonicMs: () => performance.now(),
  wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined),
  isStopping: () => stopping.signal.aborted,
  newId: randomUUID,
  random: Math.random,
});
const toPart = (task: PeriodicTask) => createPeriodicTask({ ...task, log });
const mailSender = toPart(processor.mailSender);
const webhookSender = toPart(processor.webhookSender);
const mailRateRefresh = toPart(processor.mailRateRefresh);
const accountMailSender = processor.accountMails && toPart(processor.accountMails.sender);
const accountEvents = processor.accountMails && toPart(processor.accountMails.receiver);
// Not awaited: a mail that is refused for a missing identity verifies it too.
const verifySender = () =>
  void mailer.verifySender().catch((error: unknown) => log.warn({ error }, 'verifying the sender failed'));

collectProcessMetrics();
collectAuditMetrics(auditRuns.last);
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
  ports: { PROCESSOR_GRPC_PORT: config.PROCESSOR_GRPC_PORT, PROCESSOR_METRICS_PORT: config.PROCESSOR_METRICS_PORT },
  probes: createProbes({
    host: config.LISTEN_HOST,
    port: config.PROCESSOR_METRICS_PORT,
    checks: [
      { name: 'mongodb', required: true, check: mongo.ping },
      { name: 'sqs', required: true, check: queue.ping },
      { name: 'inventory', required: false, check: inventory.ping },
      { name: 'order', required: false, check: orders.ping },
      { name: 'auth', required: false, check: buyers.ping },
      { name: 'ses', required: false, check: mailer.ping },
    ],
  }),
  parts: [
    { name: 'mongodb', start: mongo.start, stop: mongo.stop },
    { name: 'inventory client', start: () => undefined, stop: inventory.stop },
    { name: 'order client', start: () => undefined, stop: orders.stop },
    { name: 'auth client', start: () => undefined, stop: buyers.stop },
    { name: 'mailer', start: verifySender, stop: mailer.stop },
    { ...mailRateRefresh, start: mailRateRefresh.wake },
    { ...mailSender, start: mailSender.wake },
    ...(accountMailSender ? [{ ...accountMailSender, start: accountMailSender.wake }] : []),
    ...(accountEvents ? [{ ...accountEvents, start: accountEvents.wake }] : []),
    { name: 'webhook attempts', start: () => undefined, stop: processor.stopSending },
    webhookSender,
    ...processor.workers.map(toPart),
    createQueueConsumer({ ...sqs, handle: processor.handleMessages, canReceive: processor.canReceive, log }),
    createGrpcServer({
      host: config.LISTEN_HOST,
      port: config.PROCESSOR_GRPC_PORT,
      serviceName: 'orderplacing.processor.v1.ProcessorService',
      definition: ProcessorService.service,
      callers: processorCallers,
      reflection: config.NODE_ENV !== 'production',
      log,
      tls,
      implementation: processor.handlers,
    }),
    { name: 'stop signal', start: () => undefined, drain: () => stopping.abort(), stop: () => undefined },
  ],
});
