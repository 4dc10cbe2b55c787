// Calls the REST API as a client would.
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../system/command.mts';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export interface Call {
  method?: 'GET' | 'POST';
  path: string;
  token?: string;
  body?: object;
}

export type Rest = (call: Call) => Promise<Answer>;

export const createRest =
  (baseUrl: string): Rest =>
  async (call) => {
    const answer = await patiently(() => send(baseUrl, call));
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

/** The body of an answer that must have one of these statuses. */
export function expectStatus({ status, body }: Answer, ...wanted: number[]): Record<string, unknown> {
  if (wanted.includes(status)) return body;
  throw new Failure(`The gateway answered ${status}: ${JSON.stringify(body)}`);
}

async function send(baseUrl: string, { method = 'GET', path, token, body }: Call): Promise<Response> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  const init: RequestInit = { method, headers, signal: AbortSignal.timeout(10_000) };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    return await fetch(`${baseUrl}${path}`, init);
  } catch (error) {
    throw new Failure(
      `The gateway at ${baseUrl} does not answer (${(error as Error).message}): is it up? make up starts it.`,
    );
  }
}

/** A 503 with Retry-After says that nothing was done, so the request is sent again; one without may have taken effect. */
async function patiently(ask: () => Promise<Response>, attempts = 10): Promise<Response> {
  const answer = await ask();
  const retryAfter = answer.headers.get('retry-after');
  if (answer.status !== 503 || retryAfter === null || attempts === 1) return answer;
  await sleep(Math.min(Number(retryAfter), 2) * 1_000);
  return patiently(ask, attempts - 1);
}
