import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { createSqsClient } from '@orders/shared/sqs';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../support/eventually';
import { expectStockAddsUp } from '../support/expect-stock-adds-up';
import { mailsOf } from '../support/mails';
import { root } from '../support/service-process';
import { readAuditLog } from '../support/stored';
import { createStrandedOrders } from '../support/stranded-orders';
import { variablesOf, replicaNamed } from '../support/system-layout';
import { requiredVariable } from '../support/test-database';
import { useSystem } from '../support/use-system';

const context = useSystem();
const sqs = createSqsClient({ region: 'us-east-1', endpoint: requiredVariable('AWS_ENDPOINT_URL') });

const stranded = createStrandedOrders(context, sqs);

beforeAll(stranded.begin, 60_000);
afterAll(() => sqs.destroy());

/** Runs an operator's script against this system; returns what it printed. */
async function operate(script: string, ...args: string[]): Promise<string> {
  const file = path.join(root, 'scripts/operate', script);
  const { layout } = context.system;
  const env = { ...process.env, ...variablesOf(layout, replicaNamed(layout, 'processor')), OPERATOR: 'ada' };
  const { stdout } = await promisify(execFile)(path.join(root, 'scripts/with-node'), [file, ...args], {
    cwd: root,
    env,
  });
  return stdout;
}

test('discarding a dead letter fails its order, releases the stock and mails the buyer; a late copy changes nothing', async () => {
  const { system, shop } = context;
  const { buyer, productId, orderId, messageId } = await stranded.anOrder();

  const printed = await operate('dlq.mts', 'discard', messageId, '--reason', 'the parcel is lost', '--yes');

  expect(printed).toContain(`the order ${orderId} is Failed`);
  expect(await shop.orderOf(buyer, orderId)).toMatchObject({ status: 'Failed', reason: 'the parcel is lost' });
  await eventually(async () => expect(await shop.stockOf(productId)).toBe(5));
  await eventually(async () => expect(await mailsOf(system.layout, orderId)).toHaveLength(1), 15_000);

  const copy = JSON.stringify({ type: 'order.placed', version: 1, orderId });
  await sqs.send(new SendMessageCommand({ QueueUrl: system.layout.queueUrl, MessageBody: copy }));
  await eventually(async () => {
    const { body } = await shop.rest('/api/admin/queue', { token: (await shop.admin()).token });
    expect(body.queue).toMatchObject({ visible: 0, inFlight: 0, delayed: 1, deadLetters: 0, mailsOwed: 0 });
  }, 15_000);

  expect((await shop.orderOf(buyer, orderId)).status).toBe('Failed');
  expect(await shop.stockOf(productId)).toBe(5);
  expect(await mailsOf(system.layout, orderId)).toHaveLength(1);
  await expectStockAddsUp(shop);
}, 90_000);

test('redriving a dead letter settles its order, and orders show prints its history', async () => {
  const { system, shop } = context;
  const { buyer, orderId, messageId } = await stranded.anOrder();
  expect(await operate('dlq.mts', 'show', messageId)).toContain(orderId);

  expect(await operate('dlq.mts', 'redrive')).toContain('1 redriven');

  expect((await shop.untilFinal(buyer, orderId)).status).toBe('Processed');
  await eventually(async () => expect(await mailsOf(system.layout, orderId)).toHaveLength(1), 15_000);
  await eventually(async () => {
    const shown = await operate('orders.mts', 'show', orderId);
    expect(shown).toMatch(/status +Processed/);
    expect(shown).toMatch(/reservation +Committed/);
    expect(shown).toMatch(/mail +Sent/);
    expect(shown).toMatch(/outbox +empty/);
  }, 15_000);
}, 90_000);

test('the audit log names who did what, with which outcome', async () => {
  const { system } = context;
  const entries = await readAuditLog(system.layout.prefix);
  const [headings = '', ...rows] = (await operate('dlq.mts', 'acts')).trim().split('\n');
  const [newest, ...older] = JSON.parse(await operate('dlq.mts', 'acts', '--json', '--limit', '1')) as object[];

  expect(entries).toMatchObject([
    {
      action: 'dead-letter.discard',
      actor: 'operator:ada',
      before: { orderId: expect.any(String), reason: 'the parcel is lost' },
      after: { outcome: 'the order is Failed' },
      at: expect.any(Date),
    },
    { action: 'dead-letter.redrive', actor: 'operator:ada', after: { outcome: 'redriven 1' } },
  ]);
  expect(headings).toMatch(/^when +who +what +message +order +reason +outcome$/);
  expect(rows[0]).toMatch(/ada +redrive +any +- +- +redriven 1$/);
  expect(rows[1]).toMatch(/ada +discard +[-0-9a-f]{36} +[-0-9a-f]{36} +the parcel is lost +the order is Failed$/);
  expect([newest, older]).toMatchObject([{ act: 'redrive', operator: 'ada', at: expect.any(String) }, []]);
});
