import { setTimeout as wait } from 'node:timers/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Part } from '@orders/shared/run';
import { importAnswerMs, requestArrivalMs } from '@orders/shared/time-limits';
import { answerBrokenRequest } from './answer';

export interface HttpServerOptions {
  host: string;
  port: number;
  /** How long a connection without a request stays open. */
  keepAliveSeconds: number;
  listener: RequestListener;
}

const checkEveryMs = 200;
const stopMs = 6_000;

/** The HTTP server; `stop` finishes the requests in progress and closes connections as they become idle. */
export function createHttpServer({
  host,
  port,
  keepAliveSeconds,
  listener,
}: HttpServerOptions): Part & { address: () => string } {
  const server = createServer(
    {
      headersTimeout: requestArrivalMs,
      // The bodies of other requests have their time limit in the application.
      requestTimeout: importAnswerMs,
      connectionsCheckingInterval: checkEveryMs,
      // A request without Host reaches the application, which refuses it in the envelope of all failures.
      requireHostHeader: false,
      keepAliveTimeout: keepAliveSeconds * 1_000,
    },
    listener,
  );
  server.on('clientError', answerBrokenRequest);
  // Node's own answer would be a 417 without a body; an expectation that is not known may be ignored (RFC 9110).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  const endConnections = createConnectionEnding(server);

  return {
    name: 'HTTP server',
    start: () =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, host, resolve);
      }),
    stop: async () => {
      const stopping = new AbortController();
      server.close(() => stopping.abort());
      endConnections();
      for (const until = Date.now() + stopMs; !stopping.signal.aborted && Date.now() < until;) {
        server.closeIdleConnections();
        await wait(50);
      }
      server.closeAllConnections();
    },
    address: () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('the server is not listening');
      return `http://${host}:${address.port}`;
    },
  };
}

/** Makes every further answer the last of its connection: no request is sent on one that is about to close. */
function createConnectionEnding(server: Server): () => void {
  const unanswered = new Set<ServerResponse>();
  let ending = false;
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (ending) end(response);
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
  });
  return () => {
    ending = true;
    for (const response of unanswered) end(response);
  };
}

function end(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
