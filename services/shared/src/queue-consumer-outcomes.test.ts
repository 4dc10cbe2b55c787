import type { SQSClient } from '@aws-sdk/client-sqs';
import { pino } from 'pino';
import { createBackoff, type BackoffOptions } from './backoff';
import { receiveBackoff } from './queue-consumer';
import { createOutcomeWriter, retryBackoff } from './queue-messages';

interface Sent {
  command: string;
  input: Record<string, unknown>;
}

/** An outcome writer on a client that notes every command; `refuse` names the ones that fail. */
function writerOn(refuse: string[] = []) {
  const sent: Sent[] = [];
  const send = (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
    if (refuse.includes(command.constructor.name)) return Promise.reject(new Error('refused'));
    sent.push({ command: command.constructor.name, input: command.input });
    return Promise.resolve({});
  };
  const writer = createOutcomeWriter({
    client: { send } as unknown as SQSClient,
    queueUrl: 'http://queue/orders',
    isLocalStack: false,
    cut: new AbortController().signal,
    log: pino({ level: 'silent' }),
  });
  return { writer, sent };
}

const message = (name: string) => ({
  MessageId: name,
  ReceiptHandle: name,
  Body: `body of ${name}`,
  Attributes: { ApproximateReceiveCount: '2' },
  MessageAttributes: { traceparent: { DataType: 'String', StringValue: 'trace' } },
});

test('a batch is written with one delete and one putting off, however it is mixed', async () => {
  const { writer, sent } = writerOn();

  await writer.write(
    [message('a'), message('b'), message('c')],
    [{ kind: 'done' }, { kind: 'retry' }, { kind: 'done' }],
  );

  expect(sent.map(({ command }) => command)).toEqual([
    'DeleteMessageBatchCommand',
    'ChangeMessageVisibilityBatchCommand',
  ]);
  expect(sent[0]?.input['Entries']).toEqual([
    { Id: '0', ReceiptHandle: 'a' },
    { Id: '1', ReceiptHandle: 'c' },
  ]);
  expect(sent[1]?.input['Entries']).toEqual([expect.objectContaining({ ReceiptHandle: 'b' })]);
});

test('a rejected message is on the dead-letter queue, as it was and with the reason, before it is deleted', async () => {
  const { writer, sent } = writerOn();

  await writer.write([message('a')], [{ kind: 'reject', reason: 'no JSON' }]);

  expect(sent.map(({ command }) => command)).toEqual(['SendMessageCommand', 'DeleteMessageBatchCommand']);
  expect(sent[0]?.input).toEqual({
    QueueUrl: 'http://queue/orders-dlq',
    MessageBody: 'body of a',
    MessageAttributes: {
      traceparent: { DataType: 'String', StringValue: 'trace' },
      reason: { DataType: 'String', StringValue: 'no JSON' },
    },
  });
});

test('a message that could not be moved is not deleted', async () => {
  const { writer, sent } = writerOn(['SendMessageCommand']);

  await writer.write([message('a')], [{ kind: 'reject', reason: 'no JSON' }]);

  expect(sent.map(({ command }) => command)).toEqual(['ChangeMessageVisibilityBatchCommand']);
});

test('a message without an answer is seen again', async () => {
  const { writer, sent } = writerOn();

  await writer.write([message('a'), message('b')], [{ kind: 'done' }]);

  expect(sent[0]?.input['Entries']).toEqual([{ Id: '0', ReceiptHandle: 'a' }]);
});

const boundsOf = (backoff: Omit<BackoffOptions, 'random'>, failures: number) =>
  [0, 1].map((chance) => createBackoff({ ...backoff, random: () => chance })(failures));

test.each([
  [1, 1, 2],
  [2, 3, 6],
  [3, 9, 18],
  [4, 27, 54],
  [20, 450, 900],
])('after receipt %i a message waits %i to %i s', (receiveCount, shortest, longest) => {
  expect(boundsOf(retryBackoff, receiveCount)).toEqual([shortest * 1_000, longest * 1_000]);
});

test.each([
  [1, 100, 200],
  [3, 400, 800],
  [50, 2_500, 5_000],
])('after failure %i a receiver waits %i to %i ms', (failures, shortest, longest) => {
  expect(boundsOf(receiveBackoff, failures)).toEqual([shortest, longest]);
});
