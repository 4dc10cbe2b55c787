// What LocalStack alone gives when a queue is read to its end: a process of its own, as the processor is one.
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
} from '@aws-sdk/client-sqs';
import { createSqsClient } from '@orders/shared/sqs';

const endpoint = process.env['AWS_ENDPOINT_URL'];
const count = Number(process.env['BENCH_MESSAGES']);
const receivers = 4;

const client = createSqsClient({ region: 'us-east-1', endpoint });
const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: 'bench-reference' }));
const body = JSON.stringify({
  type: 'order.placed',
  version: 1,
  orderId: '7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b',
  userId: '66f0c0ffee66f0c0ffee66f0',
  items: [{ productId: 'bench-1', quantity: 1 }],
  totalAmount: 1,
  createdAt: new Date(0),
});
const text = (value: string) => ({ DataType: 'String', StringValue: value });
const attributes = {
  traceparent: text('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'),
  requestId: text('7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b'),
};

async function fill(): Promise<void> {
  for (let sent = 0; sent < count; sent += 10) {
    const Entries = Array.from({ length: Math.min(10, count - sent) }, (_, index) => ({
      Id: String(index),
      MessageBody: body,
      MessageAttributes: attributes,
    }));
    await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  }
}

let left = count;

async function receiveUntilEmpty(): Promise<void> {
  while (left > 0) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 30,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      }),
    );
    if (Messages.length === 0) continue;
    const Entries = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    left -= Messages.length;
  }
}

await fill();
const startedAt = performance.now();
await Promise.all(Array.from({ length: receivers }, receiveUntilEmpty));
const seconds = (performance.now() - startedAt) / 1_000;
await client.send(new DeleteQueueCommand({ QueueUrl }));
process.stdout.write(JSON.stringify({ messagesPerSecond: count / seconds }));
