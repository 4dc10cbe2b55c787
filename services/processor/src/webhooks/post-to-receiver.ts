import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { createLookupPublic, resolveByDns, type Resolve } from './public-addresses';
import { problemOfUrl } from './receiver-url';

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What a receiver answered, or why it did not. */
export type Answer = { status: number; response: string } | { error: string };

export interface PostNeeds {
  /** Allows http and private addresses. */
  allowInsecure: boolean;
  timeoutMs: number;
  resolve?: Resolve;
}

const maxReadBytes = 64 * 1_024;
const maxKeptBytes = 1_024;

/**
 * Sends one request to a receiver, over a connection of its own. It follows no redirects, connects to public addresses
 * only, and reads a bounded part of the answer.
 */
export const createPostToReceiver =
  ({ allowInsecure, timeoutMs, resolve = resolveByDns }: PostNeeds) =>
  async ({ url, headers, body }: Post, stop?: AbortSignal): Promise<Answer> => {
    const problem = problemOfUrl(url, allowInsecure);
    if (problem !== undefined) return { error: `the URL ${problem}` };
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
    try {
      const answer = await send(
        { url, headers, body },
        { signal, ...(!allowInsecure && { lookup: createLookupPublic(resolve) }) },
      );
      return { status: answer.statusCode ?? 0, response: await beginningOf(answer) };
    } catch (error) {
      if (timeout.aborted) return { error: `no answer within ${String(timeoutMs / 1_000)} s` };
      return { error: messageOf(error) };
    }
  };

interface Sending {
  signal: AbortSignal;
  /** Absent where any address may be connected to. */
  lookup?: LookupFunction;
}

function send({ url, headers, body }: Post, { signal, lookup }: Sending): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const sent = request(new URL(url), {
    method: 'POST',
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body).toString() },
    // A connection that another delivery used may have been closed by the receiver meanwhile.
    agent: false,
    signal,
    ...(lookup && { lookup }),
  });
  // A second error must find a listener too. An answer that switches protocols ends the request with neither.
  sent
    .once('response', resolve)
    .on('error', reject)
    .once('close', () => reject(noAnswer()));
  sent.end(body);
  return promise;
}

const noAnswer = () => new Error('the connection was closed without an answer');

/** Reads what it may, so that the receiver can finish its answer; the status counts, however the body ends. */
async function beginningOf(answer: IncomingMessage): Promise<string> {
  const kept: Buffer[] = [];
  let [keptBytes, readBytes] = [0, 0];
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      if (keptBytes < maxKeptBytes) kept.push(chunk.subarray(0, maxKeptBytes - keptBytes));
      keptBytes = Math.min(maxKeptBytes, keptBytes + chunk.length);
      readBytes += chunk.length;
      if (readBytes >= maxReadBytes) break;
    }
  } catch {
    // The answer broke off, or took too long.
  }
  answer.destroy();
  return Buffer.concat(kept).toString('utf8').replaceAll('\0', '');
}

const messageOf = (error: unknown): string => {
  // Of several addresses that were tried, the first error says enough.
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const message = first instanceof Error ? first.message : String(first);
  return message.slice(0, maxKeptBytes);
};
