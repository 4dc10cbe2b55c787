import type { ProcessorServiceHandlers } from '@orders/proto/processor/v1/ProcessorService';
import { DomainError, unavailable } from '@orders/shared/errors';
import type { createUnary } from '@orders/shared/grpc-unary';
import { isMongoAway } from '@orders/shared/mongo-errors';
import { parse } from '@orders/shared/parse';
import { toTimestamp } from '@orders/shared/timestamp';
import type { DeadLetter } from '../dead-letters/dead-letter';
import type { LedgerEntry } from '../mail/ledger-entry';
import type { NotedAct } from '../dead-letters/operator-act';
import type { DiscardDeadLetter, Discarded } from '../dead-letters/discard-dead-letter';
import type { ListDeadLetters } from '../dead-letters/list-dead-letters';
import type { RedriveDeadLetters } from '../dead-letters/redrive-dead-letters';
import { toActMessage, toDeadLetterMessage, toMailMessage } from './processor-message';
import { requests } from './requests';

export interface ProcessorHandlerNeeds {
  unary: ReturnType<typeof createUnary>;
  queue: {
    depth: () => Promise<{ visible: number; inFlight: number; delayed: number; deadLetters: number }>;
  };
  ledger: {
    countOwed: () => Promise<number>;
    oldestOwedAt: () => Promise<Date | undefined>;
    find: (orderId: string) => Promise<LedgerEntry | undefined>;
    findMany: (orderIds: string[]) => Promise<LedgerEntry[]>;
  };
  listDeadLetters: (page: ListDeadLetters) => Promise<{ deadLetters: DeadLetter[]; nextPageToken: string }>;
  redriveDeadLetters: (redrive: RedriveDeadLetters) => Promise<number>;
  discardDeadLetter: (discard: DiscardDeadLetter) => Promise<Discarded>;
  newestActs: (limit: number) => Promise<NotedAct[]>;
}

/** Answers operators' questions, and works off dead letters for them. */
export const createProcessorHandlers = ({
  unary,
  queue,
  ledger,
  ...needs
}: ProcessorHandlerNeeds): ProcessorServiceHandlers => ({
  GetQueue: unary(async () => {
    const [depth, mailsOwed, oldest] = await Promise.all([
      withQueue(queue.depth),
      ledger.countOwed(),
      ledger.oldestOwedAt(),
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
  ListOperatorActs: unary(async (request) => ({
    acts: (await needs.newestActs(parse(requests.listActs, request).limit)).map(toActMessage),
  })),
});

// The queue is the one thing here whose errors are not known elsewhere.
async function withQueue<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError || isMongoAway(error)) throw error;
    throw unavailable('the queue does not answer', error);
  }
}
