import { randomUUID } from 'node:crypto';
import type { NewDelivery } from '@orders/processor/webhooks/delivery';
import type { DeliveryStore } from '@orders/processor/webhooks/delivery-store';
import type { Receiver } from '@orders/processor/webhooks/webhook';
import type { WebhookStore } from '@orders/processor/webhooks/webhook-store';

export type WebhookStores = { webhooks: WebhookStore; deliveries: DeliveryStore };

const longMs = 60_000;
const url = 'https://receiver.example/';
const otherUrl = 'https://receiver.example/other';
const all = { except: [], limit: 10 };

/** What every store of webhooks and deliveries does: the one in MongoDB and the simulator's. */
export function specifyDeliveryStore(createStores: () => WebhookStores): void {
  let webhooks: WebhookStore;
  let deliveries: DeliveryStore;
  beforeEach(() => {
    ({ webhooks, deliveries } = createStores());
  });

  const aWebhook = async (changes: Partial<Receiver> = {}): Promise<string> => {
    const [webhookId, at] = [randomUUID(), new Date()];
    const receiver: Receiver = {
      ...{ webhookId, url, events: ['order.processed'], enabled: true },
      ...{ createdAt: at, updatedAt: at, secrets: [{ keyId: 'key', sealed: 'secret' }] },
      ...changes,
    };
    await webhooks.insert(receiver);
    return webhookId;
  };
  const newDelivery = (webhookId: string): NewDelivery => ({
    ...{ deliveryId: `msg_${randomUUID()}`, webhookId, orderId: randomUUID(), kind: 'outcome' },
    ...{ requestId: '$request', traceparent: 'trace' },
  });
  const aDelivery = async (webhookId: string): Promise<string> => {
    const delivery = newDelivery(webhookId);
    await deliveries.record([delivery]);
    return delivery.deliveryId;
  };
  const claim = (deliveryId: string, holder: string, leaseMs = longMs) =>
    deliveries.claim({ deliveryId, event: 'order.processed', claim: holder, leaseMs });
  const dueIds = async (): Promise<string[]> =>
    (await deliveries.findDue(all)).flatMap(({ due }) => due.map(({ deliveryId }) => deliveryId));

  test('a recorded delivery is due, with its receiver and the ids of its request', async () => {
    const webhookId = await aWebhook();
    const delivery = newDelivery(webhookId);

    await deliveries.record([delivery]);

    expect(await deliveries.findDue(all)).toMatchObject([
      { receiver: { webhookId, enabled: true }, due: [{ ...delivery, failures: 0, ageMs: expect.any(Number) }] },
    ]);
  });

  test('a delivery that is recorded again changes nothing, pending or delivered', async () => {
    const webhookId = await aWebhook();
    const delivery = newDelivery(webhookId);
    await deliveries.record([delivery]);
    await claim(delivery.deliveryId, 'holder');
    await deliveries.record([delivery]);
    expect(await dueIds()).toEqual([]);

    await deliveries.finish({ ...delivery, claim: 'holder', status: 'delivered', isFailure: false });
    await deliveries.record([delivery]);

    expect(await dueIds()).toEqual([]);
  });

  test('only one claim holds a delivery, until its lease ends', async () => {
    const deliveryId = await aDelivery(await aWebhook());

    expect(await claim(deliveryId, 'crashed', 0)).toBe(true);
    expect(await dueIds()).toEqual([deliveryId]);
    expect(await claim(deliveryId, 'next')).toBe(true);
    expect(await claim(deliveryId, 'late')).toBe(false);
    expect(await claim('msg_unknown', 'holder')).toBe(false);
  });

  test('an attempt ends under its claim only, and counts where it failed', async () => {
    const deliveryId = await aDelivery(await aWebhook());
    await claim(deliveryId, 'holder');

    await deliveries.finish({ deliveryId, claim: 'another', status: 'delivered', isFailure: false });
    await deliveries.finish({ deliveryId, claim: 'holder', status: 'pending', delayMs: 0, isFailure: true });
    await deliveries.finish({ deliveryId, claim: 'holder', status: 'delivered', isFailure: false });

    expect(await deliveries.findDue(all)).toMatchObject([
      { due: [{ deliveryId, event: 'order.processed', failures: 1 }] },
    ]);
  });

  test('a delivery that is tried again later, or postponed, is not due', async () => {
    const webhookId = await aWebhook();
    const [retried, postponed] = [await aDelivery(webhookId), await aDelivery(webhookId)];
    await claim(retried, 'holder');

    await deliveries.finish({
      deliveryId: retried,
      claim: 'holder',
      status: 'pending',
      delayMs: longMs,
      isFailure: true,
    });
    await deliveries.postpone([{ deliveryId: postponed, delayMs: longMs }]);

    expect(await dueIds()).toEqual([]);
    expect(await claim(postponed, 'holder')).toBe(false);
  });

  test('a delivery that was ever claimed is not dropped', async () => {
    const webhookId = await aWebhook();
    const [claimed, unclaimed] = [await aDelivery(webhookId), await aDelivery(webhookId)];
    await claim(claimed, 'holder', 0);

    await deliveries.drop([claimed, unclaimed]);

    expect(await dueIds()).toEqual([claimed]);
  });

  test('only enabled webhooks that are not left out have due deliveries', async () => {
    const [enabled, disabled, busy] = [await aWebhook(), await aWebhook({ enabled: false }), await aWebhook()];
    const [due] = [await aDelivery(enabled), await aDelivery(disabled), await aDelivery(busy)];

    const found = await deliveries.findDue({ except: [busy], limit: 10 });

    expect(found).toMatchObject([{ receiver: { webhookId: enabled }, due: [{ deliveryId: due }] }]);
  });

  test('a delivery that ended is sent again with all its attempts, one that is being sent is not', async () => {
    const webhookId = await aWebhook();
    const [ended, held, unknown] = [await aDelivery(webhookId), await aDelivery(webhookId), await aDelivery(webhookId)];
    await claim(ended, 'holder');
    await deliveries.finish({ deliveryId: ended, claim: 'holder', status: 'failed', isFailure: true });
    await claim(held, 'holder');
    await deliveries.postpone([{ deliveryId: unknown, delayMs: longMs }]);

    expect(await deliveries.resend(webhookId, ended)).toMatchObject({ status: 'pending', event: 'order.processed' });
    expect(await deliveries.resend(webhookId, held)).toMatchObject({ status: 'pending' });
    expect(await deliveries.resend(webhookId, unknown)).toBeUndefined();
    expect(await deliveries.resend(randomUUID(), ended)).toBeUndefined();
    expect(await deliveries.findDue(all)).toMatchObject([{ due: [{ deliveryId: ended, failures: 0 }] }]);
  });

  test('a webhook is disabled once, and only where it has failed for so long', async () => {
    const webhookId = await aWebhook();
    const disabling = { webhookId, url, noticeId: randomUUID(), reason: 'gone' };
    await aDelivery(webhookId);

    expect(await webhooks.disable({ ...disabling, failingForMs: 0 })).toBe(false);
    await webhooks.markFailing({ webhookId, url });
    expect(await webhooks.disable({ ...disabling, failingForMs: longMs })).toBe(false);
    expect(await webhooks.disable(disabling)).toBe(true);
    expect(await webhooks.disable(disabling)).toBe(false);
    expect(await dueIds()).toEqual([]);

    expect(await webhooks.update(webhookId, { enabled: true }, new Date())).not.toHaveProperty('failingSince');
    expect(await dueIds()).toHaveLength(1);
  });

  test('what an attempt found out about a URL says nothing about the one that took its place', async () => {
    const webhookId = await aWebhook();
    await webhooks.update(webhookId, { url: otherUrl }, new Date());

    await webhooks.markFailing({ webhookId, url });
    expect(await webhooks.find(webhookId)).not.toHaveProperty('failingSince');
    expect(await webhooks.disable({ webhookId, url, noticeId: randomUUID(), reason: 'gone' })).toBe(false);
    await webhooks.markFailing({ webhookId, url: otherUrl });
    await webhooks.markWorking({ webhookId, url });

    expect(await webhooks.find(webhookId)).toMatchObject({ enabled: true, failingSince: expect.any(Date) });
    await webhooks.markWorking({ webhookId, url: otherUrl });
    expect(await webhooks.find(webhookId)).not.toHaveProperty('failingSince');
  });

  test('a webhook with another URL counts as never failed, and one with the same URL goes on failing', async () => {
    const webhookId = await aWebhook();
    await webhooks.markFailing({ webhookId, url });

    for (const change of [{ url }, { events: ['order.failed' as const] }])
      expect(await webhooks.update(webhookId, change, new Date())).toMatchObject({
        ...change,
        failingSince: expect.any(Date),
      });
    const changed = await webhooks.update(webhookId, { url: otherUrl }, new Date());

    expect(changed).toMatchObject({ url: otherUrl, enabled: true, events: ['order.failed'] });
    expect(changed).not.toHaveProperty('failingSince');
  });
}
