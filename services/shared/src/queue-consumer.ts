import { ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { setTimeout } from 'node:timers/promises';
import { createBackoff } from './backoff';
import type { Log } from './log';
import { createBatchWork, createOutcomeWriter, type MessageOutcome, type QueueMessage } from './queue-messages';
import { ensureQueue, isQueueGone, maxReceiveCount } from './sqs';

export interface QueueConsumerOptions {
  client: SQSClient;
  queueUrl: string;
  /** Whether a queue that is gone is made again: LocalStack forgets it over a restart. */
  isLocalStack: boolean;
  /** Works on up to ten messages and answers each at its place; a rejection is a retry of all of them. */
  handle: (messages: QueueMessage[]) => Promise<MessageOutcome[]>;
  /** Asked before each poll. While it answers no, nothing is received, so an outage uses up no receive counts. */
  canReceive?: () => Promise<boolean>;
  /** Receivers that always poll. */
  minReceivers?: number;
  /** Receivers at most while polls come back full; each has one poll or batch in hand. */
  maxReceivers?: number;
  /** At most 5: a poll is waited for when stopping. */
  waitTimeSeconds?: number;
  /** Messages in hand are hidden this long, and again while they are worked on. */
  visibilityTimeoutSeconds?: number;
  log: Log;
  /** Waits between polls; rejects when the signal aborts. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

// What SQS gives at most.
const mostMessages = 10;
const defaultVisibilitySeconds = 30;
const betweenQuestionsMs = 500;
const cutAfterMs = 7_000;

/** 100 to 200 ms after the first failed receive, at most 5 s. */
export const receiveBackoff = { firstMs: 200, longestMs: 5_000, jitter: 0.5 };
const receiveDelayMs = createBackoff({ ...receiveBackoff, random: Math.random });

/**
 * Receives messages from SQS, ten at a time on several receivers, and deletes them only once they are done. A receiver waits
 * only for its own batch. After a full poll it starts one more receiver, up to `maxReceivers`, which stops after a poll that
 * is not full: batches in hand share the handler's calls, so a backlog is worked off nearly twice as fast, and an outage
 * finds few messages in hand. `drain` starts no more polls; `stop` also waits for the last polls and batches.
 */
export function createQueueConsumer(options: QueueConsumerOptions) {
  const { client, queueUrl, isLocalStack, handle, log, canReceive = () => Promise.resolve(true) } = options;
  const { wait = waitFor, minReceivers = 2, maxReceivers = 24 } = options;
  const { visibilityTimeoutSeconds = defaultVisibilitySeconds } = options;
  const draining = new AbortController();
  const cut = new AbortController();
  const outcomeWriter = createOutcomeWriter({ client, queueUrl, isLocalStack, cut: cut.signal, log });
  const workOn = createBatchWork({ handle, outcomeWriter, visibilityTimeoutSeconds, log });
  const running = new Set<Promise<void>>();

  const pause = (milliseconds: number) => wait(milliseconds, draining.signal).catch(() => undefined);

  async function receiveUntilDrained(): Promise<void> {
    let failures = 0;
    while (!draining.signal.aborted) {
      try {
        if (await canReceive()) await receiveOnce();
        else await pause(betweenQuestionsMs);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1) log.warn({ error }, 'receive failed; will retry');
        if (isLocalStack && isQueueGone(error)) await makeQueue();
        await pause(receiveDelayMs(failures));
      }
    }
  }

  const drainBacklog = async (): Promise<void> => {
    try {
      while (!draining.signal.aborted && (await canReceive()) && (await receiveOnce()));
    } catch (error) {
      log.warn({ error }, 'receive failed; the permanent receivers go on');
    }
  };

  /** Says whether the poll came back full: then there is likely more. */
  async function receiveOnce(): Promise<boolean> {
    const messages = await receive(options, cut.signal);
    await workOn(messages);
    const isFull = messages.length === mostMessages;
    if (isFull && running.size < maxReceivers) keep(drainBacklog());
    return isFull;
  }

  function keep(receiver: Promise<void>): void {
    const kept = receiver.finally(() => running.delete(kept));
    running.add(kept);
  }

  const makeQueue = () =>
    ensureQueue(client, queueUrl, maxReceiveCount).catch((error: unknown) => log.warn({ error }, 'queue not made'));

  return {
    name: 'queue consumer',
    start: (): void => {
      const made = isLocalStack ? makeQueue() : Promise.resolve();
      for (let count = 0; count < minReceivers; count += 1) keep(made.then(receiveUntilDrained));
    },
    drain: () => draining.abort(),
    stop: async (): Promise<void> => {
      draining.abort();
      // A queue that hangs must not keep the process; a sound one has answered long before.
      const cutting = globalThis.setTimeout(() => cut.abort(), cutAfterMs);
      await Promise.all(running);
      clearTimeout(cutting);
    },
  };
}

const waitFor = (milliseconds: number, signal: AbortSignal) => setTimeout(milliseconds, undefined, { signal });

async function receive(options: QueueConsumerOptions, abortSignal: AbortSignal) {
  const { client, queueUrl, waitTimeSeconds = 3, visibilityTimeoutSeconds = defaultVisibilitySeconds } = options;
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: mostMessages,
    WaitTimeSeconds: waitTimeSeconds,
    VisibilityTimeout: visibilityTimeoutSeconds,
    MessageAttributeNames: ['All'],
    MessageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
  });
  return (await client.send(command, { abortSignal })).Messages ?? [];
}
