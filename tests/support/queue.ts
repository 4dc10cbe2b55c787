import { DeleteQueueCommand, ReceiveMessageCommand, SendMessageBatchCommand, type Message } from '@aws-sdk/client-sqs';
import { createSqsClient, deadLetterQueueUrlOf, isQueueGone, readQueueDepth } from '@orders/shared/sqs';
import type { SystemLayout } from './system-layout';
import { requiredVariable } from './test-database';

/** A system's queue, for direct access. */
export function queueOf({ queueUrl }: Pick<SystemLayout, 'queueUrl'>) {
  const sqs = createSqsClient({ region: 'us-east-1', endpoint: requiredVariable('AWS_ENDPOINT_URL') });
  return {
    /** At most ten bodies. */
    send: async (bodies: string[]): Promise<void> => {
      const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    },
    depth: () => readQueueDepth(sqs, queueUrl),
    /** The client sends a request again whose answer does not come in time; by then the queue may be gone. */
    remove: async (): Promise<void> => {
      await sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl })).catch((error: unknown) => {
        if (!isQueueGone(error)) throw error;
      });
    },
    /** What is on the dead-letter queue; it stays there. */
    deadLetters: async (): Promise<Message[]> => {
      const command = new ReceiveMessageCommand({
        QueueUrl: deadLetterQueueUrlOf(queueUrl),
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
        MessageAttributeNames: ['All'],
      });
      return (await sqs.send(command)).Messages ?? [];
    },
  };
}
