import { createSqsClient } from '@orders/shared/sqs';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { mailsOf } from '../support/mails';
import { createStrandedOrders } from '../support/stranded-orders';
import { requiredVariable } from '../support/test-database';
import { useSystem } from '../support/use-system';

const context = useSystem();
const sqs = createSqsClient({ region: 'us-east-1', endpoint: requiredVariable('AWS_ENDPOINT_URL') });
const stranded = createStrandedOrders(context, sqs);
const reason = 'the parcel is lost';

beforeAll(stranded.begin, 60_000);
afterAll(() => sqs.destroy());

const asAdmin = async (path: string, request: { body?: object; key?: string; isPost?: boolean } = {}) => {
  const { token } = await context.shop.admin();
  const { body, key, isPost = body !== undefined } = request;
  return context.shop.rest(`/api/admin/${path}`, {
    token,
    method: isPost ? 'POST' : 'GET',
    ...(body && { body }),
    ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
  });
};
const act = (path: string, key: string, body?: object) => asAdmin(path, { key, isPost: true, ...(body && { body }) });
const entriesOf = async (action: string, subject: string) => {
  const entries = (await asAdmin('audit-log?limit=100')).body.entries as { action: string; subject: string }[];
  return entries.filter((entry) => entry.action === action && entry.subject === subject);
};

test('an order that is given up fails once: its stock is back, its buyer is mailed, and the log names the admin', async () => {
  const { system, shop } = context;
  const { buyer, productId, orderId, messageId } = await stranded.anOrder();
  const [path, key] = [`orders/${orderId}/fail`, randomUUID()];

  const answers = await Promise.all([act(path, key, { reason }), act(path, key, { reason })]);
  const repeated = await act(path, key, { reason });

  for (const { status, body } of [...answers, repeated]) {
    expect([status, body.order]).toMatchObject([200, { orderId, status: 'Failed', reason }]);
  }
  expect((await act(path, key, { reason: 'another' })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  await eventually(async () => expect(await shop.stockOf(productId)).toBe(5), 15_000);
  await eventually(async () => expect(await mailsOf(system.layout, orderId)).toHaveLength(1), 30_000);
  expect(await shop.orderOf(buyer, orderId)).toMatchObject({ status: 'Failed', reason });
  const actor = (await shop.admin()).userId;
  expect(await entriesOf('order.fail', orderId)).toMatchObject([
    { actor, before: { reason }, after: { outcome: 'the order is Failed' }, requestId: expect.any(String) },
  ]);

  const discarded = await act(`dlq/${messageId}/discard`, randomUUID(), { reason });
  expect(discarded.body).toMatchObject({ orderId, orderStatus: 'Failed' });
}, 120_000);

test('a processed order cannot be given up, and an unknown one is not there', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 5 });
  const { body } = await shop.place(buyer, [{ productId, quantity: 1 }]);
  const { orderId } = await shop.untilFinal(buyer, body.order.orderId as string);

  const final = await act(`orders/${orderId}/fail`, randomUUID(), { reason });
  const unknown = await act(`orders/${randomUUID()}/fail`, randomUUID(), { reason });

  expect([final.status, final.body]).toMatchObject([409, { code: 'ORDER_IS_FINAL', details: { status: 'Processed' } }]);
  expect([unknown.status, unknown.body.code]).toEqual([404, 'ORDER_NOT_FOUND']);
  expect(await shop.stockOf(productId)).toBe(4);
});

test('a dead letter is redriven once under its key, and its order is settled', async () => {
  const { shop } = context;
  const { buyer, orderId, messageId } = await stranded.anOrder();
  const [path, key] = [`dlq/${messageId}/redrive`, randomUUID()];

  const answers = await Promise.all([act(path, key), act(path, key)]);

  expect(answers.map(({ status, body }) => [status, body.redriven as number])).toEqual([
    [200, 1],
    [200, 1],
  ]);
  expect((await act(path, key)).body).toMatchObject({ redriven: 1 });
  expect((await shop.untilFinal(buyer, orderId)).status).toBe('Processed');
  expect((await act(path, randomUUID())).body.code).toBe('DEAD_LETTER_NOT_FOUND');
  expect(await entriesOf('dead-letter.redrive', messageId)).toMatchObject([
    { actor: (await shop.admin()).userId, after: { outcome: 'redriven 1' } },
  ]);
}, 120_000);

test('all dead letters are redriven together; a discarded one fails its order, and is answered again under its key', async () => {
  const { shop } = context;
  const first = await stranded.anOrder();
  const key = randomUUID();
  expect((await act('dlq/redrive', key)).body).toMatchObject({ redriven: 1 });
  expect((await shop.untilFinal(first.buyer, first.orderId)).status).toBe('Processed');
  const second = await stranded.anOrder();

  expect((await act('dlq/redrive', key)).body).toMatchObject({ redriven: 1 });
  const [path, again] = [`dlq/${second.messageId}/discard`, randomUUID()];
  const answers = [await act(path, again, { reason }), await act(path, again, { reason })];

  for (const { status, body } of answers) {
    expect([status, body]).toMatchObject([200, { orderId: second.orderId, orderStatus: 'Failed' }]);
  }
  expect(await shop.orderOf(second.buyer, second.orderId)).toMatchObject({ status: 'Failed', reason });
  expect((await asAdmin('dlq')).body.deadLetters).toEqual([]);
  await eventually(async () => expect(await shop.stockOf(second.productId)).toBe(5), 15_000);
}, 150_000);
