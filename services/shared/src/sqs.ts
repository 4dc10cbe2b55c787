import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  QueueDoesNotExist,
  SQSClient,
  type QueueAttributeName,
} from '@aws-sdk/client-sqs';
import { connectMs, sqsCallMs } from './time-limits';

export interface SqsOptions {
  region: string;
  /** Set for LocalStack only. */
  endpoint: string | undefined;
  queueUrl: string;
}

/** Approximate counts of messages. */
export interface QueueDepth {
  visible: number;
  inFlight: number;
  delayed: number;
}

const countNames = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const satisfies QueueAttributeName[];

/** How often a message is received before it goes to the dead-letter queue. */
export const maxReceiveCount = 5;

/** What LocalStack takes for any key. */
export const localCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };

export const createSqsClient = ({ region, endpoint }: Pick<SqsOptions, 'region' | 'endpoint'>) =>
  new SQSClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint, useQueueUrlAsEndpoint: false, credentials: localCredentials }),
    maxAttempts: 2,
    // Without the last option the SDK only logs a warning about a request that is too slow.
    requestHandler: { connectionTimeout: connectMs, requestTimeout: sqsCallMs, throwOnRequestTimeout: true },
  });

/** The dead-letter queue of a queue. */
export const deadLetterQueueUrlOf = (queueUrl: string) => `${queueUrl}-dlq`;

export const queueNameOf = (queueUrl: string) => queueUrl.slice(queueUrl.lastIndexOf('/') + 1);

/** Whether SQS reported that the queue does not exist. */
export const isQueueGone = (error: unknown) =>
  error instanceof QueueDoesNotExist ||
  (error instanceof Error && /NonExistentQueue|QueueDoesNotExist/.test(error.name));

export async function readQueueDepth(client: SQSClient, queueUrl: string): Promise<QueueDepth> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...countNames] }),
  );
  const [visible, inFlight, delayed] = countNames.map((name) => Number(Attributes?.[name] ?? 0));
  return { visible: visible ?? 0, inFlight: inFlight ?? 0, delayed: delayed ?? 0 };
}

/** Creates a queue and its dead-letter queue where they are missing; for LocalStack, which forgets them. */
export async function ensureQueue(client: SQSClient, queueUrl: string, maxReceiveCount: number): Promise<void> {
  const name = queueNameOf(queueUrl);
  const deadLetters = await client.send(
    new CreateQueueCommand({ QueueName: `${name}-dlq`, Attributes: { MessageRetentionPeriod: retentionSeconds } }),
  );
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: deadLetters.QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const redrive = { deadLetterTargetArn: Attributes?.['QueueArn'], maxReceiveCount };
  await client.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: {
        MessageRetentionPeriod: retentionSeconds,
        VisibilityTimeout: '30',
        ReceiveMessageWaitTimeSeconds: '5',
        RedrivePolicy: JSON.stringify(redrive),
      },
    }),
  );
}

/**
 * Runs work; against LocalStack, which forgets queues over a restart, creates a missing queue and runs it once more.
 */
export async function remakingQueue<T>(
  { client, queueUrl, isLocalStack }: { client: SQSClient; queueUrl: string; isLocalStack: boolean },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isLocalStack || !isQueueGone(error)) throw error;
    await ensureQueue(client, queueUrl, maxReceiveCount);
    return work();
  }
}

// The longest that SQS allows: 14 days.
const retentionSeconds = '1209600';
