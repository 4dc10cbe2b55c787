import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type GetQueueAttributesCommand,
  type MessageAttributeValue,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { deadLetterQueueUrlOf, maxReceiveCount } from '@orders/shared/sqs';
import type { SimulatedProcess } from './simulated-process';
import type { World } from './world';

interface StoredMessage {
  id: string;
  body: string;
  attributes: Record<string, MessageAttributeValue>;
  visibleAtMs: number;
  receipt: string;
  received: number;
  sentAtMs: number;
}

export const queueUrl = 'orders';
const deadLetterUrl = deadLetterQueueUrlOf(queueUrl);

/** SQS as it may behave: it delivers at least once, in any order, and may lose everything. */
export function createQueue(world: World, canDelete: (orderId: string) => boolean) {
  const { scheduler, random, failures } = world;
  const queues: Record<string, StoredMessage[]> = { [queueUrl]: [], [deadLetterUrl]: [] };
  const queueAt = (url: string | undefined) => queues[url ?? ''] ?? [];

  const add = (url: string | undefined, body: string | undefined, attributes: StoredMessage['attributes'] = {}) => {
    const nowMs = scheduler.now();
    const delayMs = failures.hasStopped() ? 0 : random.between(0, random.pick([0, 50, 3_000]));
    const id = world.newId('message');
    const message = { id, body: body ?? '', attributes, receipt: id, received: 0, sentAtMs: nowMs };
    queueAt(url).push({ ...message, visibleAtMs: nowMs + delayMs });
  };

  const discard = (url: string | undefined, message: StoredMessage) => {
    queues[url ?? ''] = queueAt(url).filter((other) => other !== message);
  };
  const messageWith = (url: string | undefined, receipt: string | undefined) =>
    queueAt(url).find((message) => message.receipt === receipt);
  const isVisible = ({ visibleAtMs }: StoredMessage) => visibleAtMs <= scheduler.now();
  const isDeadLetter = (url: string | undefined, { received }: StoredMessage) =>
    url === queueUrl && received >= maxReceiveCount;

  const deliver = (message: StoredMessage, visibilityTimeoutSeconds = 30) => {
    message.received += 1;
    message.receipt = world.newId('receipt');
    if (failures.injects('a copy is delivered')) return;
    message.visibleAtMs = scheduler.now() + visibilityTimeoutSeconds * 1_000;
  };

  const receive = ({ QueueUrl, MaxNumberOfMessages, VisibilityTimeout }: ReceiveMessageCommand['input']) => {
    const visible = queueAt(QueueUrl).filter(isVisible);
    for (const message of visible.filter((found) => isDeadLetter(QueueUrl, found))) {
      discard(QueueUrl, message);
      add(deadLetterUrl, message.body, message.attributes);
    }
    const shuffled = visible
      .filter((message) => !isDeadLetter(QueueUrl, message))
      .map((message) => ({ message, place: random.number() }))
      .sort((left, right) => left.place - right.place);
    const taken = shuffled.slice(0, MaxNumberOfMessages).map(({ message }) => message);
    for (const message of taken) deliver(message, VisibilityTimeout);
    return { Messages: taken.map(toMessage) };
  };

  const remove = ({ QueueUrl, Entries = [] }: DeleteMessageBatchCommand['input']) => {
    for (const { ReceiptHandle } of Entries) {
      const message = messageWith(QueueUrl, ReceiptHandle);
      if (!message) continue;
      discard(QueueUrl, message);
      const orderId = orderIdIn(message.body);
      if (QueueUrl !== queueUrl || canDelete(orderId)) continue;
      world.reportViolation(`the message of ${orderId} is deleted before its work is done`);
    }
    return {};
  };

  const hide = ({ QueueUrl, Entries = [] }: ChangeMessageVisibilityBatchCommand['input']) => {
    for (const { ReceiptHandle, VisibilityTimeout = 0 } of Entries) {
      const message = messageWith(QueueUrl, ReceiptHandle);
      if (message) message.visibleAtMs = scheduler.now() + VisibilityTimeout * 1_000;
    }
    return {};
  };

  const send = ({ QueueUrl, Entries = [] }: SendMessageBatchCommand['input']) => {
    for (const { MessageBody, MessageAttributes } of Entries) add(QueueUrl, MessageBody, MessageAttributes);
    return { Successful: Entries.map(({ Id }) => ({ Id })) };
  };

  const count = (url: string | undefined) => {
    const visible = queueAt(url).filter(isVisible).length;
    const counts = [visible, queueAt(url).length - visible].map(String);
    return { Attributes: { ApproximateNumberOfMessages: counts[0], ApproximateNumberOfMessagesNotVisible: counts[1] } };
  };

  const work = (command: Command): object => {
    if (command instanceof SendMessageBatchCommand) return send(command.input);
    if (command instanceof SendMessageCommand)
      return send({ ...command.input, Entries: [{ Id: '0', ...command.input }] });
    if (command instanceof ReceiveMessageCommand) return receive(command.input);
    if (command instanceof DeleteMessageBatchCommand) return remove(command.input);
    if (command instanceof ChangeMessageVisibilityBatchCommand) return hide(command.input);
    return count(command.input.QueueUrl);
  };

  return {
    /** The SQS client of one process. */
    clientOf: (process: SimulatedProcess) =>
      ({
        send: (command: Command) => process.effect('queue', nameOf(command), () => work(command)),
      }) as unknown as SQSClient,
    /** Deletes all messages. */
    loseAll: () => {
      failures.count('the queue is lost');
      world.timeline.record('queue', `is LOST, with ${String(queueAt(queueUrl).length)} messages`);
      queues[queueUrl] = [];
    },
    length: () => queueAt(queueUrl).length,
    deadLetters: () => queueAt(deadLetterUrl).map(({ id }) => id),
  };
}

export type Queue = ReturnType<typeof createQueue>;

type Command =
  | SendMessageBatchCommand
  | SendMessageCommand
  | ReceiveMessageCommand
  | DeleteMessageBatchCommand
  | ChangeMessageVisibilityBatchCommand
  | GetQueueAttributesCommand;

function nameOf(command: Command): string {
  const name = command.constructor.name.replace('Command', '');
  if (command instanceof SendMessageBatchCommand) {
    const bodies = (command.input.Entries ?? []).map(({ MessageBody }) => orderIdIn(MessageBody));
    return `${name} of ${bodies.join(', ')}`;
  }
  return command instanceof SendMessageCommand ? `${name} of ${orderIdIn(command.input.MessageBody)}` : name;
}

const orderIdIn = (body = '') => /"orderId":"([^"]+)"/.exec(body)?.[1] ?? 'something';

const toMessage = ({ id, body, attributes, receipt, received, sentAtMs }: StoredMessage) => ({
  MessageId: id,
  Body: body,
  ReceiptHandle: receipt,
  MessageAttributes: attributes,
  Attributes: { ApproximateReceiveCount: String(received), SentTimestamp: String(Math.floor(sentAtMs)) },
});
