import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
} from '@aws-sdk/client-sqs';
import { deadLetterQueueUrlOf, maxReceiveCount, remakingQueue } from '@orders/shared/sqs';
import type { DeadLetter } from './dead-letter';
import { parseOrderPlaced } from '../settle/parse-order-placed';
import type { PlacedOrderQueueNeeds } from '../settle/placed-order-queue';

/** A dead letter in hand: nobody else sees it until it is put back, or for 20 s at most. */
export interface TakenLetter extends DeadLetter {
  receipt: string;
  attributes: Record<string, MessageAttributeValue>;
}

const inHandSeconds = 20;
const batchSize = 10;
const movedByTheQueue = `it failed ${String(maxReceiveCount)} times`;

/** Takes letters from the dead-letter queue, puts them back, sends them to the queue again, or deletes them. */
export function createDeadLetterQueue(needs: PlacedOrderQueueNeeds) {
  const { client } = needs;
  const deadLetterUrl = deadLetterQueueUrlOf(needs.queueUrl);

  const remove = (letters: TakenLetter[]): Promise<void> =>
    inBatches(letters, async (batch) => {
      const Entries = batch.map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: deadLetterUrl, Entries }));
    });

  return {
    /** Takes up to ten; none means that there is none, for a long poll asks every part of the queue. */
    take: async (count: number): Promise<TakenLetter[]> => {
      const command = new ReceiveMessageCommand({
        QueueUrl: deadLetterUrl,
        MaxNumberOfMessages: Math.min(count, batchSize),
        VisibilityTimeout: inHandSeconds,
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['SentTimestamp'],
      });
      const { Messages = [] } = await remakingQueue(needs, () => client.send(command));
      return Messages.map(toLetter);
    },

    /** Lets everybody see them again at once. */
    putBack: (letters: TakenLetter[]): Promise<void> =>
      inBatches(letters, async (batch) => {
        const Entries = batch.map(({ receipt }, index) => ({
          Id: String(index),
          ReceiptHandle: receipt,
          VisibilityTimeout: 0,
        }));
        await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: deadLetterUrl, Entries }));
      }),

    /** Sends up to ten to the queue, then deletes those that it took; answers how many. A crash between leaves a copy, which is harmless. */
    sendAgain: async (letters: TakenLetter[]): Promise<number> => {
      const Entries = letters.map(({ body, attributes }, index) => ({
        Id: String(index),
        MessageBody: body,
        MessageAttributes: attributes,
      }));
      const command = new SendMessageBatchCommand({ QueueUrl: needs.queueUrl, Entries });
      const { Successful = [] } = await remakingQueue(needs, () => client.send(command));
      await remove(Successful.flatMap(({ Id }) => letters[Number(Id)] ?? []));
      return Successful.length;
    },

    remove,
  };
}

export type DeadLetterQueue = ReturnType<typeof createDeadLetterQueue>;

async function inBatches(letters: TakenLetter[], work: (batch: TakenLetter[]) => Promise<void>): Promise<void> {
  const starts = letters.map((_, index) => index).filter((index) => index % batchSize === 0);
  await Promise.all(starts.map((start) => work(letters.slice(start, start + batchSize))));
}

function toLetter({ MessageId = '', Body = '', ReceiptHandle = '', ...message }: Message): TakenLetter {
  const { reason, ...attributes } = message.MessageAttributes ?? {};
  return {
    messageId: MessageId,
    body: Body,
    receipt: ReceiptHandle,
    reason: reason?.StringValue ?? movedByTheQueue,
    sentAt: sentAtOf(message),
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, withoutEmptyParts(value)])),
    ...orderIn(Body),
    ...requestIn(attributes),
  };
}

const sentAtOf = ({ Attributes }: Message) => new Date(Number(Attributes?.SentTimestamp ?? 0));

function orderIn(body: string): Pick<DeadLetter, 'orderId'> {
  const parsed = parseOrderPlaced(body);
  return 'orderId' in parsed ? { orderId: parsed.orderId } : {};
}

function requestIn({ requestId }: Record<string, MessageAttributeValue>): Pick<DeadLetter, 'requestId'> {
  return requestId?.StringValue === undefined ? {} : { requestId: requestId.StringValue };
}

// What was received has empty lists, which SQS does not take back.
const withoutEmptyParts = ({ DataType, StringValue, BinaryValue }: MessageAttributeValue): MessageAttributeValue => ({
  DataType,
  ...(StringValue === undefined ? { BinaryValue } : { StringValue }),
});
