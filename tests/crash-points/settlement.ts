import { randomUUID } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Order, OrderStatus } from '@orders/processor/mail/order';
import { createOrderPlacedHandler } from '@orders/processor/settle/order-placed-handler';
import { createMailLedger } from '@orders/processor/mail/mail-ledger';
import { createSendMail } from '@orders/processor/mail/send-mail';
import { createSendOwedMails } from '@orders/processor/mail/send-pending-mails';
import { createSettlePlacedOrders } from '@orders/processor/settle/settle-placed-orders';
import { createSettleThroughOutages } from '@orders/processor/settle/settle-through-outages';
import { DomainError } from '@orders/shared/errors';
import { createGroupCommit } from '@orders/shared/group-commit';
import { explain } from '@orders/shared/grpc-unary';
import type { Mongo } from '@orders/shared/mongo';
import { createQueueConsumer } from '@orders/shared/queue-consumer';
import { silentLog } from '../support/test-database';
import type { Stock } from './stock';

interface SettlementNeeds {
  mongo: Mongo;
  sqs: SQSClient;
  queueUrl: string;
  inventory: Pick<Stock, 'commit'>;
  orders: {
    settle: (orderIds: string[]) => Promise<(OrderStatus | undefined)[]>;
    find: (orderIds: string[]) => Promise<Order[]>;
  };
  sendMail: (userId: string, subject: string) => Promise<void>;
  wait: (milliseconds: number) => Promise<unknown>;
}

// Short, so that what a dead process had claimed is soon due again.
const leaseMs = 1_500;
const longestSendMs = 300;

/** The processor: takes messages, settles their orders, and sends what mails are owed. */
export function createSettlement({ mongo, sqs, queueUrl, inventory, orders, sendMail, wait }: SettlementNeeds) {
  const ledger = createMailLedger(mongo);
  const { settle } = createSettleThroughOutages({
    settle: createSettlePlacedOrders({ inventory, ledger, orders }),
    isAway: (error) => explain(error) instanceof DomainError,
    ping: () => Promise.resolve(),
    wait,
    isStopping: () => false,
    now: () => performance.now(),
    patienceMs: 5_000,
    onTrouble: () => undefined,
  });
  const settlements = createGroupCommit({ commit: settle, maxBatch: 100, maxWaiting: 1_000, concurrency: 2 });

  return {
    consumer: createQueueConsumer({
      client: sqs,
      queueUrl,
      isLocalStack: false,
      minReceivers: 1,
      maxReceivers: 1,
      waitTimeSeconds: 0,
      visibilityTimeoutSeconds: 1,
      handle: createOrderPlacedHandler({
        settle: settlements.submit,
        countSettled: () => undefined,
        alarm: () => undefined,
        log: silentLog,
      }),
      log: silentLog,
    }),
    sendMails: createSendOwedMails({
      ledger,
      orders,
      buyers: { find: (userIds) => Promise.resolve(userIds.map(toBuyer)) },
      mailerAnswers: () => Promise.resolve(),
      sendMail: createSendMail({
        ledger,
        mailer: {
          send: (to, { subject }) =>
            sendMail(to, subject).then(
              () => ({ outcome: 'sent' }),
              (error: unknown) => ({ outcome: 'later', reason: String(error), because: 'away' }),
            ),
        },
        pace: { take: () => Promise.resolve(), giveBack: () => undefined, rest: () => undefined },
        report: () => undefined,
        newId: randomUUID,
        chance: () => 0,
        monotonicMs: () => performance.now(),
        wait,
        isStopping: () => false,
        leaseMs,
        longestSendMs,
      }),
      onEnd: () => undefined,
      isStopping: () => false,
      concurrency: 1,
      pageSize: 200,
    }),
  };
}

// Each order of these tests has a buyer of its own, so an address names an order.
const toBuyer = (userId: string) => ({ userId, name: 'Ada Buyer', email: userId });
