import { request as httpRequest, type Agent, type IncomingHttpHeaders } from 'node:http';

/** The contract: every request is answered within this time. */
export const answersWithinMs = 5_000;

export interface RequestOptions {
  method?: string;
  token?: string;
  headers?: Record<string, string | string[]>;
  /** Sent as JSON, unless it is text or bytes already. */
  body?: unknown;
  /** How long to wait for the answer. */
  timeoutMs?: number;
  /** Whose connections are used. */
  agent?: Agent;
}

export interface HttpResponse {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test reads what it expects
  body: any;
}

/** Sends one request with the path and headers exactly as given; without an agent it uses a new connection. */
export function sendRequest(url: string, path: string, options: RequestOptions = {}): Promise<HttpResponse> {
  const {
    method = options.body === undefined ? 'GET' : 'POST',
    token,
    headers,
    body,
    timeoutMs,
    agent = false,
  } = options;
  const sent = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        hostname: hostname.replace(/[[\]]/g, ''),
        port,
        path,
        method,
        agent,
        ...(timeoutMs !== undefined && { signal: AbortSignal.timeout(timeoutMs) }),
        headers: { ...headersFor(sent, token), ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const all = Buffer.concat(chunks).toString('utf8');
          const isJson = /^application\/(problem\+)?json/.test(response.headers['content-type'] ?? '') && all !== '';
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: all,
            body: isJson ? (JSON.parse(all) as unknown) : undefined,
          });
        });
      },
    );
    request.on('error', reject);
    request.end(sent);
  });
}

const headersFor = (sent: string | Buffer | undefined, token: string | undefined) => ({
  ...(sent !== undefined && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) }),
  ...(token !== undefined && { Authorization: `Bearer ${token}` }),
});

/** Status and error code of a failure. */
export const statusAndCode = ({ status, body }: HttpResponse): [number, string] => [status, body?.code as string];
