import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import type { HttpResponse, RequestOptions } from '../support/request';
import type { ServiceName } from '../support/service-process';
import type { Item } from '../support/shop';
import { startWebhookReceiver } from '../support/webhook-receiver';
import type { Asking, Placed } from './asking';
import { isAllNew, type Mix } from './mixes';

interface Trial {
  mix: Mix;
  asking: Asking;
  order: (items: Item[], body?: object) => Promise<Placed>;
  place: (items: Item[], key: string, body?: object) => Promise<HttpResponse>;
  productId: string;
  oldest: Placed;
}

const price = 499;
const arrivesWithinMs = 60_000;

/** What only the new version knows: refused as UNAVAILABLE where a service on the way is old, and used where all are new. */
export async function tryNewFeatures(trial: Trial): Promise<void> {
  if (trial.mix.gateway === 'old') return;
  await tryNewRoutes(trial);
  await tryWrongTotal(trial);
  if (!isAllNew(trial.mix)) return;
  await tryPrices(trial);
  await tryWebhooks(trial);
}

const ndjson = { 'Content-Type': 'application/x-ndjson' };
const imported = '{"productId":"imported","name":"Imported"}\n';

const newRoutes: [ServiceName, string, RequestOptions & { as?: 'admin' }][] = [
  ['auth', '/api/account', {}],
  ['auth', '/api/account', { method: 'PATCH', body: { name: 'Renamed' } }],
  ['inventory', '/api/products/import', { as: 'admin', body: imported, headers: ndjson }],
  ['order', '/api/admin/orders/export?status=Failed', { as: 'admin' }],
  ['processor', '/api/admin/webhooks', { as: 'admin' }],
];

async function tryNewRoutes({ mix, asking: { ask, askOnce, expect } }: Trial): Promise<void> {
  for (const [service, path, options] of newRoutes) {
    if (mix[service] === 'new') expect(path, (await ask(path, options)).status, 200);
    else {
      const answer = await askOnce(path, options);
      expect(`${path} of an old ${service}`, [answer?.status, answer?.body?.code], [503, 'UNAVAILABLE']);
    }
  }
}

/** Whoever expects to pay must never get an order for nothing. */
async function tryWrongTotal({ mix, asking: { askOnce, expect }, productId }: Trial): Promise<void> {
  const areAllNew = mix.order === 'new' && mix.inventory === 'new';
  const body = { items: [{ productId, quantity: 2 }], total: { amount: 1, currency: 'EUR' } };
  const answer = await askOnce('/api/order', { body, headers: { 'Idempotency-Key': randomUUID() } });
  const wanted = areAllNew ? [409, 'PRICE_CHANGED'] : [503, 'UNAVAILABLE'];
  // Neither answer places an order.
  if (answer?.status !== 503) expect('an order with another total', [answer?.status, answer?.body?.code], wanted);
}

async function tryPrices({ asking: { ask, expect }, order, productId, oldest }: Trial): Promise<void> {
  const { body: before } = await ask(`/api/order/${oldest.orderId}`);
  const [{ unitPrice }] = before.order.items as [{ unitPrice: number }];
  expect('the price of an order of before', [unitPrice, before.order.total.amount], [0, 0]);
  await ask(`/api/products/${productId}`, { method: 'PATCH', as: 'admin', body: { price } });
  const total = { amount: 2 * price, currency: 'EUR' };
  const { orderId } = await order([{ productId, quantity: 2 }], { total });
  const { body: after } = await ask(`/api/order/${orderId}`);
  expect('the total of an order', after.order.total, total);
}

async function tryWebhooks({ asking: { ask }, order, productId }: Trial): Promise<void> {
  const receiver = await startWebhookReceiver();
  const events = ['order.placed', 'order.processed'];
  try {
    const { body } = await ask('/api/admin/webhooks', { as: 'admin', body: { url: receiver.url, events } });
    const { orderId } = await order([{ productId, quantity: 1 }]);
    await eventually(() => {
      const missing = events.filter((event) => receiver.of(orderId, event).length === 0);
      if (missing.length > 0) throw new Error(`${missing.join(' and ')} of ${orderId} did not arrive`);
    }, arrivesWithinMs);
    await ask(`/api/admin/webhooks/${body.webhook.id as string}`, { method: 'DELETE', as: 'admin' });
  } finally {
    await receiver.stop();
  }
}
