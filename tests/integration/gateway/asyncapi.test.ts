import { schemasWithoutId } from '@asyncapi/specs';
import { webhookEvents, type DeliveryEvent } from '@orders/proto/webhook-events';
import type { OrderJson } from '@orders/proto/order-json';
import { createOrderQueue, type OrderQueueNeeds } from '@orders/order/clients/order-queue';
import type { Order, OutboxEntry } from '@orders/order/domain/order';
import { parseOrderMessage } from '@orders/processor/settle/order-placed-handler';
import { exampleOrderId, planDeliveries } from '@orders/processor/webhooks/plan-deliveries';
import { signedHeaders } from '@orders/processor/webhooks/sign-delivery';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { aGateway } from './a-gateway';
import { sendRequest } from '../../support/request';

interface Message {
  name: string;
  headers: { $ref: string };
  examples: { payload: unknown }[];
}

interface AsyncApiDocument {
  channels: Record<string, { messages: Record<string, { $ref: string }> }>;
  operations: Record<string, { channel: { $ref: string }; messages: { $ref: string }[] }>;
  components: { messages: Record<string, Message>; schemas: Record<string, { properties: object }> };
}

let document: AsyncApiDocument;
let ajv: Ajv;

beforeAll(async () => {
  const { url } = await aGateway();
  const answer = await sendRequest(url, '/asyncapi.json');
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  document = answer.body;
  ajv = newAjv();
  ajv.addSchema(document, 'document');
});

function newAjv(): Ajv {
  const made = new Ajv({ strict: false, allErrors: true });
  addFormats(made);
  return made;
}

/** What is wrong with a message of this id. */
function problemsOf(messageId: string, payload: unknown) {
  const validate = ajv.getSchema(`document#/components/messages/${messageId}/payload`);
  if (!validate) throw new Error(`the document has no message ${messageId}`);
  void validate(payload);
  return validate.errors ?? [];
}

test('the document is valid AsyncAPI 3', () => {
  const validate = newAjv().compile(schemasWithoutId['3.0.0'] as object);

  validate(document);
  expect(validate.errors ?? []).toEqual([]);
});

test('every reference leads to something', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
  const isThere = (path: string) => {
    let found: unknown = document;
    for (const name of path.split('/')) found = (found as Record<string, unknown> | undefined)?.[name];
    return found !== undefined;
  };

  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((path) => !isThere(path))).toEqual([]);
});

test('the example of each message is one', () => {
  for (const [id, { examples }] of Object.entries(document.components.messages)) {
    expect(examples.length).toBeGreaterThan(0);
    for (const { payload } of examples) expect(problemsOf(id, payload)).toEqual([]);
  }
});

test.each([
  ['Pending', 'order.placed', 'order.cancelled'],
  ['Cancelled', 'order.cancelled', 'order.placed'],
] as const)('what the order service sends of an order that is %s is as described', async (status, type, other) => {
  const sent = await messageOf(status);

  expect(problemsOf(`orders.${type}`, sent.body)).toEqual([]);
  expect(problemsOf(`orders.${other}`, sent.body)).not.toEqual([]);
  expect(Object.keys(document.components.schemas['QueueAttributes']!.properties).sort()).toEqual(sent.attributes);
  expect(parseOrderMessage(JSON.stringify(sent.body))).toEqual({ orderId: exampleOrderId });
});

test.each([...webhookEvents, 'webhook.test'] as const)('what the processor sends of %s is as described', (event) => {
  const others = Object.keys(document.components.messages).filter((id) => /^webhooks/.test(id));
  const body = bodyOf(event);

  expect(others.filter((id) => problemsOf(id, body).length === 0)).toEqual([`webhooks.${event}`]);
});

test('the headers of a delivery are as described', () => {
  const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
  const headers = signedHeaders({ deliveryId: 'msg_1', body: '{}', secrets: [secret], at: new Date() });

  expect(Object.keys(document.components.schemas['WebhookHeaders']!.properties)).toEqual(Object.keys(headers));
});

/** The message that the order service writes, as the queue gets it. */
async function messageOf(status: 'Pending' | 'Cancelled') {
  let sent: { MessageBody: string; MessageAttributes: object }[] = [];
  const send = ({ input }: { input: { Entries: typeof sent } }) => {
    sent = input.Entries;
    return Promise.resolve({});
  };
  const queue = createOrderQueue({
    sqs: { send } as unknown as OrderQueueNeeds['sqs'],
    queueUrl: 'q',
    isLocalStack: false,
  });
  const order = { ...exampleOrder('Pending'), status, createdAt: new Date() } as unknown as Order;
  const entry = { id: 'e', requestId: 'r', traceparent: 't' } as OutboxEntry;
  await queue.send([{ order, entry }] as Parameters<typeof queue.send>[0]);
  const { MessageBody, MessageAttributes } = sent[0]!;
  return { body: JSON.parse(MessageBody) as unknown, attributes: Object.keys(MessageAttributes).sort() };
}

const statusOf = { 'order.processed': 'Processed', 'order.failed': 'Failed', 'order.cancelled': 'Cancelled' } as const;

/** What the processor sends to a webhook about an order with this end. */
function bodyOf(event: DeliveryEvent): unknown {
  const status = event in statusOf ? statusOf[event as keyof typeof statusOf] : 'Processed';
  const kind = event === 'webhook.test' ? 'test' : event === 'order.placed' ? 'placed' : 'outcome';
  const ids = { deliveryId: 'd', webhookId: 'w', orderId: exampleOrderId, requestId: 'r', traceparent: 't' };
  const due = { ...ids, kind, failures: 0, ageMs: 0, ...(kind !== 'outcome' && { event }) } as const;
  const { send } = planDeliveries({ events: [...webhookEvents] }, [due], [exampleOrder(status)]);
  return JSON.parse(send[0]!.body);
}

const exampleOrder = (status: OrderJson['status']): OrderJson => ({
  orderId: exampleOrderId,
  userId: '0'.repeat(24),
  items: [{ productId: 'prod1', name: 'Shirt', quantity: 2, unitPrice: 1_999 }],
  totalAmount: 2,
  total: { amount: 3_998, currency: 'EUR' },
  status,
  ...(status === 'Failed' && { reason: 'given up' }),
  createdAt: '2026-11-30T09:15:02.114Z',
  updatedAt: '2026-11-30T09:15:02.387Z',
});
