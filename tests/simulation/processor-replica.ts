import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { createDeadLetterQueue, type TakenLetter } from '@orders/processor/dead-letters/dead-letter-queue';
import type { PlacedOrder } from '@orders/processor/mail/order';
import { createOrderPlacedHandler } from '@orders/processor/settle/order-placed-handler';
import { createDeadLetterDesk } from '@orders/processor/dead-letters/dead-letter-browser';
import { createMailPace } from '@orders/processor/mail/mail-pace';
import { createRedriveDeadLetters } from '@orders/processor/dead-letters/redrive-dead-letters';
import { createSettleThroughOutages } from '@orders/processor/settle/settle-through-outages';
import { DomainError } from '@orders/shared/errors';
import { createGroupCommit } from '@orders/shared/group-commit';
import { createOutcomeWriter } from '@orders/shared/queue-consumer-outcomes';
import type { ProcessorApi } from './apis';
import { createProcessorClients, type OrderClient } from './processor-clients';
import type { SimulatedProcess } from './simulated-process';
import type { RunOnLedger } from './ledger-database';
import { silentLog } from './order-replica';
import { queueUrl } from './queue';
import type { System } from './system';

const longestSendMs = 5_000;

/** One replica of the processor, built of the same parts as its main.ts. */
export function buildProcessor(system: System, process: SimulatedProcess): ProcessorApi {
  const { world, parts } = system;
  const { wait, monotonicMs } = process;
  const run: RunOnLedger = (what, work) => process.effect('ledger', what, () => work(system.mails, world.now()));
  const ledger = parts.createLedger(run);
  const { inventory, orders } = createProcessorClients(system, process);

  const mailSender = startMailSender(system, process, { ledger, orders });
  const throughOutages = createSettleThroughOutages({
    settle: parts.createSettlePlacedOrders({ inventory, ledger, orders }),
    isAway,
    ping: () => process.effect('inventory', 'ping', () => undefined),
    wait,
    isStopping: process.hasCrashed,
    now: monotonicMs,
    patienceMs: 20_000,
    onTrouble: () => undefined,
  });
  const settlements = createGroupCommit({
    commit: async (placed: PlacedOrder[]) => {
      const settled = await throughOutages.settle(placed);
      mailSender.wake();
      return settled;
    },
    maxBatch: 100,
    maxWaiting: 1_000,
    concurrency: 2,
    nextTurn: process.nextTurn,
  });
  const handle = createOrderPlacedHandler({
    settle: settlements.submit,
    countSettled: () => undefined,
    alarm: (kind) => world.reportViolation(`the processor raises the alarm ${kind}`),
    log: silentLog,
  });
  startConsumer(system, process, { handle, canReceive: throughOutages.canReceive });
  return operatorsHands(system, process, orders);
}

const isAway = (error: unknown) =>
  error instanceof DomainError && (error.kind === 'UNAVAILABLE' || error.kind === 'OVERLOADED');

function startMailSender(
  { world, parts, mailbox, sweepIntervalMs }: System,
  process: SimulatedProcess,
  { ledger, orders }: { ledger: ReturnType<System['parts']['createLedger']>; orders: OrderClient },
) {
  const { wait, monotonicMs, hasCrashed: isStopping } = process;
  const pace = createMailPace({ rate: () => 200, monotonicMs, wait });
  const sendMail = parts.createSendMail({
    ledger,
    mailer: mailbox.senderOf(process),
    pace,
    report: () => undefined,
    newId: () => world.newId('claim'),
    chance: world.random.number,
    monotonicMs,
    wait,
    isStopping,
    leaseMs: 60_000,
    longestSendMs,
  });
  const work = parts.createSendOwedMails({
    ledger,
    orders,
    buyers: {
      find: (userIds) =>
        process.effect('auth', 'who the buyers are', () =>
          userIds.map((userId) => ({ userId, name: 'A buyer', email: `${userId}@example.com` })),
        ),
    },
    mailerAnswers: () => Promise.resolve(),
    sendMail,
    onEnd: () => undefined,
    isStopping,
    concurrency: 10,
    pageSize: 3,
  });
  return process.runPeriodically({ intervalMs: () => sweepIntervalMs(1_000), work });
}

function startConsumer(
  { world, parts, queue, sweepIntervalMs }: System,
  process: SimulatedProcess,
  { handle, canReceive }: { handle: ReturnType<typeof createOrderPlacedHandler>; canReceive: () => Promise<boolean> },
): void {
  const client = queue.clientOf(process);
  const cut = new AbortController().signal;
  const random = world.random.number;
  const outcomeWriter = createOutcomeWriter({ client, queueUrl, isLocalStack: false, cut, log: silentLog, random });
  const visibilityTimeoutSeconds = 30;
  const workOn = parts.createBatchWork({
    handle,
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

function operatorsHands({ parts, queue }: System, process: SimulatedProcess, orders: OrderClient) {
  const deadLetters = createDeadLetterQueue({ client: queue.clientOf(process), queueUrl, isLocalStack: false });
  const desk = createDeadLetterDesk({ deadLetters, monotonicMs: process.monotonicMs });
  const note = () => Promise.resolve(() => Promise.resolve());
  return {
    redrive: createRedriveDeadLetters<TakenLetter>({ deadLetters, desk, note, wait: process.wait }),
    discard: parts.createDiscardDeadLetter<TakenLetter>({ deadLetters, desk, orders, note }),
  };
}
