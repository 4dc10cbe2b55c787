import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { createQueueConsumer } from './queue-consumer';

/** A queue with so many messages, which counts how many were in flight at most, and how many polls are open. */
function aQueue(messages: number, { thenFails = false } = {}) {
  let left = messages;
  let inHand = 0;
  let mostInHand = 0;
  let asking = 0;
  let deleted = 0;
  let failed = 0;

  const receive = async () => {
    asking += 1;
    await setTimeout(left > 0 ? 1 : 30);
    asking -= 1;
    if (left === 0 && thenFails) {
      failed += 1;
      throw new Error('the queue is away');
    }
    const count = Math.min(left, 10);
    left -= count;
    inHand += count;
    mostInHand = Math.max(mostInHand, inHand);
    return { Messages: Array.from({ length: count }, (_, index) => ({ MessageId: `${left}-${index}`, Body: '' })) };
  };
  const remove = async ({ input }: DeleteMessageBatchCommand) => {
    await setTimeout(1);
    const count = input.Entries?.length ?? 0;
    inHand -= count;
    deleted += count;
    return {};
  };
  const send = (command: unknown) => {
    if (command instanceof ReceiveMessageCommand) return receive();
    if (command instanceof DeleteMessageBatchCommand) return remove(command);
    throw new Error('nothing else is asked of it here');
  };
  return {
    client: { send } as unknown as SQSClient,
    mostInHand: () => mostInHand,
    asking: () => asking,
    untilDeleted: async (count: number) => {
      await until(() => deleted >= count);
    },
    failed: () => failed,
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setTimeout(1);
}

const started: ReturnType<typeof createQueueConsumer>[] = [];
afterEach(() => Promise.all(started.splice(0).map((consumer) => consumer.stop())));

function startConsumer(
  { client }: { client: SQSClient },
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>,
) {
  const consumer = createQueueConsumer({
    client,
    queueUrl: 'http://queue/order-placed',
    isLocalStack: false,
    minReceivers: 2,
    maxReceivers: 5,
    handle: async (messages) => {
      await setTimeout(5);
      return messages.map(() => ({ kind: 'done' }));
    },
    log: pino({ level: 'silent' }),
    ...(wait && { wait }),
  });
  consumer.start();
  started.push(consumer);
  return consumer;
}

test('a backlog starts as many receivers as are allowed', async () => {
  const queue = aQueue(1_000);
  const consumer = startConsumer(queue);
  await queue.untilDeleted(1_000);
  await consumer.stop();
  expect(queue.mostInHand()).toBe(50);
});

test('once polls are no longer full only the permanent receivers go on', async () => {
  const queue = aQueue(305);
  const consumer = startConsumer(queue);
  await queue.untilDeleted(305);
  // The polls that were open when the last message was received come back empty.
  await until(() => queue.asking() === 2);
  await consumer.stop();
  expect(queue.asking()).toBe(0);
});

test('single messages start no further receiver', async () => {
  const queue = aQueue(9);
  const consumer = startConsumer(queue);
  await queue.untilDeleted(9);
  expect(queue.asking()).toBeLessThanOrEqual(2);
  await consumer.stop();
  expect(queue.mostInHand()).toBe(9);
});

test('while the queue is unavailable only the permanent receivers keep polling', async () => {
  const queue = aQueue(500, { thenFails: true });
  const waiting: (() => void)[] = [];
  startConsumer(queue, (_, signal) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    signal.addEventListener('abort', () => resolve(undefined));
    waiting.push(() => resolve(undefined));
    return promise;
  });
  await queue.untilDeleted(500);
  await until(() => waiting.length === 2 && queue.asking() === 0);

  for (let round = 0; round < 3; round += 1) {
    const failed = queue.failed();
    for (const goOn of waiting.splice(0)) goOn();
    await until(() => waiting.length === 2);
    expect(queue.failed()).toBe(failed + 2);
  }
});
