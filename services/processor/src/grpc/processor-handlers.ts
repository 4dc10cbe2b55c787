import type { ProcessorServiceHandlers } from '@orders/proto/processor/v1/ProcessorService';
import { DomainError, unavailable } from '@orders/shared/errors';
import type { createUnary } from '@orders/shared/grpc-unary';
import { isMongoUnavailable } from '@orders/shared/mongo';
import { createListAuditEntries } from '@orders/shared/audit-entries';
import { parse, text } from '@orders/shared/parse';
import { toTimestamp } from '@orders/shared/timestamp';
import { z } from 'zod';
import type { AccountMailLedger } from '../account-mails/account-mail-ledger';
import type { DeadLetter } from '../dead-letters/dead-letter-browser';
import type { DiscardDeadLetter, Discarded } from '../dead-letters/discard-dead-letter';
import type { FailOrder } from '../dead-letters/fail-order';
import type { ListDeadLetters } from '../dead-letters/list-dead-letters';
import type { OperatorActions } from '../dead-letters/operator-actions';
import type { RedriveDeadLetters } from '../dead-letters/redrive-dead-letters';
import type { MailLedger } from '../mail/mail-ledger';
import type { QueueDepth } from '../metrics';
import { toAccountMailMessage, toActMessage, toDeadLetterMessage, toMailMessage } from './processor-message';

const operator = z.string().trim().min(1, 'is required').max(100);
const messageId = z.string().min(1).max(100);
const reason = z.string().trim().pipe(text(1, 200));
const operationId = z.guid().or(z.literal(''));

const maxAccountMails = 100;

const requests = {
  getMail: z.object({ orderId: z.guid().toLowerCase() }),
  listAccountMails: z.object({ userId: z.string().regex(/^[0-9a-f]{24}$/, 'must be 24 hex digits') }),
  getMails: z.object({ orderIds: z.array(z.string().max(64)).max(1_000) }),
  listDeadLetters: z.object({ pageSize: z.number().int().min(1).max(100), pageToken: z.string().max(200) }),
  redrive: z.object({
    operator,
    operationId,
    limit: z.number().int().min(1).max(100),
    perSecond: z.number().int().min(1).max(1_000),
    messageId: messageId.or(z.literal('')),
  }),
  listActions: z.object({ limit: z.number().int().min(1).max(1_000) }),
  discard: z.object({ operator, operationId, messageId, reason }),
  fail: z.object({ operator, operationId, orderId: z.guid().toLowerCase(), reason }),
};

export interface ProcessorHandlerNeeds {
  unary: ReturnType<typeof createUnary>;
  queue: { depth: () => Promise<QueueDepth> };
  ledger: Pick<MailLedger, 'countPending' | 'oldestPendingAt' | 'find' | 'findMany'>;
  accountMails: Pick<AccountMailLedger, 'ofUser'> | undefined;
  listDeadLetters: (page: ListDeadLetters) => Promise<{ deadLetters: DeadLetter[]; nextPageToken: string }>;
  redriveDeadLetters: (redrive: RedriveDeadLetters) => Promise<number>;
  discardDeadLetter: (discard: DiscardDeadLetter) => Promise<Discarded>;
  failOrder: (fail: FailOrder) => Promise<void>;
  operatorActions: Pick<OperatorActions, 'list' | 'newest'>;
}

type OperatorHandlers = Pick<
  ProcessorServiceHandlers,
  | 'GetQueue'
  | 'GetMail'
  | 'GetMails'
  | 'ListAccountMails'
  | 'ListDeadLetters'
  | 'RedriveDeadLetters'
  | 'DiscardDeadLetter'
  | 'FailOrder'
  | 'ListOperatorActs'
  | 'ListAuditEntries'
>;

/** Serves operators: the queue, the mails, the dead letters and the audit log. */
export const createProcessorHandlers = ({
  unary,
  queue,
  ledger,
  accountMails,
  ...needs
}: ProcessorHandlerNeeds): OperatorHandlers => ({
  GetQueue: unary(async () => {
    const [depth, mailsOwed, oldest] = await Promise.all([
      withQueue(queue.depth),
      ledger.countPending(),
      ledger.oldestPendingAt(),
    ]);
    return { ...depth, mailsOwed, ...(oldest && { oldestMailOwedAt: toTimestamp(oldest) }) };
  }),
  GetMail: unary(async (request) => {
    const entry = await ledger.find(parse(requests.getMail, request).orderId);
    return entry ? { mail: toMailMessage(entry) } : {};
  }),
  GetMails: unary(async (request) => ({
    mails: (await ledger.findMany(parse(requests.getMails, request).orderIds)).map(toMailMessage),
  })),
  ListAccountMails: unary(async (request) => {
    const { userId } = parse(requests.listAccountMails, request);
    return { mails: ((await accountMails?.ofUser(userId, maxAccountMails)) ?? []).map(toAccountMailMessage) };
  }),
  ListDeadLetters: unary(async (request) => {
    const page = parse(requests.listDeadLetters, request);
    const { deadLetters, nextPageToken } = await withQueue(() => needs.listDeadLetters(page));
    return { deadLetters: deadLetters.map(toDeadLetterMessage), nextPageToken };
  }),
  RedriveDeadLetters: unary(async (request) => {
    const redrive = parse(requests.redrive, request);
    return { redriven: await withQueue(() => needs.redriveDeadLetters(redrive)) };
  }),
  DiscardDeadLetter: unary(async (request) => {
    const discard = parse(requests.discard, request);
    const { orderId = '', status = '' } = await withQueue(() => needs.discardDeadLetter(discard));
    return { orderId, orderStatus: status };
  }),
  FailOrder: unary(async (request) => {
    await needs.failOrder(parse(requests.fail, request));
    return {};
  }),
  ListAuditEntries: unary(createListAuditEntries(needs.operatorActions)),
  ListOperatorActs: unary(async (request) => ({
    acts: (await needs.operatorActions.newest(parse(requests.listActions, request).limit)).map(toActMessage),
  })),
});

// SQS is the only dependency here whose errors shared code does not map.
async function withQueue<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError || isMongoUnavailable(error)) throw error;
    throw unavailable('the queue is unavailable', error);
  }
}
