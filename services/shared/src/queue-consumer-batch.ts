import type { Message } from '@aws-sdk/client-sqs';
import { randomUUID } from 'node:crypto';
import type { Log } from './log';
import { observeMessageProcessing, observeMessageWait } from './metrics';
import { receiveCountOf, type MessageOutcome, type OutcomeWriter } from './queue-consumer-outcomes';
import { continueTrace, withRequestContext, type RequestContext } from './request-context';
import { SpanKind, withSpan } from './span';

/** A message as its handler sees it. */
export interface QueueMessage {
  id: string;
  body: string;
  /** How often it was received, this time included. */
  receiveCount: number;
  /** The ids of the request that caused it, from its attributes `traceparent` and `requestId`. */
  context: RequestContext;
  /** The span that sent it, where it names one. */
  sentBy: string | undefined;
}

export interface BatchNeeds {
  handle: (messages: QueueMessage[]) => Promise<MessageOutcome[]>;
  outcomeWriter: OutcomeWriter;
  visibilityTimeoutSeconds: number;
  log: Log;
  /** Runs work again and again until what it answers is called; an interval of the event loop where it is not given. */
  every?: (milliseconds: number, work: () => void) => () => void;
}

/** Has received messages handled, keeps them hidden meanwhile, and tells the queue what became of each. */
export const createBatchWork =
  (needs: BatchNeeds) =>
  async (received: Message[]): Promise<void> => {
    if (received.length === 0) return;
    const startedAt = performance.now();
    const messages = received.map(toQueueMessage);
    received.forEach((message, index) => measureWait(message, messages[index]?.sentBy));
    const facts = {
      kind: SpanKind.CONSUMER,
      parent: { traceparent: undefined },
      links: messages.map(({ sentBy }) => sentBy),
      attributes: { 'messaging.system': 'aws_sqs', 'messaging.batch.message_count': messages.length },
    };
    const outcomes = await withSpan('receive', facts, async () => {
      const handled = await keepHidden(needs, received, () => outcomesOf(needs, messages));
      await needs.outcomeWriter.write(received, handled);
      return handled;
    });
    messages.forEach((message, index) => {
      const outcome = outcomes[index] ?? { kind: 'retry' };
      observeMessageProcessing({ outcome: outcome.kind }, (performance.now() - startedAt) / 1_000, message.sentBy);
      withRequestContext(message.context, () => logUndone(needs.log, message, outcome));
    });
  };

function toQueueMessage(message: Message): QueueMessage {
  const textOf = (name: string) => message.MessageAttributes?.[name]?.StringValue;
  const id = message.MessageId ?? randomUUID();
  const requestId = textOf('requestId');
  return {
    id,
    body: message.Body ?? '',
    receiveCount: receiveCountOf(message),
    context: {
      requestId: requestId !== undefined && saneId.test(requestId) ? requestId : id,
      traceparent: continueTrace(textOf('traceparent')),
      deadline: Infinity,
    },
    sentBy: textOf('traceparent'),
  };
}

function measureWait(message: Message, sentBy: string | undefined): void {
  const sentAt = Number(message.Attributes?.SentTimestamp);
  if (receiveCountOf(message) > 1 || !(sentAt > 0)) return;
  observeMessageWait({}, Math.max(0, Date.now() - sentAt) / 1_000, sentBy);
}

// It travels on in headers, which take nothing else.
const saneId = /^[\x21-\x7e]{1,128}$/;

async function keepHidden<T>(
  { outcomeWriter, visibilityTimeoutSeconds, log, every = interval }: BatchNeeds,
  received: Message[],
  inHand: () => Promise<T>,
): Promise<T> {
  const stopHeartbeat = every((visibilityTimeoutSeconds * 1_000) / 3, () => {
    outcomeWriter
      .hide(received, () => visibilityTimeoutSeconds)
      .catch((error: unknown) => log.warn({ error }, 'messages in hand not kept hidden'));
  });
  try {
    return await inHand();
  } finally {
    stopHeartbeat();
  }
}

function interval(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds);
  return () => clearInterval(timer);
}

async function outcomesOf({ handle, log }: BatchNeeds, messages: QueueMessage[]): Promise<MessageOutcome[]> {
  try {
    return await handle(messages);
  } catch (error) {
    log.error({ error }, 'messages could not be handled');
    return messages.map(() => ({ kind: 'retry' }));
  }
}

function logUndone(log: Log, { id, receiveCount }: QueueMessage, outcome: MessageOutcome): void {
  if (outcome.kind === 'retry') log.warn({ messageId: id, receiveCount }, 'message left for retry');
  if (outcome.kind === 'reject') log.error({ messageId: id, receiveCount, reason: outcome.reason }, 'message rejected');
}
