import { randomUUID } from 'node:crypto';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  SendMessageCommand,
  type Message,
  type MessageAttributeValue,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { createBackoff } from './backoff';
import type { Log } from './log';
import { observeMessageProcessing, observeMessageWait } from './metrics';
import { continueTrace, withRequestContext, type RequestContext } from './request-context';
import { SpanKind, withSpan } from './span';
import { deadLetterQueueUrlOf, remakingQueue } from './sqs';

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
  /** Repeats work until the returned function is called; setInterval where it is not given. */
  every?: (milliseconds: number, work: () => void) => () => void;
}

/** Handles received messages, keeps them hidden meanwhile, and writes the outcome of each to the queue. */
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
      withRequestContext(message.context, () => logUnfinished(needs.log, message, outcome));
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
      requestId: requestId !== undefined && validId.test(requestId) ? requestId : id,
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

// The id is sent in headers, which allow nothing else.
const validId = /^[\x21-\x7e]{1,128}$/;

async function keepHidden<T>(
  { outcomeWriter, visibilityTimeoutSeconds, log, every = interval }: BatchNeeds,
  received: Message[],
  work: () => Promise<T>,
): Promise<T> {
  const stopHeartbeat = every((visibilityTimeoutSeconds * 1_000) / 3, () => {
    outcomeWriter
      .hide(received, () => visibilityTimeoutSeconds)
      .catch((error: unknown) => log.warn({ error }, 'received messages could not be kept hidden'));
  });
  try {
    return await work();
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

function logUnfinished(log: Log, { id, receiveCount }: QueueMessage, outcome: MessageOutcome): void {
  if (outcome.kind === 'retry') log.warn({ messageId: id, receiveCount }, 'message failed; it will be received again');
  if (outcome.kind === 'reject') log.error({ messageId: id, receiveCount, reason: outcome.reason }, 'message rejected');
}

/** The outcome of a message: delete it, receive it again later, or move it to the dead-letter queue with a reason. */
export type MessageOutcome = { kind: 'done' } | { kind: 'retry' } | { kind: 'reject'; reason: string };

export interface OutcomeNeeds {
  client: SQSClient;
  queueUrl: string;
  /** Whether missing queues are created. */
  isLocalStack: boolean;
  /** Aborts requests that are still running when the process has to end. */
  cut: AbortSignal;
  log: Log;
  /** 0 to 1, for how long a message waits for its next attempt; Math.random where it is not given. */
  random?: () => number;
}

// What SQS allows on one message.
const maxAttributes = 10;

/** 1 to 2 s after the first failure, then three times as long each time, at most 15 minutes. */
export const retryBackoff = { firstMs: 2_000, longestMs: 900_000, factor: 3, jitter: 0.5 };

/** How often the message was received. */
export const receiveCountOf = ({ Attributes }: Message) => Number(Attributes?.ApproximateReceiveCount ?? 1);

/** Writes the outcomes of received messages to SQS; at most ten at a time. */
export function createOutcomeWriter(needs: OutcomeNeeds) {
  const { client, queueUrl, cut, log, random = Math.random } = needs;
  const retryDelayMs = createBackoff({ ...retryBackoff, random });
  const options = { abortSignal: cut };

  /** Says whether the message may be deleted from its queue now. */
  async function isDeletable(message: Message, outcome: MessageOutcome): Promise<boolean> {
    if (outcome.kind !== 'reject') return outcome.kind === 'done';
    try {
      await moveToDeadLetters(needs, message, outcome.reason);
      return true;
    } catch (error) {
      log.warn({ error, messageId: message.MessageId }, 'message not moved to the dead-letter queue yet');
      return false;
    }
  }

  async function remove(messages: Message[]): Promise<void> {
    if (messages.length === 0) return;
    const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    const { Failed = [] } = await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }), options);
    if (Failed.length > 0) log.warn({ failed: Failed }, 'messages not deleted; they will be received again');
  }

  /** Hides each message for its number of seconds from now. */
  async function hide(messages: Message[], secondsOf: (message: Message) => number): Promise<void> {
    if (messages.length === 0) return;
    const Entries = messages.map((message, index) => ({
      Id: String(index),
      ReceiptHandle: message.ReceiptHandle,
      VisibilityTimeout: secondsOf(message),
    }));
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }), options);
  }

  return {
    hide,
    /** Deletes messages that are done or moved, and hides the rest until their retry. A failure is only logged: SQS delivers them again. */
    write: async (messages: Message[], outcomes: MessageOutcome[]): Promise<void> => {
      const deletable = await Promise.all(
        messages.map((message, index) => isDeletable(message, outcomes[index] ?? { kind: 'retry' })),
      );
      try {
        await remove(messages.filter((_, index) => deletable[index]));
        await hide(
          messages.filter((_, index) => !deletable[index]),
          (message) => Math.ceil(retryDelayMs(receiveCountOf(message)) / 1_000),
        );
      } catch (error) {
        log.warn({ error }, 'outcomes not written; the messages will be received again');
      }
    },
  };
}

export type OutcomeWriter = ReturnType<typeof createOutcomeWriter>;

async function moveToDeadLetters(needs: OutcomeNeeds, message: Message, reason: string): Promise<void> {
  const command = new SendMessageCommand({
    QueueUrl: deadLetterQueueUrlOf(needs.queueUrl),
    MessageBody: message.Body,
    MessageAttributes: attributesWith(message, reason),
  });
  await remakingQueue(needs, () => needs.client.send(command, { abortSignal: needs.cut }));
}

// A message with no room for another attribute is moved without the reason; it is in the log.
function attributesWith({ MessageAttributes = {} }: Message, reason: string): Record<string, MessageAttributeValue> {
  const own = Object.entries(MessageAttributes).map(([name, value]) => [name, withoutEmptyParts(value)] as const);
  const added = own.length < maxAttributes ? { reason: { DataType: 'String', StringValue: reason } } : {};
  return { ...Object.fromEntries(own), ...added };
}

function withoutEmptyParts({ DataType, StringValue, BinaryValue }: MessageAttributeValue): MessageAttributeValue {
  return { DataType, ...(StringValue !== undefined ? { StringValue } : { BinaryValue }) };
}
