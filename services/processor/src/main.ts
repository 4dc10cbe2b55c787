import '@orders/shared/start-telemetry';
import { setTimeout } from 'node:timers/promises';
import { ProcessorService } from '@orders/proto';
import { DomainError } from '@orders/shared/errors';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createUnary, explain } from '@orders/shared/grpc-unary';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { createQueueConsumer } from '@orders/shared/queue-consumer';
import { createPeriodicTask } from '@orders/shared/periodic-task';
import { run } from '@orders/shared/run';
import { createSqsClient } from '@orders/shared/sqs';
import { sesSendMs } from '@orders/shared/time-limits';
import { createAuditor } from './audit/auditor';
import { createAuthClient } from './clients/auth-client';
import { createDeadLetterQueue } from './dead-letters/dead-letter-queue';
import { createInventoryClient } from './clients/inventory-client';
import { createMailRate } from './mail/mail-rate';
import { createOrderClient } from './clients/order-client';
import { createPlacedOrderQueue } from './settle/placed-order-queue';
import { createSesMailer } from './mail/ses-mailer';
import { readProcessorConfig } from './config';
import type { PlacedOrder } from './mail/order';
import { createFigures } from './settle/queue-sampler';
import { createProcessorHandlers } from './grpc/processor-handlers';
import { createMailSender } from './mail/mail-sender';
import { alarms, ordersSettled } from './metrics';
import { createOrderPlacedHandler } from './settle/order-placed-handler';
import { createMailLedger } from './mail/mail-ledger';
import { createOperatorActs } from './dead-letters/operator-actions';
import { createLedgerReader } from './mail/read-ledger';
import { createDeadLetterDesk } from './dead-letters/dead-letter-browser';
import { createDiscardDeadLetter } from './dead-letters/discard-dead-letter';
import { createListDeadLetters } from './dead-letters/list-dead-letters';
import { createRedriveDeadLetters } from './dead-letters/redrive-dead-letters';
import { createSettlePlacedOrders } from './settle/settle-placed-orders';
import { createSettleThroughOutages } from './settle/settle-through-outages';

const config = readProcessorConfig();
const log = createLog({ service: 'processor', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });
const stopping = new AbortController();
const isStopping = () => stopping.signal.aborted;
const wait = (milliseconds: number) =>
  setTimeout(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
const isAway = (error: unknown) => {
  const explained = explain(error);
  return explained instanceof DomainError && (explained.kind === 'UNAVAILABLE' || explained.kind === 'OVERLOADED');
};

const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}processor`, log });
const aws = { region: config.AWS_REGION, endpoint: config.AWS_ENDPOINT_URL };
const queueHome = {
  client: createSqsClient(aws),
  queueUrl: config.AWS_SQS_QUEUE_URL,
  isLocalStack: config.AWS_ENDPOINT_URL !== undefined,
};
const queue = createPlacedOrderQueue(queueHome);
const inventory = createInventoryClient(config.INVENTORY_GRPC_ADDRESSES, tls);
const orders = createOrderClient(config.ORDER_GRPC_ADDRESSES, tls);
const buyers = createAuthClient(config.AUTH_GRPC_ADDRESSES, tls);
const mailer = createSesMailer({ ...aws, sender: config.AWS_SES_SENDER_EMAIL, longestSendMs: sesSendMs });
const mailRate = createMailRate({ fixed: config.MAIL_RATE_PER_SECOND, readRate: mailer.readRate, log });
const ledger = createMailLedger(mongo);
const mailSender = createMailSender({
  ledger,
  orders,
  buyers,
  mailer,
  rate: mailRate.current,
  longestSendMs: sesSendMs,
  wait,
  isStopping,
  log,
});
const mailRateRefresh = createPeriodicTask({ name: 'mail rate', intervalMs: 30_000, run: mailRate.refresh, log });
// Not waited for: a mail that meets no identity makes it too.
const verifySender = () =>
  void mailer.verifySender().catch((error: unknown) => log.warn({ error }, 'sender not verified yet'));

const settleThroughOutages = createSettleThroughOutages({
  settle: createSettlePlacedOrders({ inventory, ledger, orders }),
  isAway,
  ping: () => Promise.all([inventory.ping(), orders.ping(), mongo.ping()]),
  wait,
  isStopping,
  now: () => performance.now(),
  patienceMs: config.SETTLE_PATIENCE_SECONDS * 1_000,
  onTrouble: (trouble) => log.warn(trouble, 'orders not settled yet'),
});
const settlements = createGroupCommit({
  name: 'settle',
  commit: async (placed: PlacedOrder[]) => {
    const settled = await settleThroughOutages.settle(placed);
    mailSender.wake();
    return settled;
  },
  maxBatch: 100,
  maxWaiting: 1_000,
  concurrency: 2,
});
const consumer = createQueueConsumer({
  ...queueHome,
  handle: createOrderPlacedHandler({
    settle: settlements.submit,
    countSettled: (status) => ordersSettled.inc({ status }),
    alarm: (kind) => alarms.inc({ kind }),
    log,
  }),
  canReceive: settleThroughOutages.canReceive,
  log,
});

const ledgerReader = createLedgerReader(mongo);
const auditors = createAuditor({
  stock: inventory.audit,
  orders: orders.audit,
  mails: ledgerReader,
  wait,
  isStopping,
  mongo,
  log,
  intervalSeconds: config.AUDIT_INTERVAL_SECONDS,
  reservationTtlSeconds: config.RESERVATION_TTL_SECONDS,
});

const deadLetters = createDeadLetterQueue(queueHome);
const desk = createDeadLetterDesk({ deadLetters, monotonicMs: () => performance.now() });
const { note, newest } = createOperatorActs({ mongo, log, now: () => new Date() });

const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.PROCESSOR_GRPC_PORT,
  serviceName: 'orderplacing.processor.v1.ProcessorService',
  definition: ProcessorService.service,
  tls,
  implementation: createProcessorHandlers({
    unary: createUnary(log),
    queue,
    ledger: { ...ledger, ...ledgerReader },
    listDeadLetters: createListDeadLetters({ desk }),
    redriveDeadLetters: createRedriveDeadLetters({ deadLetters, desk, note, wait }),
    discardDeadLetter: createDiscardDeadLetter({ deadLetters, desk, orders, note }),
    newestActs: newest,
  }),
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
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
    ...auditors,
    ...createFigures({ queue, ...ledger, ...ledgerReader, now: () => new Date(), log }),
    consumer,
    server,
    { name: 'stop signal', start: () => undefined, drain: () => stopping.abort(), stop: () => undefined },
  ],
});
