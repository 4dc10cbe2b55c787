// What webhooks cost: a delivery beside a mail, and what a receiver that never answers does to everybody else.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Variables } from '../local/system/env-file.mts';
import type { Chain } from './chains.mts';
import { post, signInAgain } from './shots.mts';
import { costOfOrders, measureLag, ownCosts } from './whole-costs.mts';
import type { World } from './world.mts';

export interface WebhookCosts {
  /** Round by round, processor milliseconds of the five services and mongod. */
  mailMs: number[];
  deliveryMs: number[];
  /** Median milliseconds from the 201 to `Processed` at 20 orders a second, beside no receiver and beside a dead one. */
  lagAlone: number;
  lagBesideDead: number;
  /** Deliveries that the dead receiver had not taken meanwhile. */
  pending: number;
}

const rounds = 2;
const deadDeliveries = 1_000;
const insecure = { WEBHOOK_ALLOW_INSECURE: 'true' };

export async function measureWebhookCosts(world: World, chain: Chain): Promise<WebhookCosts> {
  const { databases } = world;
  const mailMs: number[] = [];
  const deliveryMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // One mail a second: what is left are the orders themselves.
    const settled = await cost(world, chain, { processor: { MAIL_RATE_PER_SECOND: '1' } });
    const mailed = await cost(world, chain, { isMailed: true });
    const answered = await withReceiver({ world, chain, receive: answerAtOnce }, (webhookId) =>
      cost(world, chain, {
        isMailed: true,
        untilDone: async (orders) => databases.untilDelivered(chain.prefix, webhookId, orders),
      }),
    );
    mailMs.push(mailed - settled);
    deliveryMs.push(answered - mailed);
  }

  const lag = async () => (await measureLag(world, chain, { perSecond: 20 })).p50;
  await cost(world, chain, { isMailed: true });
  const lagAlone = await lag();
  return withReceiver({ world, chain, receive: neverAnswer }, async (webhookId) => {
    for (let placed = 0; placed < deadDeliveries; placed += 600) await cost(world, chain, { isMailed: true });
    const lagBesideDead = await lag();
    const pending = await databases.countPendingDeliveries(chain.prefix, webhookId);
    return { mailMs, deliveryMs, lagAlone, lagBesideDead, pending };
  });
}

interface Asked {
  processor?: Variables;
  isMailed?: boolean;
  untilDone?: (orders: number) => Promise<void>;
}

const cost = async (world: World, chain: Chain, { processor = {}, ...asked }: Asked): Promise<number> => {
  const env = { MAIL_RATE_PER_SECOND: '10000', ...insecure, ...processor };
  return ownCosts((await costOfOrders(world, chain, { processor: env, ...asked })).allInMs);
};

const answerAtOnce: RequestListener = (request, response) => {
  request.resume();
  response.writeHead(204).end();
};
const neverAnswer: RequestListener = (request) => void request.resume();

/** Works while a webhook of this receiver names the end of each order; the processor must be one that takes http. */
async function withReceiver<T>(
  { world: { databases, audienceOf }, chain, receive }: { world: World; chain: Chain; receive: RequestListener },
  work: (webhookId: string) => Promise<T>,
): Promise<T> {
  const server = createServer(receive).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const admin = audienceOf(chain.name).reader;
  await databases.makeAdmin(chain.prefix, admin.email);
  await signInAgain(chain.port, [admin]);
  const { port } = server.address() as AddressInfo;
  const path = '/api/admin/webhooks';
  const body = { url: `http://127.0.0.1:${port}/`, events: ['order.processed'] };
  try {
    const { webhook } = (await post(chain.port, path, { body, token: admin.token })) as { webhook: { id: string } };
    const result = await work(webhook.id);
    await databases.forgetWebhook(chain.prefix, webhook.id);
    // For as long the processor uses a list of webhooks that it has read.
    await sleep(1_000);
    return result;
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
