import {
  Metadata,
  status,
  type CallOptions,
  type Client,
  type ClientReadableStream,
  type ServiceError,
} from '@grpc/grpc-js';
import { CallsService } from '@orders/proto';
import type { CallAnswerOutput } from '@orders/proto/calls/v1/CallAnswer';
import type { CallErrorOutput } from '@orders/proto/calls/v1/CallError';
import type { CallTogetherResponseOutput } from '@orders/proto/calls/v1/CallTogetherResponse';
import { z } from 'zod';
import { createGroupCommit } from './group-commit';
import { isUnknownMethod, mayHaveArrived } from './grpc-errors';

/** A call of a unary method, as it is sent with others. */
export interface GroupedCall {
  method: string;
  request: Buffer;
  /** In milliseconds since the epoch. */
  deadline: number;
  requestId: string;
  traceparent: string;
  actor: string;
}

/** A group that was sent; `attempts` says how often it may have arrived. */
interface SentGroup {
  stream: ClientReadableStream<CallTogetherResponseOutput>;
  attempts: () => number;
}

/** Why a call of a group has no response. */
export class GroupedCallError extends Error {
  readonly status: ServiceError;
  readonly mayHaveArrived: boolean;
  readonly mayBeRepeated: boolean;

  constructor(status: ServiceError, { mayHaveArrived = true, mayBeRepeated = false } = {}) {
    super(status.message);
    this.status = status;
    this.mayHaveArrived = mayHaveArrived;
    this.mayBeRepeated = mayBeRepeated;
  }
}

const nextGroupAfterMs = 10;

/**
 * Sends calls that wait at the same time in one request. The next group goes once this one has had its first answer, or
 * soon: a slow call holds no other. Each call is answered by itself, at its own deadline at the latest.
 */
export function createCallGroups(send: (calls: GroupedCall[], deadline: number) => SentGroup) {
  return createGroupCommit<GroupedCall, Buffer>({
    name: 'call together',
    // Each call has a span of its own on both sides.
    isTraced: false,
    commit: (calls) => callTogether(send, calls),
    maxBatch: 64,
    maxWaiting: 10_000,
    concurrency: 2,
  });
}

type Send = Parameters<typeof createCallGroups>[0];

/** Resolves when the next group may go; the responses come later, each as a promise at its place. */
async function callTogether(send: Send, calls: GroupedCall[]): Promise<Promise<Buffer>[]> {
  const answers = calls.map(() => Promise.withResolvers<Buffer>());
  const open = new Set(answers.keys());
  const { promise: isUnderWay, resolve: goOn } = Promise.withResolvers<undefined>();
  const { stream, attempts } = send(calls, Math.max(...calls.map(({ deadline }) => deadline)));

  const fail = (places: Iterable<number>, error: GroupedCallError) => {
    for (const place of places) if (open.delete(place)) answers[place]?.reject(error);
    goOn(undefined);
  };
  const settle = ({ index, response, error }: CallAnswerOutput) => {
    if (!open.delete(index)) return;
    if (!error) answers[index]?.resolve(response ?? noBytes);
    else answers[index]?.reject(refusalOf(error, attempts()));
  };
  const timer = setTimeout(goOn, nextGroupAfterMs, undefined);
  const stopWatching = watchDeadlines(calls, (places) => {
    const late = places.filter((place) => open.has(place));
    // Where others wait longer the request may still be sent, with these calls in it.
    const mayHaveArrived = attempts() > 0 || late.length < open.size;
    fail(late, new GroupedCallError(tooLate, { mayHaveArrived }));
  });

  stream.on('data', (message: CallTogetherResponseOutput) => {
    message.answers.forEach(settle);
    goOn(undefined);
  });
  stream.on('error', (error: ServiceError) =>
    fail([...open], failureOf(error, { attempts: attempts(), isCutOff: open.size < calls.length })),
  );
  stream.on('close', () => {
    clearTimeout(timer);
    stopWatching();
    if (open.size > 0) fail([...open], new GroupedCallError(incomplete, { mayBeRepeated: true }));
  });
  await isUnderWay;
  return answers.map(({ promise }) => promise);
}

const noBytes = Buffer.alloc(0);

function refusalOf(error: CallErrorOutput, attempts: number): GroupedCallError {
  const status = toServiceError(error);
  return new GroupedCallError(status, { mayHaveArrived: mayHaveArrived(status, attempts) });
}

/** What became of the calls that a failed group left open: without any answer the channel has repeated it by itself. */
function failureOf(error: ServiceError, { attempts, isCutOff }: { attempts: number; isCutOff: boolean }) {
  return new GroupedCallError(error, {
    mayHaveArrived: mayHaveArrived(error, attempts),
    mayBeRepeated: isUnknownMethod(error) || isCutOff,
  });
}

/** Calls back with the places of the calls whose deadline has passed. */
function watchDeadlines(calls: GroupedCall[], onPassed: (places: number[]) => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watch = () => {
    const now = Date.now();
    onPassed([...calls.keys()].filter((place) => (calls[place]?.deadline ?? 0) <= now));
    const next = Math.min(...calls.map(({ deadline }) => deadline).filter((deadline) => deadline > now));
    if (Number.isFinite(next)) timer = setTimeout(watch, next - now);
  };
  timer = setTimeout(watch, Math.max(0, Math.min(...calls.map(({ deadline }) => deadline)) - Date.now()));
  return () => clearTimeout(timer);
}

const serviceError = (code: status, details: string, metadata = new Metadata()): ServiceError =>
  Object.assign(new Error(details), { code, details, metadata });

const wireStatus = z.enum(status).catch(status.UNKNOWN);

const tooLate = serviceError(status.DEADLINE_EXCEEDED, 'there was no answer before the deadline');
const incomplete = serviceError(status.UNAVAILABLE, 'the server ended a group without all of its answers');

function toServiceError({ code, message, trailers }: CallErrorOutput): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers))
    metadata.set(key, key.endsWith('-bin') ? Buffer.from(value) : Buffer.from(value).toString('utf8'));
  return serviceError(wireStatus.parse(code), message, metadata);
}

const { path, requestSerialize, responseDeserialize } = CallsService.service.CallTogether;

/** Sends a group through a client of any service. */
export const sendCalls = (
  client: Client,
  calls: GroupedCall[],
  options: CallOptions,
): ClientReadableStream<CallTogetherResponseOutput> => {
  const now = Date.now();
  const request = {
    calls: calls.map(({ deadline, ...call }) => ({ ...call, timeoutMs: Math.max(1, deadline - now) })),
  };
  return client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, new Metadata(), options);
};
