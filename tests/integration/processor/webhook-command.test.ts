import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { createWebhookCalls } from '@orders/gateway/clients/webhook-calls';
import { ProcessorService } from '@orders/proto';
import { auditLogCollection } from '@orders/shared/audit-log';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { eventually } from '../../support/eventually';
import { root } from '../../support/service-process';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver';
import { startProcessorSystem, type ProcessorSystem } from './processor-system';

const longMs = 30_000;
// Each command builds what is out of date first, which takes a while on a busy machine.
const commandsMs = 600_000;
let system: ProcessorSystem;
let client: ReturnType<typeof createGrpcClient<typeof ProcessorService.service>>;
let webhooks: ReturnType<typeof createWebhookCalls>;
let receiver: WebhookReceiver;
let webhookId: string;
let deliveryId: string;

beforeAll(async () => {
  system = await startProcessorSystem({ WEBHOOK_ALLOW_INSECURE: 'true' });
  client = createGrpcClient(ProcessorService, system.grpcAddress);
  webhooks = createWebhookCalls(client);
  receiver = await startWebhookReceiver();
  const asked = { operator: 'an admin', url: receiver.url, events: ['order.failed' as const] };
  webhookId = (await webhooks.create(asked)).webhook.id;
  deliveryId = (await webhooks.test({ webhookId, operator: 'an admin' })).id;
  await untilDelivered(1);
}, 120_000);
afterAll(async () => {
  client.stop();
  await receiver.stop();
  await system.stop();
});

const untilDelivered = (attempts: number) =>
  eventually(async () => {
    const { deliveries } = await webhooks.listDeliveries({ webhookId, limit: 10, cursor: '' });
    expect(deliveries).toMatchObject([{ id: deliveryId, status: 'delivered', attempts }]);
  }, longMs);

/** Runs the operators' command against this processor; answers what it printed. */
async function operate(...args: string[]): Promise<string> {
  const file = path.join(root, 'scripts/operate/webhooks.mts');
  const env = { ...process.env, PROCESSOR_GRPC_ADDRESSES: system.grpcAddress, OPERATOR: 'ada' };
  return (await promisify(execFile)(path.join(root, 'scripts/with-node'), [file, ...args], { cwd: root, env })).stdout;
}

test(
  'operators see webhooks and what was sent to them',
  async () => {
    expect(await operate('list')).toMatch(new RegExp(`${webhookId} +enabled .* order.failed +${receiver.url}`));
    expect(await operate('deliveries')).toMatch(
      new RegExp(`${deliveryId} +${webhookId.slice(0, 8)} +webhook.test .* delivered +1 +204 +-`),
    );
    const found = await operate('deliveries', webhookId.slice(0, 12), '--status', 'delivered', '--json');
    expect(JSON.parse(found)).toMatchObject([
      {
        deliveryId,
        webhookId,
        event: 'webhook.test',
        status: 'delivered',
        attempts: 1,
        lastStatus: 204,
        lastError: null,
      },
    ]);
  },
  commandsMs,
);

test(
  'operators send a delivery again by its id alone, and the audit log says who',
  async () => {
    expect(await operate('resend', deliveryId)).toContain(`${deliveryId} of order`);

    await untilDelivered(2);
    expect(receiver.events.map(({ id }) => id)).toEqual([deliveryId, deliveryId]);
    const acts = await system.mongo.collection(auditLogCollection).find({ action: 'webhook.resend' }).toArray();
    expect(acts).toMatchObject([{ actor: 'operator:ada', subject: webhookId, after: { outcome: 'pending' } }]);
  },
  commandsMs,
);

test(
  'what is not there is named in one line',
  async () => {
    const failing = (...args: string[]) =>
      operate(...args).catch((error: unknown) => {
        const { code, stderr } = error as { code: number; stderr: string };
        return { code, stderr };
      });

    expect(await failing('resend', 'msg_0')).toEqual({ code: 1, stderr: 'there is no such delivery\n' });
    expect(await failing('deliveries', 'x')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no webhook x'),
    });
  },
  commandsMs,
);
