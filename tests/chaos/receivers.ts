import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { webhookEvents } from '@orders/proto/webhook-events';
import type { Network } from '../support/network';
import type { Shop } from '../support/shop';
import type { StoredOrder } from '../support/stored';

/** How a receiver answers an event that it gets for the first time; repeated, it is accepted. */
type Behaviour = (seen: number) => 'accept' | 'refuse' | 'hang' | 'break off';

const behaviours: Record<string, Behaviour> = {
  steady: () => 'accept',
  unsteady: (seen) => (['refuse', 'hang', 'break off'] as const)[seen % 30] ?? 'accept',
};

/** Receivers of all events, which verify every signature and count; one of them refuses, hangs or breaks off now and then. */
export async function startReceivers(shop: Shop, network: Network) {
  const receivers = await Promise.all(
    Object.entries(behaviours).map(([name, behaviour]) => startReceiver({ shop, network }, name, behaviour)),
  );
  return {
    /** What they miss, or should not have got. */
    judge: (orders: StoredOrder[]): string[] => receivers.flatMap((receiver) => receiver.judge(orders)),
    count: (): number => receivers.reduce((sum, receiver) => sum + receiver.count(), 0),
    stop: () => Promise.all(receivers.map((receiver) => receiver.stop())),
  };
}

export type Receivers = Awaited<ReturnType<typeof startReceivers>>;

async function startReceiver({ shop, network }: { shop: Shop; network: Network }, name: string, behaviour: Behaviour) {
  /** The ids under which each event came. */
  const idsOf = new Map<string, Set<string>>();
  const problems: string[] = [];
  const state = { seen: 0, requests: 0, secret: '' };

  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const admin = await shop.admin();
  const url = `http://127.0.0.1:${await network.listen(`receiver-${name}`, { host: '127.0.0.1', port })}/`;
  const created = await shop.rest('/api/admin/webhooks', {
    token: admin.token,
    body: { url, events: webhookEvents },
  });
  if (created.status !== 201) throw new Error(`no webhook: ${String(created.status)} ${created.text}`);
  const { secret, webhook } = created.body as unknown as { secret: string; webhook: { id: string } };
  state.secret = secret;

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    state.requests += 1;
    const event = verified(body, request.headers as Record<string, string>);
    if (!event) {
      response.writeHead(400).end();
      return;
    }
    const isNew = !idsOf.has(event.key);
    if (isNew) state.seen += 1;
    idsOf.set(event.key, (idsOf.get(event.key) ?? new Set()).add(event.id));
    answer(response, isNew ? behaviour(state.seen) : 'accept');
  }

  function verified(body: string, headers: Record<string, string>): { key: string; id: string } | undefined {
    try {
      const event = new Webhook(state.secret).verify(body, headers) as Event;
      return { key: keyOf(event.data.order.orderId, event.type), id: headers['webhook-id'] ?? '' };
    } catch (error) {
      problems.push(`${name}: a request is not signed as it should be: ${String(error)}`);
      return undefined;
    }
  }

  return {
    judge: (orders: StoredOrder[]): string[] => {
      const expected = new Set(orders.flatMap(eventsOf));
      const unknown = [...idsOf.keys()].filter((key) => !expected.has(key));
      const missing = [...expected].filter((key) => !idsOf.has(key));
      const unstable = [...idsOf].filter(([, ids]) => ids.size > 1);
      return [
        ...problems,
        ...missing.map((key) => `${name}: ${key} never arrived`),
        ...unknown.map((key) => `${name}: ${key} arrived, and that never happened`),
        ...unstable.map(([key, ids]) => `${name}: ${key} came under the ids ${[...ids].join(', ')}`),
      ];
    },
    count: () => state.requests,
    stop: async () => {
      const asked = { method: 'DELETE', token: admin.token, timeoutMs: 6_000 };
      // Where the system is gone already, so is the webhook.
      const deleted = await shop.rest(`/api/admin/webhooks/${webhook.id}`, asked).catch(() => undefined);
      if (deleted && deleted.status !== 204) throw new Error(`webhook not deleted: ${deleted.text}`);
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Event {
  type: string;
  data: { order: { orderId: string } };
}

const keyOf = (orderId: string, type: string) => `${type} of ${orderId}`;

const eventsOf = ({ _id, status }: StoredOrder) =>
  ['order.placed', `order.${status.toLowerCase()}`].map((type) => keyOf(_id, type));

function answer(response: ServerResponse, how: ReturnType<Behaviour>): void {
  if (how === 'accept') response.writeHead(204).end();
  if (how === 'refuse') response.writeHead(500).end('not now');
  if (how === 'break off') response.destroy();
}
