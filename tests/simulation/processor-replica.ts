import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { composeProcessor } from '@orders/processor/compose';
import { createDeadLetterQueue } from '@orders/processor/dead-letters/dead-letter-queue';
import type { WebhookAdapters } from '@orders/processor/webhooks/compose-webhooks';
import type { DeliveryLists } from '@orders/processor/webhooks/list-deliveries';
import { createOutcomeWriter } from '@orders/shared/queue-messages';
import type { ProcessorApi } from './apis';
import type { RunOnWebhooks } from './delivery-database';
import type { RunOnLedger } from './ledger-database';
import { silentLog } from './order-replica';
import { createProcessorClients } from './processor-clients';
import { queueUrl } from './queue';
import { longestPostMs } from './receivers';
import type { SimulatedProcess } from './simulated-process';
import type { System } from './system';
import { keys } from './webhooks';

/** One replica of the processor: the real one, on the simulator's ledger, queue, mail service and calls. */
export function buildProcessor(system: System, process: SimulatedProcess): ProcessorApi {
  const { world, parts, mailbox, queue, sweepIntervalMs } = system;
  const runOnLedger: RunOnLedger = (what, work) =>
    process.effect('ledger', what, () => work(system.mails, world.now()));

  const processor = composeProcessor(
    {
      ...createProcessorClients(system, process),
      mailer: { ...mailbox.senderOf(process), check: () => Promise.resolve(), readQuota: () => Promise.resolve(200) },
      ledger: parts.createLedger(runOnLedger),
      webhooks: createWebhookAdapters(system, process, () => webhookSender?.wake()),
      queue: { depth: () => Promise.reject(new Error('the simulator reads no queue depths')) },
      deadLetters: createDeadLetterQueue({ client: queue.clientOf(process), queueUrl, isLocalStack: false }),
      operatorActions: {
        record: () => Promise.resolve(() => Promise.resolve()),
        findResult: () => Promise.resolve(undefined),
        newest: () => Promise.resolve([]),
        list: () => Promise.resolve([]),
      },
      pingDependencies: () => process.effect('inventory', 'ping', () => undefined),
      wakeMailSender: () => mailSender.wake(),
      settings: {
        maxHoldMs: 20_000,
        mailsPerSecond: 200,
        mailLeaseMs: 60_000,
        longestSendMs: 5_000,
        mailConcurrency: 10,
        mailPageSize: 3,
      },
      metrics: {
        countMail: () => undefined,
        countSettled: () => undefined,
        countAlarm: (kind) => world.reportViolation(`the processor raises the alarm ${kind}`),
        setQueueDepth: () => undefined,
        setPendingMails: () => undefined,
        countDelivery: () => undefined,
        countDisabledWebhook: () => undefined,
        setPendingDeliveries: () => undefined,
      },
      log: silentLog,
      now: process.now,
      monotonicMs: process.monotonicMs,
      wait: process.wait,
      isStopping: process.hasCrashed,
      newId: () => world.newId('claim'),
      random: world.random.number,
      nextTurn: process.nextTurn,
    },
    parts,
  );
  const { intervalMs, run } = processor.mailSender;
  const mailSender = process.runPeriodically({ intervalMs: () => sweepIntervalMs(intervalMs), work: run });
  const webhookSender =
    system.webhooks &&
    process.runPeriodically({
      intervalMs: () => sweepIntervalMs(processor.webhookSender.intervalMs),
      work: processor.webhookSender.run,
    });
  startConsumer(system, process, processor);
  return {
    redrive: processor.redriveDeadLetters,
    discard: processor.discardDeadLetter,
    webhooks: processor.manageWebhooks,
    deliveries: processor.manageDeliveries,
  };
}

const noWebhooks = { store: { list: () => Promise.resolve([]) } } as unknown as WebhookAdapters;

function createWebhookAdapters(
  { world, parts, webhooks }: System,
  process: SimulatedProcess,
  wake: () => void,
): WebhookAdapters {
  if (!webhooks) return noWebhooks;
  const { tables, receivers, noticeDisabled } = webhooks;
  const run: RunOnWebhooks = (what, work) =>
    process.effect('ledger', what, () => {
      const answer = work(tables, world.now());
      noticeDisabled();
      return answer;
    });
  return {
    store: parts.createWebhooks(run),
    deliveries: parts.createDeliveries(run),
    lists: {} as DeliveryLists,
    keys,
    recordAct: () => Promise.resolve(() => Promise.resolve()),
    allowInsecure: false,
    post: receivers.postOf(process),
    leaseMs: 60_000,
    longestPostMs,
    limits: { total: 4, perReceiver: 2, page: 3 },
    wake,
  };
}

function startConsumer(
  { world, parts, queue, sweepIntervalMs }: System,
  process: SimulatedProcess,
  { handleMessages, canReceive }: Pick<ReturnType<typeof composeProcessor>, 'handleMessages' | 'canReceive'>,
): void {
  const client = queue.clientOf(process);
  const cut = new AbortController().signal;
  const random = world.random.number;
  const outcomeWriter = createOutcomeWriter({ client, queueUrl, isLocalStack: false, cut, log: silentLog, random });
  const visibilityTimeoutSeconds = 30;
  const workOn = parts.createBatchWork({
    handle: handleMessages,
    outcomeWriter,
    visibilityTimeoutSeconds,
    log: silentLog,
    every: process.every,
  });
  const receive = async () => {
    if (!(await canReceive())) return;
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: visibilityTimeoutSeconds,
    });
    const { Messages = [] } = await client.send(command);
    await workOn(Messages);
    if (Messages.length > 0) receiver.wake();
  };
  const receiver = process.runPeriodically({ intervalMs: () => sweepIntervalMs(500), work: receive });
}
