import { randomUUID } from 'node:crypto';
import { DeleteQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { createOrderQueue } from '@orders/order/clients/order-queue';
import { createSqsClient } from '@orders/shared/sqs';
import { requiredVariable } from '../../support/test-database';
import { anEntry, anOrder } from './an-order';

const endpoint = requiredVariable('AWS_ENDPOINT_URL');
const sqs = createSqsClient({ region: requiredVariable('AWS_REGION'), endpoint });
const queueUrl = `${endpoint}/000000000000/order-queue-${randomUUID()}`;
const queue = createOrderQueue({ sqs, queueUrl, isLocalStack: true });

const receive = async () => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MessageAttributeNames: ['All'],
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 1,
    }),
  );
  return Messages;
};

test('a queue that is not there is made, and the message says what the contract says', async () => {
  const order = anOrder();
  const entry = { ...anEntry(), traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, requestId: 'request-1' };

  expect(await queue.send([{ order, entry }])).toEqual([entry.id]);

  const [message] = await receive();
  expect(JSON.parse(message!.Body!)).toEqual({
    type: 'order.placed',
    version: 1,
    orderId: order.orderId,
    userId: order.userId,
    items: [{ productId: 'prod1', quantity: 2 }],
    totalAmount: order.totalAmount,
    createdAt: order.createdAt.toISOString(),
  });
  expect(message!.MessageAttributes?.['traceparent']?.StringValue).toBe(entry.traceparent);
});

test('the message of a cancelled order has a type of its own', async () => {
  await queue.send([{ order: { ...anOrder(), status: 'Cancelled' }, entry: anEntry() }]);

  const [message] = await receive();
  expect(JSON.parse(message!.Body!)).toMatchObject({ type: 'order.cancelled', version: 1 });
});

test('its depth counts what is visible and what is in flight', async () => {
  const before = await queue.depth();
  await queue.send([{ order: anOrder(), entry: anEntry() }]);
  expect(await queue.depth()).toBe(before + 1);

  await receive();

  expect(await queue.depth()).toBe(before + 1);
});

test('a queue that was lost whole is empty, and takes messages again', async () => {
  await sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl }));

  expect(await queue.depth()).toBe(0);
  expect(await queue.send([{ order: anOrder(), entry: anEntry() }])).toHaveLength(1);
});
