import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

export interface ReceivedEvent {
  id: string;
  at: number;
  type: string;
  timestamp: string;
  order: { orderId: string; status: string } & Record<string, unknown>;
  signature: string;
  /** Which of the known secrets verified it. */
  verifiedBy: string[];
}

type Respond = (event: ReceivedEvent, response: ServerResponse) => void;

const accept: Respond = (_, response) => void response.writeHead(204).end();

/** A receiver as the guide has it: verifies each request and records it; how it answers can be changed. */
export async function startWebhookReceiver() {
  const events: ReceivedEvent[] = [];
  const secrets: string[] = [];
  const state = { respond: accept };
  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request).catch(() => undefined);
    if (body === undefined) return;
    const { type, timestamp, data } = JSON.parse(body) as {
      type: string;
      timestamp: string;
      data: { order: ReceivedEvent['order'] };
    };
    const headers = request.headers as Record<string, string>;
    const event: ReceivedEvent = {
      id: headers['webhook-id']!,
      at: Date.now(),
      type,
      timestamp,
      order: data.order,
      signature: headers['webhook-signature']!,
      verifiedBy: secrets.filter((secret) => isSignedWith(secret, body, headers)),
    };
    events.push(event);
    state.respond(event, response);
  }

  return {
    url: `http://127.0.0.1:${String(port)}/events`,
    /** All requests that arrived, in their order. */
    events,
    trust: (secret: string): void => void secrets.push(secret),
    /** How it answers from now on. */
    respond: (respond: Respond): void => {
      state.respond = respond;
    },
    accept: (): void => {
      state.respond = accept;
    },
    of: (orderId: string, type?: string): ReceivedEvent[] =>
      events.filter((event) => event.order.orderId === orderId && (type === undefined || event.type === type)),
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type WebhookReceiver = Awaited<ReturnType<typeof startWebhookReceiver>>;

function isSignedWith(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}
