import { randomUUID } from 'node:crypto';
import { createWebhookCalls } from '@orders/gateway/clients/webhook-calls';
import { accountMailCollection } from '@orders/processor/account-mails/account-mail-document';
import { webhookCollection } from '@orders/processor/webhooks/webhook-document';
import { ProcessorService } from '@orders/proto';
import { auditLogCollection } from '@orders/shared/audit-log';
import { validateStored } from '@orders/shared/collection';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { eventually } from '../../support/eventually';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver';
import { placedMessage, startProcessorSystem, type ProcessorSystem } from './processor-system';

const operator = 'an admin';
const [hourMs, longMs] = [3_600_000, 30_000];

let system: ProcessorSystem;
let client: ReturnType<typeof createGrpcClient<typeof ProcessorService.service>>;
let webhooks: ReturnType<typeof createWebhookCalls>;
let receiver: WebhookReceiver;

beforeAll(async () => {
  system = await startProcessorSystem({ WEBHOOK_ALLOW_INSECURE: 'true', PUBLIC_URL: 'https://shop.example/' });
  client = createGrpcClient(ProcessorService, system.grpcAddress);
  webhooks = createWebhookCalls(client);
  receiver = await startWebhookReceiver();
}, 60_000);
beforeEach(() => system.neighbours.accounts.admins.clear());
afterEach(async () => {
  for (const document of await stored().find().toArray()) await validateStored(webhookCollection, document);
  for (const mail of await mails().find().toArray()) await validateStored(accountMailCollection, mail);
  for (const { id } of await webhooks.list()) await webhooks.remove({ webhookId: id, operator });
});
afterAll(async () => {
  client.stop();
  await receiver.stop();
  await system.stop();
});

const stored = () => system.mongo.collection(webhookCollection);
const mails = () => system.mongo.collection(accountMailCollection);
const noticesOf = async (webhookId: string) => (await stored().findOne({ _id: webhookId }))?.notices;

function anAdmin() {
  const email = `${randomUUID()}@example.com`;
  return { email, userId: system.neighbours.anAdmin(email) };
}

async function aWebhook(status: number): Promise<string> {
  receiver.respond((_, response) => void response.writeHead(status).end());
  return (await webhooks.create({ operator, url: receiver.url, events: ['order.processed'] })).webhook.id;
}

const settle = (count = 1) =>
  system.send(Array.from({ length: count }, () => placedMessage(system.neighbours.place())));
const untilDisabled = (webhookId: string) =>
  eventually(async () => expect(await webhooks.get(webhookId)).toMatchObject({ enabled: false }), longMs);
const untilRecorded = (webhookId: string) =>
  eventually(async () => expect(await noticesOf(webhookId)).toEqual([]), longMs);
const untilMailed = (email: string, count = 1) =>
  eventually(async () => expect(await system.mailsTo(email)).toHaveLength(count), longMs);
const untilNoneIsPending = () =>
  eventually(async () => expect(await mails().countDocuments({ state: 'owed' })).toBe(0), longMs);

test('each admin gets one mail about a receiver that is gone, however many deliveries found that out', async () => {
  const [ada, bob] = [anAdmin(), anAdmin()];
  const webhookId = await aWebhook(410);

  await settle(10);

  await untilDisabled(webhookId);
  await untilRecorded(webhookId);
  await untilMailed(ada.email);
  await untilMailed(bob.email);
  await untilNoneIsPending();
  const [mail, ...others] = await system.mailsTo(ada.email);
  expect(others).toEqual([]);
  expect(mail!.Subject).toBe(`A webhook was disabled: ${new URL(receiver.url).host}`);
  expect(mail!.Body.text_part).toContain('the receiver answered 410 Gone');
  expect(mail!.Body.text_part).toContain(`https://shop.example/#/admin/webhooks/${webhookId}`);
  expect(mail!.Body.text_part).not.toContain(receiver.url);
}, 60_000);

test('a receiver without a success for 24 hours is disabled with a mail, one that failed for less is not', async () => {
  const ada = anAdmin();
  const webhookId = await aWebhook(500);
  const failSince = (hours: number) =>
    stored().updateOne({ _id: webhookId }, { $set: { failingSince: new Date(Date.now() - hours * hourMs) } });

  await failSince(23.5);
  await settle();
  await eventually(() => expect(receiver.events.length).toBeGreaterThan(0), longMs);
  const attempts = receiver.events.length;
  await eventually(async () => {
    const { deliveries } = await webhooks.listDeliveries({ webhookId, limit: 10, cursor: '' });
    expect(deliveries).toMatchObject([{ lastStatus: 500 }]);
  }, longMs);
  expect(await webhooks.get(webhookId)).toMatchObject({ enabled: true });
  expect(await noticesOf(webhookId)).toBeUndefined();

  await failSince(24.5);
  await eventually(() => expect(receiver.events.length).toBeGreaterThan(attempts), longMs);
  await untilDisabled(webhookId);
  await untilMailed(ada.email);
  const [mail] = await system.mailsTo(ada.email);
  expect(mail!.Body.text_part).toContain('no attempt has succeeded for 24 hours');
}, 90_000);

test('a webhook that is enabled and fails again is a second mail', async () => {
  const ada = anAdmin();
  const webhookId = await aWebhook(410);
  await settle();
  await untilMailed(ada.email);

  await webhooks.update({ webhookId, operator, enabled: true });
  await settle();

  await untilDisabled(webhookId);
  await untilMailed(ada.email, 2);
}, 90_000);

test('while auth is unavailable the notice waits, and a kill neither loses the mail nor repeats it', async () => {
  const ada = anAdmin();
  const webhookId = await aWebhook(410);
  system.neighbours.goAway();
  // With its neighbours away nothing is settled, so the receiver gets a test.
  await webhooks.test({ webhookId, operator });
  await untilDisabled(webhookId);
  const notices = await noticesOf(webhookId);
  expect(notices).toHaveLength(1);
  await system.kill();
  await system.neighbours.comeBack();
  await system.startAgain();

  await untilMailed(ada.email);
  await untilRecorded(webhookId);
  // As after a crash between recording the mails and removing the notice.
  await stored().updateOne({ _id: webhookId }, { $set: { notices: notices! } });
  await untilRecorded(webhookId);
  await untilNoneIsPending();
  expect(await system.mailsTo(ada.email)).toHaveLength(1);
}, 120_000);

test('the log and the audit log show the host of a webhook, and not its URL, which may hold a secret', async () => {
  const url = `${receiver.url}?key=not-for-logs`;
  receiver.respond((_, response) => void response.writeHead(410).end());
  const { webhook } = await webhooks.create({ operator, url, events: ['order.processed'] });
  await webhooks.update({ operator, webhookId: webhook.id, url: `${url}-2` });
  await webhooks.test({ webhookId: webhook.id, operator });
  await untilDisabled(webhook.id);
  await webhooks.remove({ webhookId: webhook.id, operator });

  const { output } = await system.terminate();
  await system.startAgain();
  await eventually(() => webhooks.list(), longMs);

  const audited = await system.mongo
    .collection(auditLogCollection)
    .find({ subject: webhook.id })
    .sort({ at: 1 })
    .toArray();
  const acts = ['create', 'update', 'test', 'disable', 'delete'];
  expect(audited.map(({ action }) => action)).toEqual(acts.map((act) => `webhook.${act}`));
  for (const records of [output, JSON.stringify(audited)]) {
    expect(records).toContain(new URL(url).host);
    expect(records).not.toContain('not-for-logs');
  }
}, 60_000);

test('whoever is no admin any more when the mail is sent gets none', async () => {
  const [ada, bob] = [anAdmin(), anAdmin()];
  const webhookId = await aWebhook(200);
  await stored().updateOne({ _id: webhookId }, { $set: { enabled: false } });
  system.neighbours.accounts.admins.delete(bob.userId);
  const [noticeId, at] = [randomUUID(), new Date()];
  const about = { webhookId, host: 'crm.example', reason: 'r', at };
  const mail = {
    state: 'owed',
    kind: 'webhook-disabled',
    webhook: about,
    attempts: 0,
    leaseUntil: at,
    owedAt: at,
  } as const;
  await mails().insertMany([ada, bob].map(({ userId }) => ({ ...mail, _id: `${noticeId}:${userId}`, userId })));

  await untilMailed(ada.email);
  await untilNoneIsPending();

  expect(await system.mailsTo(bob.email)).toEqual([]);
  expect(await mails().findOne({ userId: bob.userId })).toMatchObject({
    state: 'dropped',
    reason: 'the user is no admin any more',
  });
});
