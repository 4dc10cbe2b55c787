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
import type { Life } from './simulated-process';
import type { World } from './world';

interface Kept {
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

/** SQS as it may behave: at least once, in any order, and forgotten whole when it is lost. */
export function createQueue(world: World, mayForget: (orderId: string) => boolean) {
  const { scheduler, chance, trouble } = world;
  const queues: Record<string, Kept[]> = { [queueUrl]: [], [deadLetterUrl]: [] };
  const queueAt = (url: string | undefined) => queues[url ?? ''] ?? [];

  const add = (url: string | undefined, body: string | undefined, attributes: Kept['attributes'] = {}) => {
    const nowMs = scheduler.now();
    const delayMs = trouble.isOver() ? 0 : chance.between(0, chance.pick([0, 50, 3_000]));
    const id = world.newId('message');
    const kept = { id, body: body ?? '', attributes, receipt: id, received: 0, sentAtMs: nowMs };
    queueAt(url).push({ ...kept, visibleAtMs: nowMs + delayMs });
  };

  const discard = (url: string | undefined, kept: Kept) => {
    queues[url ?? ''] = queueAt(url).filter((other) => other !== kept);
  };
  const named = (url: string | undefined, receipt: string | undefined) =>
    queueAt(url).find((kept) => kept.receipt === receipt);
  const isVisible = ({ visibleAtMs }: Kept) => visibleAtMs <= scheduler.now();
  const isGivenUp = (url: string | undefined, { received }: Kept) => url === queueUrl && received >= maxReceiveCount;

  const handOut = (kept: Kept, visibilityTimeoutSeconds = 30) => {
    kept.received += 1;
    kept.receipt = world.newId('receipt');
    if (trouble.happens('a copy is delivered')) return;
    kept.visibleAtMs = scheduler.now() + visibilityTimeoutSeconds * 1_000;
  };

  const receive = ({ QueueUrl, MaxNumberOfMessages, VisibilityTimeout }: ReceiveMessageCommand['input']) => {
    const visible = queueAt(QueueUrl).filter(isVisible);
    for (const kept of visible.filter((found) => isGivenUp(QueueUrl, found))) {
      discard(QueueUrl, kept);
      add(deadLetterUrl, kept.body, kept.attributes);
    }
    const shuffled = visible
      .filter((kept) => !isGivenUp(QueueUrl, kept))
      .map((kept) => ({ kept, place: chance.number() }))
      .sort((left, right) => left.place - right.place);
    const taken = shuffled.slice(0, MaxNumberOfMessages).map(({ kept }) => kept);
    for (const kept of taken) handOut(kept, VisibilityTimeout);
    return { Messages: taken.map(toMessage) };
  };

  const remove = ({ QueueUrl, Entries = [] }: DeleteMessageBatchCommand['input']) => {
    for (const { ReceiptHandle } of Entries) {
      const kept = named(QueueUrl, ReceiptHandle);
      if (!kept) continue;
      discard(QueueUrl, kept);
      const orderId = orderIdIn(kept.body);
      if (QueueUrl !== queueUrl || mayForget(orderId)) continue;
      world.violated(`the message of ${orderId} is deleted before its work is done`);
    }
    return {};
  };

  const hide = ({ QueueUrl, Entries = [] }: ChangeMessageVisibilityBatchCommand['input']) => {
    for (const { ReceiptHandle, VisibilityTimeout = 0 } of Entries) {
      const kept = named(QueueUrl, ReceiptHandle);
      if (kept) kept.visibleAtMs = scheduler.now() + VisibilityTimeout * 1_000;
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
    /** What a process sends its commands to. */
    clientOf: (life: Life) =>
      ({
        send: (command: Command) => life.effect('queue', nameOf(command), () => work(command)),
      }) as unknown as SQSClient,
    /** Everything that was on it is gone. */
    lose: () => {
      trouble.count('the queue is lost');
      world.story.tell('queue', `is LOST, with ${String(queueAt(queueUrl).length)} messages`);
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

const toMessage = ({ id, body, attributes, receipt, received, sentAtMs }: Kept) => ({
  MessageId: id,
  Body: body,
  ReceiptHandle: receipt,
  MessageAttributes: attributes,
  Attributes: { ApproximateReceiveCount: String(received), SentTimestamp: String(Math.floor(sentAtMs)) },
});
