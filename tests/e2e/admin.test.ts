import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { ProcessorService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { createSqsClient, deadLetterQueueUrlOf } from '@orders/shared/sqs';
import { randomUUID } from 'node:crypto';
import type { HttpResponse } from '../support/request';
import { eventually } from '../support/eventually';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { mailsOf } from '../support/mails';
import { sharedSystem } from '../support/shared-system';
import { createShop, type Order } from '../support/shop';
import { replicaNamed } from '../support/system-layout';
import { requiredVariable } from '../support/test-database';

const shop = createShop(sharedSystem());
const { port: processorPort } = replicaNamed(shop.layout, 'processor');
const processor = createGrpcClient(ProcessorService, `127.0.0.1:${processorPort}`);
const sqs = createSqsClient({ region: 'us-east-1', endpoint: requiredVariable('AWS_ENDPOINT_URL') });
const callMs = 10_000;

afterAll(async () => {
  processor.stop();
  sqs.destroy();
  await expectStockAddsUp(shop);
});

const asAdmin = async (path: string): Promise<HttpResponse> => shop.rest(path, { token: (await shop.admin()).token });
const placedMessage = (orderId: string) => JSON.stringify({ type: 'order.placed', version: 1, orderId });
const sendTo = (QueueUrl: string, MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
const letters = async () =>
  (await asAdmin('/api/admin/dlq?limit=100')).body.deadLetters as { messageId: string; body: string }[];

/** A message that no processor can settle, once it lies in the dead-letter queue. */
async function aDeadLetter(body = placedMessage(randomUUID())) {
  await sendTo(shop.layout.queueUrl, body);
  let found: { messageId: string; body: string } | undefined;
  await eventually(async () => {
    found = (await letters()).find((letter) => letter.body === body);
    if (!found) throw new Error('not on the dead-letter queue yet');
  }, 20_000);
  return found!;
}

async function aPlacedOrder() {
  const buyer = await shop.aUser();
  const productId = await shop.aProduct({ stock: 5 });
  const { body } = await shop.place(buyer, [{ productId, quantity: 2 }]);
  return { buyer, productId, orderId: body.order.orderId as string };
}

test.each(['/api/admin/orders', `/api/admin/orders/${randomUUID()}`, '/api/admin/queue', '/api/admin/dlq'])(
  '%s is for admins only',
  async (path) => {
    const { token } = await shop.aUser();

    expect((await shop.rest(path)).status).toBe(401);
    expect((await shop.rest(path, { token })).status).toBe(403);
  },
);

test('all orders are listed newest first, by page, user and status', async () => {
  const { buyer, productId } = await aPlacedOrder();
  for (let count = 0; count < 2; count += 1) await shop.place(buyer, [{ productId, quantity: 1 }]);
  const path = `/api/admin/orders?userId=${buyer.userId}&limit=2`;

  const first = (await asAdmin(path)).body;
  const second = (await asAdmin(`${path}&cursor=${first.nextCursor}`)).body;

  const all = [...first.orders, ...second.orders] as Order[];
  expect([first.orders.length, second.orders.length, second.nextCursor]).toEqual([2, 1, null]);
  expect(new Set(all.map(({ orderId }) => orderId)).size).toBe(3);
  expect(all.map(({ createdAt }) => createdAt)).toEqual(
    all
      .map(({ createdAt }) => createdAt)
      .sort()
      .reverse(),
  );
  expect((await asAdmin(`${path}&status=Cancelled`)).body.orders).toEqual([]);
});

test('orders are found by address, by the beginning of their id, and by both with a status', async () => {
  const { buyer, orderId } = await aPlacedOrder();
  await shop.untilFinal(buyer, orderId);
  const found = async (query: Record<string, string>) => {
    const { status, body } = await asAdmin(`/api/admin/orders?${new URLSearchParams(query).toString()}`);
    return status === 200 ? (body.orders as Order[]).map((order) => order.orderId) : (body.code as string);
  };

  expect(await found({ email: buyer.email.toUpperCase() })).toEqual([orderId]);
  expect(await found({ email: `nobody-${randomUUID()}@example.org` })).toEqual([]);
  expect(await found({ id: orderId.slice(0, 8).toUpperCase() })).toEqual([orderId]);
  expect(await found({ id: orderId, email: buyer.email, status: 'Processed' })).toEqual([orderId]);
  expect(await found({ id: orderId.slice(0, 8), status: 'Pending' })).toEqual([]);
  expect(await found({ id: orderId.slice(0, 7) })).toBe('VALIDATION_FAILED');
});

test('the story of a processed order has its reservation, its mail and its trace', async () => {
  const [buyer, productId, traceId] = [await shop.aUser(), await shop.aProduct({ stock: 5 }), 'c0ffee12'.repeat(4)];
  const placed = await shop.rest('/api/order', {
    token: buyer.token,
    headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    body: { userId: buyer.userId, totalAmount: 2, items: [{ productId, quantity: 2 }] },
  });
  const { orderId } = placed.body.order as Order;
  await shop.untilFinal(buyer, orderId);
  await eventually(async () => expect(await mailsOf(shop.layout, orderId)).toHaveLength(1));

  await eventually(async () => {
    const { body } = await asAdmin(`/api/admin/orders/${orderId}`);
    expect(body).toMatchObject({
      order: { orderId, status: 'Processed', revision: 2 },
      outbox: [],
      messages: { republishes: 0, nextRepublishAt: null },
      reservation: { state: 'committed', epoch: 1, items: [{ productId, quantity: 2 }] },
      mail: { state: 'sent', attempts: 1, finishedAt: expect.any(String), traceId },
      missing: [],
    });
  });
  expect((await asAdmin(`/api/admin/orders/${randomUUID()}`)).status).toBe(404);
});

test('developers see the mail of an order', async () => {
  const { buyer, orderId } = await aPlacedOrder();
  await shop.untilFinal(buyer, orderId);

  await eventually(async () => {
    const { body } = await shop.rest(`/api/dev/mails?orderId=${orderId}`);
    expect(body.mails).toMatchObject([{ to: [buyer.email], subject: expect.stringContaining(orderId) }]);
  });
});

test('dead letters are paged, and reading them removes none', async () => {
  await aDeadLetter();
  await aDeadLetter('no message at all');

  const first = (await asAdmin('/api/admin/dlq?limit=1')).body;
  const second = (await asAdmin(`/api/admin/dlq?limit=1&cursor=${first.nextCursor}`)).body;
  const again = (await asAdmin('/api/admin/dlq?limit=1')).body;

  expect(first.deadLetters).toHaveLength(1);
  expect(second.deadLetters[0].messageId).not.toBe(first.deadLetters[0].messageId);
  expect(again.deadLetters).toEqual(first.deadLetters);
  const unreadable = (await letters()).find(({ body }) => body === 'no message at all');
  expect(unreadable).toMatchObject({ orderId: null, reason: expect.stringContaining('order.placed') });
  expect((await asAdmin('/api/admin/queue')).body.queue.deadLetters).toBeGreaterThanOrEqual(2);
});

test('a redriven dead letter goes through the queue again, without its old reason', async () => {
  const letter = await aDeadLetter();

  const { redriven } = await processor.unary('RedriveDeadLetters')(
    { operator: 'a test', operationId: '', limit: 1, perSecond: 10, messageId: letter.messageId },
    callMs,
  );

  expect(redriven).toBe(1);
  // Its order is still unknown, so it comes back as another message.
  await eventually(async () => {
    const back = (await letters()).filter(({ body }) => body === letter.body);
    expect(back).toMatchObject([{ reason: expect.stringContaining('does not exist') }]);
    expect(back[0]!.messageId).not.toBe(letter.messageId);
  }, 20_000);
});

test('a discarded dead letter is gone, and its processed order does not change', async () => {
  const { buyer, orderId, productId } = await aPlacedOrder();
  await shop.untilFinal(buyer, orderId);
  await sendTo(deadLetterQueueUrlOf(shop.layout.queueUrl), placedMessage(orderId));
  const letter = (await letters()).find(({ body }) => body === placedMessage(orderId))!;
  const discard = { operator: 'a test', operationId: '', messageId: letter.messageId, reason: 'failed by an operator' };

  const discarded = await processor.unary('DiscardDeadLetter')(discard, callMs);

  expect(discarded).toEqual({ orderId, orderStatus: 'Processed' });
  expect((await letters()).map(({ messageId }) => messageId)).not.toContain(letter.messageId);
  expect(await shop.stockOf(productId)).toBe(3);
  await expect(processor.unary('DiscardDeadLetter')(discard, callMs)).rejects.toMatchObject({
    code: 'DEAD_LETTER_NOT_FOUND',
  });
});
