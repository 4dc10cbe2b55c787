import { status, type handleUnaryCall, type Metadata, type ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { DomainError, unavailable } from './errors';
import { toStatus } from './grpc-errors';
import type { Log } from './log';
import { rpcServerDuration } from './metrics';
import { isMongoAway } from './mongo-errors';
import { continueTrace, withRequestContext, type RequestContext } from './request-context';
import { SpanKind, withSpan, type SpanFacts } from './span';

type Deadline = Date | number;

/**
 * Makes handlers out of functions from request to response: one place for context, errors, durations.
 * An expected error goes to the caller; an unknown one is logged, and the caller hears INTERNAL.
 */
export const createUnary =
  (log: Log) =>
  <Request, Response>(handle: (request: Request) => Promise<Response>): handleUnaryCall<Request, Response> =>
  (call, callback) => {
    const finish = rpcServerDuration.startTimer({ rpc_method: call.getPath() });
    const context = contextOf(call.metadata, call.getDeadline());
    withRequestContext(context, () => withSpan(...spanOf(call), () => handleAndExplain(log, call, handle))).then(
      (response) => {
        finish({ rpc_grpc_status_code: status.OK });
        callback(null, response);
      },
      (error: unknown) => {
        const answer = toStatus(error);
        finish({ rpc_grpc_status_code: answer.code ?? status.INTERNAL });
        callback(answer);
      },
    );
  };

/** The context that a caller's metadata and deadline carry. */
export function contextOf(metadata: Metadata, deadline: Deadline): RequestContext {
  const [requestId] = metadata.get('x-request-id');
  return {
    requestId: requestId === undefined ? randomUUID() : String(requestId),
    traceparent: continueTrace(traceparentIn(metadata)),
    deadlineAt: Number(deadline),
  };
}

function traceparentIn(metadata: Metadata): string | undefined {
  const [traceparent] = metadata.get('traceparent');
  return traceparent === undefined ? undefined : String(traceparent);
}

function spanOf<Request, Response>(call: ServerUnaryCall<Request, Response>): [string, SpanFacts] {
  const method = call.getPath().slice(1);
  const attributes = { 'rpc.system.name': 'grpc', 'rpc.method': method };
  return [method, { kind: SpanKind.SERVER, attributes, parent: { traceparent: traceparentIn(call.metadata) } }];
}

/** An error in the words of the domain, where it is an expected one. */
export const explain = (error: unknown): unknown =>
  isMongoAway(error) ? unavailable('the database does not answer', error) : error;

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
  if (Number(call.getDeadline()) <= Date.now()) throw unavailable('the deadline passed before the call was read');
  return handle(call.request);
}
