import type { SQSClient } from '@aws-sdk/client-sqs';
import { deadLetterQueueUrlOf, readQueueDepth, remakingQueue } from '@orders/shared/sqs';

export interface PlacedOrderQueueNeeds {
  client: SQSClient;
  queueUrl: string;
  /** Whether deleted queues are created again: LocalStack loses them on a restart. */
  isLocalStack: boolean;
}

/** Counts the messages of the queue of placed orders and of its dead-letter queue. */
export const createPlacedOrderQueue = (needs: PlacedOrderQueueNeeds) => ({
  depth: () =>
    remakingQueue(needs, async () => {
      const [queue, deadLetters] = await Promise.all([
        readQueueDepth(needs.client, needs.queueUrl),
        readQueueDepth(needs.client, deadLetterQueueUrlOf(needs.queueUrl)),
      ]);
      return { ...queue, deadLetters: deadLetters.visible + deadLetters.inFlight + deadLetters.delayed };
    }),
  ping: () => remakingQueue(needs, () => readQueueDepth(needs.client, needs.queueUrl)),
});
