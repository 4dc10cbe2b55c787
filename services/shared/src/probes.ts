import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readinessCheckMs } from './time-limits';
import { metricsText, registry } from './metrics';

export interface ReadinessCheck {
  /** What is looked at, as an operator calls it. */
  name: string;
  /** Whether the service cannot work without it. */
  required: boolean;
  /** Resolves when it answers. */
  check: () => Promise<unknown>;
}

export interface ProbeOptions {
  host: string;
  port: number;
  checks: ReadinessCheck[];
}

/** Serves /healthz, /readyz and /metrics on a port of their own. */
export function createProbes({ host, port, checks }: ProbeOptions) {
  let closedBecause: 'starting' | 'draining' | undefined;
  const routes: Record<string, (response: ServerResponse, request: IncomingMessage) => Promise<void> | void> = {
    '/healthz': (response) => answerJson(response, 200, { status: 'alive' }),
    '/readyz': async (response) => {
      const readiness = closedBecause ? { ready: false, reason: closedBecause } : await readinessOf(checks);
      answerJson(response, readiness.ready ? 200 : 503, readiness);
    },
    '/metrics': async (response, request) => {
      const { contentType, text } = await metricsText(registry, request.headers.accept);
      response.writeHead(200, { 'Content-Type': contentType, Vary: 'Accept' }).end(text);
    },
  };

  const server = createServer((request, response) => {
    const route = routes[pathOf(request)];
    if (!route) {
      answerJson(response, 404, { message: 'not found' });
      return;
    }
    Promise.resolve(route(response, request)).catch(() => answerJson(response, 500, { message: 'internal error' }));
  });

  return {
    start: () =>
      new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, host, resolve);
      }),
    /** Answers not ready from here on, so that no new work is sent. */
    drain: () => {
      closedBecause = 'draining';
    },
    /** Answers not ready while the parts of the process are being started, whatever the checks say. */
    beginStart: () => {
      closedBecause ??= 'starting';
    },
    endStart: () => {
      if (closedBecause === 'starting') closedBecause = undefined;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Probes = ReturnType<typeof createProbes>;

/** Looks at everything at once; `missing` stops the service, `degraded` does not. */
export async function readinessOf(checks: ReadinessCheck[]) {
  const failures = await Promise.all(checks.map(async (check) => ((await answers(check)) ? [] : [check])));
  const failed = failures.flat();
  const missing = failed.filter((check) => check.required).map((check) => check.name);
  const degraded = failed.filter((check) => !check.required).map((check) => check.name);
  return { ready: missing.length === 0, missing, degraded };
}

async function answers({ check }: ReadinessCheck): Promise<boolean> {
  const timeout = new Promise<boolean>((resolve) => setTimeout(resolve, readinessCheckMs, false).unref());
  return Promise.race([
    // A check may also throw before it has a promise to give.
    Promise.resolve()
      .then(check)
      .then(
        () => true,
        () => false,
      ),
    timeout,
  ]);
}

const pathOf = (request: IncomingMessage) => (request.url ?? '').split('?', 1)[0] ?? '';

function answerJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
