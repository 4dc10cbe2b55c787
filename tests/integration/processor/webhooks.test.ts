import { ProcessorService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { createWebhookCalls } from '@orders/gateway/clients/webhook-calls';
import type { WebhookEvent } from '@orders/proto/webhook-events';
import { eventually } from '../../support/eventually';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver';
import { placedMessage, startProcessorSystem, type ProcessorSystem } from './processor-system';

const all: WebhookEvent[] = ['order.placed', 'order.processed', 'order.failed', 'order.cancelled'];
const operator = 'an admin';

let system: ProcessorSystem;
let client: ReturnType<typeof createGrpcClient<typeof ProcessorService.service>>;
let webhooks: ReturnType<typeof createWebhookCalls>;
const receivers: WebhookReceiver[] = [];

beforeAll(async () => {
  system = await startProcessorSystem({ WEBHOOK_ALLOW_INSECURE: 'true' });
  client = createGrpcClient(ProcessorService, system.grpcAddress);
  webhooks = createWebhookCalls(client);
}, 60_000);
afterEach(async () => {
  for (const { id } of await webhooks.list()) await webhooks.remove({ webhookId: id, operator });
  for (const receiver of receivers.splice(0)) await receiver.stop();
});
afterAll(async () => {
  client.stop();
  await system.stop();
});

async function aReceiver(events = all) {
  const receiver = await startWebhookReceiver();
  receivers.push(receiver);
  const { webhook, secret } = await webhooks.create({ operator, url: receiver.url, events });
  receiver.trust(secret);
  return { receiver, secret, webhookId: webhook.id };
}

const settle = async (...orderIds: string[]) => {
  await system.send(orderIds.map(placedMessage));
};
const deliveriesOf = async (webhookId: string) =>
  (await webhooks.listDeliveries({ webhookId, limit: 100, cursor: '' })).deliveries;

test('an order is reported when it is placed and when it is processed, signed, each once', async () => {
  const { receiver, secret, webhookId } = await aReceiver();
  const orderId = system.neighbours.place();

  await settle(orderId);

  await eventually(() => expect(receiver.of(orderId)).toHaveLength(2));
  const [placed] = receiver.of(orderId, 'order.placed');
  const [processed] = receiver.of(orderId, 'order.processed');
  expect(placed).toMatchObject({ order: { orderId, status: 'Pending', totalAmount: 3 }, verifiedBy: [secret] });
  expect(processed).toMatchObject({ order: { orderId, status: 'Processed' }, verifiedBy: [secret] });
  expect(placed!.timestamp).toBe(placed!.order['createdAt']);
  expect(processed!.timestamp).toBe(processed!.order['updatedAt']);
  await eventually(async () =>
    expect(await deliveriesOf(webhookId)).toMatchObject([
      { orderId, status: 'delivered', attempts: 1, lastStatus: 204, nextAttemptAt: null },
      { orderId, status: 'delivered', attempts: 1, lastStatus: 204, nextAttemptAt: null },
    ]),
  );

  await settle(orderId);
  await eventually(async () => expect(await system.depth()).toMatchObject({ visible: 0, inFlight: 0 }));
  expect(receiver.of(orderId)).toHaveLength(2);
});

test('a webhook hears of what it names only', async () => {
  const { receiver, webhookId } = await aReceiver(['order.failed', 'order.cancelled']);
  const processed = system.neighbours.place();
  const failed = system.neighbours.place({ status: 'FAILED', reservation: 'RELEASED' });
  const cancelled = system.neighbours.place({ status: 'CANCELLED', reservation: 'RELEASED' });

  await settle(processed, failed, cancelled);

  await eventually(() => expect(receiver.events).toHaveLength(2));
  expect(receiver.of(failed)).toMatchObject([{ type: 'order.failed' }]);
  expect(receiver.of(cancelled)).toMatchObject([{ type: 'order.cancelled' }]);
  expect(await deliveriesOf(webhookId)).toHaveLength(2);
});

test('a refused event is sent again after 5 s, under the same id', async () => {
  const { receiver, webhookId } = await aReceiver(['order.processed']);
  receiver.respond((_, response) => void response.writeHead(500).end('out of order'));
  const orderId = system.neighbours.place();

  await settle(orderId);

  await eventually(async () =>
    expect(await deliveriesOf(webhookId)).toMatchObject([
      { status: 'pending', attempts: 1, lastStatus: 500, lastError: 'answered 500', lastResponse: 'out of order' },
    ]),
  );
  receiver.accept();
  await eventually(() => expect(receiver.of(orderId)).toHaveLength(2), 15_000);
  const [first, second] = receiver.of(orderId);
  expect(second!.id).toBe(first!.id);
  expect(second!.at - first!.at).toBeGreaterThanOrEqual(4_900);
  expect(second!.at - first!.at).toBeLessThan(9_000);
  await eventually(async () =>
    expect(await deliveriesOf(webhookId)).toMatchObject([{ status: 'delivered', attempts: 2, lastError: null }]),
  );
}, 30_000);

test('a receiver that hangs delays neither others nor mails, and counts as failed after 10 s', async () => {
  const hanging = await aReceiver(['order.processed']);
  const healthy = await aReceiver(['order.processed']);
  hanging.receiver.respond(() => undefined);
  const orderIds = Array.from({ length: 40 }, () => system.neighbours.place());

  const startedAt = Date.now();
  for (let from = 0; from < 40; from += 10) await settle(...orderIds.slice(from, from + 10));

  await eventually(() => expect(healthy.receiver.events).toHaveLength(40));
  const last = orderIds.at(-1)!;
  await eventually(async () => expect(await system.mailsOf(last)).toHaveLength(1));
  expect(Date.now() - startedAt).toBeLessThan(8_000);
  expect(hanging.receiver.events.length).toBeLessThanOrEqual(10);
  await eventually(async () => {
    const failing = (await deliveriesOf(hanging.webhookId)).filter(({ lastError }) => lastError !== null);
    expect(failing[0]).toMatchObject({ status: 'pending', lastStatus: null, lastError: 'no answer within 10 s' });
  }, 20_000);
}, 60_000);

test('a receiver that is gone is disabled', async () => {
  const { receiver, webhookId } = await aReceiver(['order.processed']);
  receiver.respond((_, response) => void response.writeHead(410).end());

  await settle(system.neighbours.place());

  await eventually(async () =>
    expect(await webhooks.get(webhookId)).toMatchObject({
      enabled: false,
      disabledReason: expect.stringContaining('410'),
    }),
  );
  expect(await deliveriesOf(webhookId)).toMatchObject([{ status: 'failed', attempts: 1, lastStatus: 410 }]);
  await expect(webhooks.test({ webhookId, operator })).rejects.toMatchObject({ code: 'WEBHOOK_DISABLED' });
});

test('redirects are not followed', async () => {
  const target = await aReceiver(['order.cancelled']);
  const { receiver, webhookId } = await aReceiver(['order.processed']);
  receiver.respond((_, response) => void response.writeHead(307, { Location: target.receiver.url }).end());

  await settle(system.neighbours.place());

  await eventually(async () => expect(await deliveriesOf(webhookId)).toMatchObject([{ attempts: 1, lastStatus: 307 }]));
  expect(target.receiver.events).toEqual([]);
});

test('after a rotation both secrets sign, and after another one only the last two', async () => {
  const { receiver, secret, webhookId } = await aReceiver(['order.processed']);
  const second = (await webhooks.rotateSecret({ webhookId, operator })).secret;
  receiver.trust(second);
  const orderId = system.neighbours.place();
  await settle(orderId);
  await eventually(() => expect(receiver.of(orderId)).toMatchObject([{ verifiedBy: [secret, second] }]));

  const third = (await webhooks.rotateSecret({ webhookId, operator })).secret;
  receiver.trust(third);
  const next = system.neighbours.place();
  await settle(next);
  await eventually(() => expect(receiver.of(next)).toMatchObject([{ verifiedBy: [second, third] }]));
});

test('of rotations at the same time one is done, and the others say so', async () => {
  const { webhookId } = await aReceiver(['order.processed']);

  const outcomes = await Promise.allSettled(
    Array.from({ length: 5 }, () => webhooks.rotateSecret({ webhookId, operator })),
  );

  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const reason of refused) expect(reason).toMatchObject({ kind: 'ILLEGAL_STATE', code: 'SECRET_JUST_ROTATED' });
});

test('a test arrives, and a delivery that is sent again arrives under its id', async () => {
  const { receiver, webhookId } = await aReceiver(['order.processed']);

  const sent = await webhooks.test({ webhookId, operator });
  await eventually(() => expect(receiver.events).toMatchObject([{ id: sent.id, type: 'webhook.test' }]));
  await eventually(async () => expect(await deliveriesOf(webhookId)).toMatchObject([{ status: 'delivered' }]));

  await webhooks.resend({ webhookId, operator, deliveryId: sent.id });
  await eventually(() => expect(receiver.events.map(({ id }) => id)).toEqual([sent.id, sent.id]));
  await eventually(async () =>
    expect(await deliveriesOf(webhookId)).toMatchObject([{ status: 'delivered', attempts: 2 }]),
  );
});

test('a kill loses no event', async () => {
  const { receiver } = await aReceiver();
  const orderIds = Array.from({ length: 20 }, () => system.neighbours.place());
  receiver.respond((_, response) => void setTimeout(() => response.writeHead(204).end(), 300));
  await settle(...orderIds.slice(0, 10));
  await settle(...orderIds.slice(10));
  await eventually(() => expect(receiver.events.length).toBeGreaterThan(3));

  await system.kill();
  await system.startAgain();

  await eventually(() => {
    for (const orderId of orderIds) {
      expect(receiver.of(orderId, 'order.placed').length).toBeGreaterThan(0);
      expect(receiver.of(orderId, 'order.processed').length).toBeGreaterThan(0);
      expect(new Set(receiver.of(orderId).map(({ id }) => id)).size).toBe(2);
    }
  }, 90_000);
}, 120_000);
