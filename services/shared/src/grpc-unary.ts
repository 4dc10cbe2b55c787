import { status, type handleUnaryCall, type Metadata, type ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { DomainError, unavailable } from './errors';
import { toStatus } from './grpc-errors';
import type { Log } from './log';
import { observeRpc } from './metrics';
import { isMongoUnavailable } from './mongo';
import { continueTrace, currentTraceparent, withRequestContext, type RequestContext } from './request-context';
import { SpanKind, withSpan, type SpanFacts } from './span';
import { watchWrites } from './writes';

type Deadline = Date | number;

/**
 * Makes handlers from functions from request to response: the one place for context, errors and durations.
 * An expected error goes to the caller; an unexpected one is logged, and the caller gets INTERNAL.
 */
export const createUnary =
  (log: Log) =>
  <Request, Response>(handle: (request: Request) => Promise<Response>): handleUnaryCall<Request, Response> =>
  (call, callback) => {
    const context = contextOf(call.metadata, call.getDeadline());
    const writes = { wereSent: false };
    const work = () => measured(call.getPath(), () => handleAndExplain(log, call, handle));
    withRequestContext(context, () => watchWrites(writes, () => withSpan(...serverSpanOf(call), work))).then(
      (response) => callback(null, response),
      (error: unknown) => callback(toStatus(error, { nothingDone: !writes.wereSent && isFirstAttempt(call.metadata) })),
    );
  };

// What an attempt before it did, whose answer was lost, is not known here. grpc-js counts only those that may have arrived.
const isFirstAttempt = (metadata: Metadata) => metadata.get('grpc-previous-rpc-attempts').length === 0;

/** The context that a caller's metadata and deadline carry. */
export function contextOf(metadata: Metadata, deadline: Deadline): RequestContext {
  return {
    requestId: textIn(metadata, 'x-request-id') ?? randomUUID(),
    traceparent: continueTrace(textIn(metadata, 'traceparent')),
    actor: textIn(metadata, 'x-actor'),
    deadline: Number(deadline),
  };
}

function textIn(metadata: Metadata, key: string): string | undefined {
  const [value] = metadata.get(key);
  return value === undefined ? undefined : String(value);
}

/** Name and facts of the span that serves a call. */
export function serverSpanOf(call: { getPath: () => string; metadata: Metadata }): [string, SpanFacts] {
  const method = call.getPath().slice(1);
  const attributes = { 'rpc.system.name': 'grpc', 'rpc.method': method };
  return [method, { kind: SpanKind.SERVER, attributes, parent: { traceparent: textIn(call.metadata, 'traceparent') } }];
}

/** Measures within the call's span, so that the bucket can name it. */
async function measured<Response>(rpc_method: string, work: () => Promise<Response>): Promise<Response> {
  const startedAt = performance.now();
  const observe = (code: status) =>
    observeRpc(
      { rpc_method, rpc_grpc_status_code: code },
      (performance.now() - startedAt) / 1_000,
      currentTraceparent(),
    );
  try {
    const response = await work();
    observe(status.OK);
    return response;
  } catch (error) {
    observe(toStatus(error).code ?? status.INTERNAL);
    throw error;
  }
}

/** An error in the words of the domain, where it is an expected one. */
export const explain = (error: unknown): unknown =>
  isMongoUnavailable(error) ? unavailable('the database is unavailable', error) : error;

async function handleAndExplain<Request, Response>(
  log: Log,
  call: ServerUnaryCall<Request, Response>,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  try {
    return await handleInTime(call, handle);
  } catch (reason) {
    const error = explain(reason);
    if (!(error instanceof DomainError)) log.error({ error, rpc: call.getPath() }, 'call failed');
    throw error;
  }
}

async function handleInTime<Request, Response>(
  call: ServerUnaryCall<Request, Response>,
  handle: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (Number(call.getDeadline()) <= Date.now()) throw unavailable('the deadline passed before the call was handled');
  return handle(call.request);
}
