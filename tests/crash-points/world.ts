import { randomUUID } from 'node:crypto';
import { DeleteQueueCommand } from '@aws-sdk/client-sqs';
import { newProduct } from '@orders/inventory/domain/product';
import { createCatalogueStore } from '@orders/inventory/store/catalogue-store';
import {
  restLimits,
  type AuditedMail,
  type AuditedOrder,
  type AuditedProduct,
  type AuditedReservation,
} from '@orders/processor/audit/audit-facts';
import type { AuditedDelivery, AuditedWebhook } from '@orders/processor/audit/audit-deliveries';
import { auditWhole } from '@orders/processor/audit/audit-whole';
import {
  createSqsClient,
  deadLetterQueueUrlOf,
  ensureQueue,
  maxReceiveCount,
  readQueueDepth,
} from '@orders/shared/sqs';
import type { Mongo } from '@orders/shared/mongo';
import { eventually } from '../support/eventually';
import { requiredVariable } from '../support/test-database';
import { countedMongo, countedSqs, createEffects, openMongo, type Disturbance, type PlantedCommand } from './effects';
import { createProcess, type Process } from './process';
import { createReceiver, insertWebhook } from './receiver';

/** A process and what it did. */
export interface Running {
  process: Process;
  effects: ReturnType<typeof createEffects>;
}

const stock = 100;
const hourMs = 3_600_000;

/** A database, shared by the three services, and a queue, for processes that are started, crash and are started again. */
export async function createWorld({
  fault,
  hasWebhook = false,
}: { fault?: PlantedCommand; hasWebhook?: boolean } = {}) {
  const id = randomUUID().slice(0, 8);
  const database = await openMongo(`test_crash_${id}`);
  const sqs = createSqsClient({ region: 'us-east-1', endpoint: requiredVariable('AWS_ENDPOINT_URL') });
  const queueUrl = `${requiredVariable('AWS_ENDPOINT_URL')}/000000000000/crash-${id}`;
  await ensureQueue(sqs, queueUrl, maxReceiveCount);
  const mails: { userId: string; subject: string }[] = [];
  const receiver = createReceiver();
  if (hasWebhook) await insertWebhook(database);
  const started: Running[] = [];
  const acknowledged = new Map<string, number>();

  /** Records the first answer for each order. */
  const recording =
    (place: Process['place']): Process['place'] =>
    async (request) => {
      const answer = await place(request);
      const { orderId, createdAt } = answer.order;
      if (!acknowledged.has(orderId)) acknowledged.set(orderId, createdAt.getTime());
      return answer;
    };

  return {
    database,
    queueUrl,
    /** The mails that were sent, and to which buyer. */
    mails,
    receiver,
    stock,
    aProduct: async (): Promise<string> => {
      const productId = `product-${randomUUID()}`;
      await createCatalogueStore(database).insertMissing([
        { ...newProduct({ productId, name: 'Shirt', stock, at: new Date() }), price: 1_999 },
      ]);
      return productId;
    },
    /** A process; its clock is so many hours ahead. */
    start: (disturbance: Disturbance = {}, hoursAhead = 0): Running => {
      const effects = createEffects(disturbance);
      const process = createProcess({
        mongo: countedMongo(database, effects, fault),
        sqs: countedSqs(sqs, effects),
        queueUrl,
        sendMail: (userId, subject) =>
          effects.run(
            'mail',
            () => new Error('the mail service is unavailable'),
            () => {
              mails.push({ userId, subject });
              return Promise.resolve();
            },
          ),
        post: (post) =>
          effects
            .run(
              'post',
              () => new Error('the connection was lost'),
              () => {
                receiver.receive(post);
                return Promise.resolve();
              },
            )
            .then(
              () => ({ status: 204, response: '' }),
              (error: unknown) => ({ error: String(error) }),
            ),
        now: () => new Date(Date.now() + hoursAhead * hourMs),
      });
      const running = { process: { ...process, place: recording(process.place) }, effects };
      started.push(running);
      return running;
    },
    /** Throws while there is a message that a process could receive or has in hand. */
    expectQuietQueue: async (): Promise<void> => {
      const { visible, inFlight } = await readQueueDepth(sqs, queueUrl);
      if (visible + inFlight > 0) throw new Error('messages are in the queue');
    },
    /** Acknowledged orders that are missing or changed, and mails that name another outcome. */
    brokenAcknowledgements: async (): Promise<string[]> => {
      const documents = await database.collection<StoredOrder>('orders').find().toArray();
      const createdAtOf = new Map(
        documents.map(({ _id, createdAt }) => [_id, (createdAt as Date | undefined)?.getTime()]),
      );
      const wrongMails = documents.filter(({ userId, status }) =>
        mails.some(
          (mail) => mail.userId === userId && mail.subject.endsWith('is confirmed') !== (status === 'Processed'),
        ),
      );
      return [
        ...[...acknowledged]
          .filter(([orderId, createdAt]) => createdAtOf.get(orderId) !== createdAt)
          .map(([orderId]) => `${orderId} was acknowledged, and is missing or another order`),
        ...wrongMails.map(({ _id, status }) => `a mail names another outcome of ${_id} than ${status}`),
        ...(hasWebhook ? documents.flatMap(({ _id, status }) => receiver.problems(_id, status)) : []),
      ];
    },
    audit: () => audit(database),
    stop: async (): Promise<void> => {
      for (const { process, effects } of started) {
        process.consumer.drain();
        effects.dispose();
      }
      for (const QueueUrl of [queueUrl, deadLetterQueueUrlOf(queueUrl)]) {
        await sqs.send(new DeleteQueueCommand({ QueueUrl }));
      }
      await eventually(database.dropDatabase, 30_000);
      await database.stop();
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

type StoredOrder = { _id: string; createdAt: Date; userId: string; status: string };
type Kept<Facts, Key extends keyof Facts> = Omit<Facts, Key> & { _id: string };

/** All that a sound system at rest does not show, as `npm run audit` says it. */
async function audit(database: Mongo) {
  const all = <Facts extends object>(name: string) =>
    database.collection(name).find().toArray() as unknown as Promise<(Facts & { _id: string })[]>;
  const [products, reservations, documents, mails, webhooks, deliveries] = await Promise.all([
    all<Kept<AuditedProduct, 'productId'>>('products'),
    all<Kept<AuditedReservation, 'orderId'>>('reservations'),
    all<Kept<AuditedOrder, 'orderId'>>('orders'),
    all<Kept<AuditedMail, 'orderId'>>('mails'),
    all<Kept<AuditedWebhook, 'webhookId'>>('webhooks'),
    all<AuditedDelivery>('webhook_deliveries'),
  ]);
  const byOrder = ({ _id, ...facts }: { _id: string }) => ({ orderId: _id, ...facts });
  const findings = auditWhole({
    products: products.map(({ _id, ...facts }) => ({ productId: _id, ...facts })),
    reservations: reservations.map((kept) => byOrder(kept) as AuditedReservation),
    orders: documents
      .filter((kept) => 'status' in kept)
      .map((kept) => ({ ...byOrder(kept), isImported: false }) as AuditedOrder),
    mails: mails.map((kept) => byOrder(kept) as AuditedMail),
    reported: { webhooks: webhooks.map(({ _id, ...facts }) => ({ webhookId: _id, ...facts })), deliveries },
    // Process clocks run ahead in these tests; at rest everything is old enough.
    at: new Date(Date.now() + 24 * hourMs),
    limits: restLimits,
  });
  const open = deliveries.filter(({ state }) => state !== 'delivered');
  return [...findings, ...open.map(({ orderId, state }) => ({ what: `a delivery of ${orderId} is ${state}` }))];
}
