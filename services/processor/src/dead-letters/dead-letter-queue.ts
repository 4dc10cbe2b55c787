import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
} from '@aws-sdk/client-sqs';
import { deadLetterQueueUrlOf, maxReceiveCount, remakingQueue } from '@orders/shared/sqs';
import { parseOrderMessage } from '../settle/order-placed-handler';
import type { PlacedOrderQueueNeeds } from '../settle/placed-order-queue';
import type { DeadLetter } from './dead-letter-browser';

/** A dead letter that we have taken: it is hidden from other readers until it is put back, at most 20 s. */
export interface TakenLetter extends DeadLetter {
  receipt: string;
  attributes: Record<string, MessageAttributeValue>;
}

const hiddenSeconds = 20;
const batchSize = 10;
const movedBySqs = `it failed ${String(maxReceiveCount)} times`;

/** The dead-letter queue in SQS. */
export function createDeadLetterQueue(needs: PlacedOrderQueueNeeds) {
  const { client } = needs;
  const deadLetterUrl = deadLetterQueueUrlOf(needs.queueUrl);

  const remove = (letters: TakenLetter[]): Promise<void> =>
    inBatches(letters, async (batch) => {
      const Entries = batch.map(({ receipt }, index) => ({ Id: String(index), ReceiptHandle: receipt }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: deadLetterUrl, Entries }));
    });

  return {
    /** Takes up to ten. No letter means that the queue is empty, because a long poll asks all of its servers. */
    take: async (count: number): Promise<TakenLetter[]> => {
      const command = new ReceiveMessageCommand({
        QueueUrl: deadLetterUrl,
        MaxNumberOfMessages: Math.min(count, batchSize),
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['SentTimestamp'],
      });
      const { Messages = [] } = await remakingQueue(needs, () => client.send(command));
      return Messages.map(toLetter);
    },

    /** Makes letters visible again at once. */
    putBack: (letters: TakenLetter[]): Promise<void> =>
      inBatches(letters, async (batch) => {
        const Entries = batch.map(({ receipt }, index) => ({
          Id: String(index),
          ReceiptHandle: receipt,
          VisibilityTimeout: 0,
        }));
        await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: deadLetterUrl, Entries }));
      }),

    /** Sends up to ten to the queue again, then deletes those that SQS accepted; their number. A crash in between leaves a harmless copy. */
    resend: async (letters: TakenLetter[]): Promise<number> => {
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
    reason: reason?.StringValue ?? movedBySqs,
    sentAt: sentAtOf(message),
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, withoutEmptyParts(value)])),
    ...orderIn(Body),
    ...requestIn(attributes),
  };
}

const sentAtOf = ({ Attributes }: Message) => new Date(Number(Attributes?.SentTimestamp ?? 0));

function orderIn(body: string): Pick<DeadLetter, 'orderId'> {
  const parsed = parseOrderMessage(body);
  return 'orderId' in parsed ? { orderId: parsed.orderId } : {};
}

function requestIn({ requestId }: Record<string, MessageAttributeValue>): Pick<DeadLetter, 'requestId'> {
  return requestId?.StringValue === undefined ? {} : { requestId: requestId.StringValue };
}

// Received attributes contain empty lists, which SQS does not accept back.
const withoutEmptyParts = ({ DataType, StringValue, BinaryValue }: MessageAttributeValue): MessageAttributeValue => ({
  DataType,
  ...(StringValue === undefined ? { BinaryValue } : { StringValue }),
});
