import { execFile } from 'node:child_process';
import path from 'node:path';
import { audit } from '../../support/audit';
import { eventually } from '../../support/eventually';
import { expectStockAddsUp } from '../../support/expect-stock-adds-up';
import { startLoad } from '../../support/load';
import { root } from '../../support/service-process';
import { createShop, type Shop, type User } from '../../support/shop';
import { startSystem, type System } from '../../support/system';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver';
import { openDatabases, plants } from './plant';

let system: System;
let shop: Shop;
let buyer: User;
let receiver: WebhookReceiver;

beforeAll(async () => {
  // Long-lived reservations: no sweep shall take away what a test puts in.
  const env = { RESERVATION_TTL_SECONDS: '86400', AUDIT_INTERVAL_SECONDS: '1', WEBHOOK_ALLOW_INSECURE: 'true' };
  system = await startSystem({ replicas: { inventory: 2, order: 2, processor: 2 }, env });
  shop = createShop(system.layout);
  buyer = await shop.aUser();
  receiver = await startWebhookReceiver();
  await anOldWebhook();
}, 90_000);
afterAll(async () => {
  await system.stop();
  await receiver.stop();
}, 60_000);

/** A webhook that was there before every order, whatever the clocks say. */
async function anOldWebhook(): Promise<void> {
  const { token } = await shop.admin();
  const { status } = await shop.rest('/api/admin/webhooks', {
    token,
    body: { url: receiver.url, events: ['order.placed'] },
  });
  expect(status).toBe(201);
  const { processor, close } = await openDatabases(system.layout.prefix);
  await processor.collection('webhooks').updateMany({}, { $set: { updatedAt: new Date(0) } });
  await close();
}

/** What every processor's metrics say of the last audit inside. */
async function auditedFindings(): Promise<[string, string][][]> {
  const processors = system.layout.replicas.filter(({ service }) => service === 'processor');
  const texts = await Promise.all(
    processors.map(async ({ metricsPort }) => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()),
  );
  const form = /^orders_audit_findings\{rule="(.+)"\} (\d+)$/gm;
  return texts.map((text) => [...text.matchAll(form)].map(([, rule, count]) => [rule!, count!]));
}

/** `npm run audit`: its exit code and what it printed. */
const command = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | string | null | undefined; output: string; errors: string }>((resolve) => {
    const script = path.join(root, 'scripts/operate/audit.mts');
    const run = { cwd: root, env: { ...process.env, ...system.layout.env, ...env } };
    execFile('scripts/with-node', [script, ...args], run, (error, output, errors) => {
      resolve({ code: error ? error.code : 0, output, errors });
    });
  });

test('a healthy system has no finding while orders are placed and cancelled', async () => {
  const productId = await shop.aProduct({ stock: 100_000 });
  const load = startLoad({ shop, buyer, productId });
  const reports = [];
  for (let round = 0; round < 5; round += 1) {
    await load.more(20);
    const { body } = await shop.place(buyer, [{ productId, quantity: 3 }]);
    const [report] = await Promise.all([
      audit(system.layout),
      shop.rest(`/api/order/${body.order.orderId}/cancel`, { token: buyer.token, body: {} }),
    ]);
    reports.push(report);
  }
  const told = await command(['--json']);
  await load.stop();

  expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  expect(reports.at(-1)!.orders).toBeGreaterThan(20);
  expect(told).toMatchObject({ code: 0, errors: '' });
  expect(JSON.parse(told.output)).toMatchObject({ findings: [] });
}, 120_000);

// In this system a reservation may live for a day.
const isHeldByItsLife = (rule: string) => rule === 'held-too-old';

test('each planted disagreement is found, and nothing else', async () => {
  const productIds = new Set<string>();
  const databases = await openDatabases(system.layout.prefix);
  const rules = Object.keys(plants) as (keyof typeof plants)[];
  const owned = await Promise.all(
    rules.map(async (rule) => {
      const productId = await shop.aProduct({ stock: 10 });
      productIds.add(productId);
      const { body } = await shop.place(buyer, [{ productId, quantity: 2 }]);
      return { rule, own: { productId, orderId: body.order.orderId as string } };
    }),
  );
  await expectStockAddsUp({ ...shop, productIds });
  expect((await audit(system.layout)).findings).toEqual([]);

  const planted = await Promise.all(
    owned.map(async ({ rule, own }): Promise<[string, string]> => [rule, await plants[rule](databases, own)]),
  );
  const [{ findings }, told] = await Promise.all([
    audit(system.layout),
    command([], { RESERVATION_TTL_SECONDS: '60' }),
  ]);
  await eventually(async () => {
    const counts = rules.map((rule) => [rule, isHeldByItsLife(rule) ? '0' : '1']);
    for (const found of await auditedFindings()) expect(found.sort()).toEqual(counts.toSorted());
  }, 60_000);
  await databases.close();

  const named = findings.map(({ rule, orderId, productId }) => [rule, orderId ?? productId]);
  expect(named.sort()).toEqual(planted.toSorted());
  expect(told.code).toBe(1);
  expect(told.output).toContain(`${String(planted.length)} findings`);
  for (const [rule, id] of planted) expect(told.output).toMatch(new RegExp(`^${rule} +${id} `, 'm'));
}, 120_000);

test('what cannot be read, and what it does not understand, has an exit code of its own', async () => {
  const away = await command([], { ORDER_GRPC_ADDRESSES: '127.0.0.1:1' });
  const wrong = await command(['--orders-per-second', 'many']);
  const unknown = await command(['everything']);

  expect(away).toMatchObject({ code: 2, output: '' });
  expect(wrong).toMatchObject({ code: 2, errors: expect.stringContaining('--orders-per-second is a number') });
  expect(unknown).toMatchObject({ code: 2, errors: expect.stringContaining('usage: npm run audit') });
}, 60_000);
