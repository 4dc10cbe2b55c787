import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import {
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type Message,
  type MessageAttributeValue,
} from '@aws-sdk/client-sqs';
import { processorCollections } from '@orders/processor/collections';
import { createIndexes } from '@orders/shared/command';
import { createMongo } from '@orders/shared/mongo';
import { createSqsClient, deadLetterQueueUrlOf, ensureQueue, readQueueDepth } from '@orders/shared/sqs';
import { requiredVariable, silentLog } from '../../support/test-database';
import { eventually } from '../../support/eventually';
import { startNeighbours } from './neighbours';

const root = path.join(__dirname, '../../..');

/** A built processor with neighbours of its own, on a queue and a database of its own. */
export async function startProcessorSystem(variables: Record<string, string> = {}) {
  const id = randomUUID().slice(0, 8);
  const endpoint = requiredVariable('AWS_ENDPOINT_URL');
  const queueUrl = `${endpoint}/000000000000/processor-${id}`;
  const prefix = `test_processor_${id}_`;
  const sqs = createSqsClient({ region: 'us-east-1', endpoint });
  const mongo = createMongo({ uri: requiredVariable('MONGO_URI'), database: `${prefix}processor`, log: silentLog });
  await mongo.connect();
  await createIndexes(mongo, processorCollections);
  await ensureQueue(sqs, queueUrl, 5);
  const neighbours = await startNeighbours();
  const [grpcPort, metricsPort] = await Promise.all([freePort(), freePort()]);
  const env = {
    MONGO_DB_PREFIX: prefix,
    AWS_SQS_QUEUE_URL: queueUrl,
    AWS_SES_SENDER_EMAIL: `Order Desk <orders-${id}@example.com>`,
    MAIL_RATE_PER_SECOND: '200',
    INVENTORY_GRPC_ADDRESSES: neighbours.address(),
    ORDER_GRPC_ADDRESSES: neighbours.address(),
    AUTH_GRPC_ADDRESSES: neighbours.address(),
    PROCESSOR_GRPC_PORT: String(grpcPort),
    PROCESSOR_METRICS_PORT: String(metricsPort),
    LOG_DIR: '',
    ...variables,
  };
  let running = await spawnProcessor(env);

  return {
    neighbours,
    grpcAddress: `127.0.0.1:${String(grpcPort)}`,
    mongo,
    /** The mails to an address. */
    mailsTo: async (address: string) =>
      (await mailsFrom(env.AWS_SES_SENDER_EMAIL)).filter(({ Destination }) =>
        Destination.ToAddresses.includes(address),
      ),
    /** The mails that name an order. */
    mailsOf: async (orderId: string) =>
      (await mailsFrom(env.AWS_SES_SENDER_EMAIL)).filter(({ Subject }) => Subject?.includes(orderId)),
    ledgerEntry: (orderId: string) =>
      mongo.collection<{ _id: string; state: string; attempts: number }>('mails').findOne({ _id: orderId }),
    send: (bodies: string[], attributes: Record<string, MessageAttributeValue> = {}) =>
      sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: bodies.map((MessageBody, index) => ({
            Id: String(index),
            MessageBody,
            MessageAttributes: attributes,
          })),
        }),
      ),
    deleteQueue: () => sqs.send(new DeleteQueueCommand({ QueueUrl: queueUrl })),
    depth: () => readQueueDepth(sqs, queueUrl),
    deadLetters: async (): Promise<Message[]> => {
      const command = new ReceiveMessageCommand({
        QueueUrl: deadLetterQueueUrlOf(queueUrl),
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
        MessageAttributeNames: ['All'],
      });
      return (await sqs.send(command)).Messages ?? [];
    },
    metrics: async () => (await fetch(`http://127.0.0.1:${String(metricsPort)}/metrics`)).text(),
    /** Ends the process; answers its exit code, how long it took and what it wrote. */
    terminate: () => running.terminate(),
    kill: () => running.kill(),
    startAgain: async () => {
      running = await spawnProcessor(env);
    },
    stop: async () => {
      await running.terminate();
      neighbours.stop();
      await Promise.all(
        [queueUrl, deadLetterQueueUrlOf(queueUrl)].map((QueueUrl) =>
          sqs.send(new DeleteQueueCommand({ QueueUrl })).catch(() => undefined),
        ),
      );
      await mongo.dropDatabase();
      await mongo.stop();
    },
  };
}

export type ProcessorSystem = Awaited<ReturnType<typeof startProcessorSystem>>;

/** The message of a placed order. */
export const placedMessage = (orderId: string) => JSON.stringify({ type: 'order.placed', version: 1, orderId });

/** The mails that one sender sent, as LocalStack has them: others' are many, and slow to read. */
export async function mailsFrom(sender: string): Promise<SentMail[]> {
  const url = `${requiredVariable('AWS_ENDPOINT_URL')}/_aws/ses?email=${encodeURIComponent(sender)}`;
  const { messages } = (await (await fetch(url)).json()) as { messages: SentMail[] };
  return messages;
}

export interface SentMail {
  Subject?: string;
  Destination: { ToAddresses: string[] };
  Body: { text_part: string; html_part: string };
}

async function spawnProcessor(env: Record<string, string>) {
  const child = spawn(process.execPath, [path.join(root, 'services/processor/dist/main.js')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const exited = once(child, 'exit');
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`the processor ended: ${(await output).join('')}`);
    const { ok } = await fetch(`http://127.0.0.1:${env['PROCESSOR_METRICS_PORT'] ?? ''}/readyz`);
    if (!ok) throw new Error('not ready');
  }, 20_000);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    terminate: async () => {
      const startedAt = Date.now();
      child.kill('SIGTERM');
      await exited;
      return { exitCode: child.exitCode, tookMs: Date.now() - startedAt, output: (await output).join('') };
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
