import { DomainError } from '@orders/shared/errors';
import type { Log } from '@orders/shared/log';
import { requestContext, traceIdOf } from '@orders/shared/request-context';
import type { Writes } from '@orders/shared/writes';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  headersTooLarge,
  httpStatusOf,
  malformedRequest,
  outcomeUnknown,
  payloadTooLarge,
  requestTimeout,
  unsupportedMediaType,
  validationFailed,
  type ErrorCode,
} from './failures';
import { problemMediaType, toProblem, type FailureBody } from './problem';

const jsonMediaType = 'application/json; charset=utf-8';

/** Writes a JSON answer that no cache may keep, unless the handler has said otherwise. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = Buffer.from(JSON.stringify(body));
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  response.statusCode = status;
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', jsonMediaType);
  response.setHeader('Content-Length', text.length);
  response.end(text);
}

/** Answers every failure in the same envelope; the details of an unexpected error go to the log only. */
export const createErrorAnswer =
  (log: Log): ErrorRequestHandler =>
  // eslint-disable-next-line max-params -- Express recognizes an error handler by its four parameters
  (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      // A complete answer stays as it is; half an answer must not look complete.
      if (response.writableEnded) return;
      log.warn({ error }, 'answer broken off');
      response.destroy();
      return;
    }
    const reason = explainOutcome(error, response);
    const failure = failureOf(reason);
    const status = httpStatusOf[failure.code];
    if (status === 500) log.error({ error: reason }, 'request failed');
    if (status === 503 && !isOverloaded(reason))
      log.warn({ reason: failure.message, cause: causeOf(reason) }, 'request could not be served');
    for (const [name, value] of Object.entries(headersOf(failure))) response.setHeader(name, value);
    sendFailure(response, status, { body: failureBody(failure), asProblem: asksForProblem(request) });
  };

// Whoever names the type can read it; `*/*` asks for nothing in particular.
const asksForProblem = (request: Request) =>
  request.accepts().some((mediaType) => mediaType.toLowerCase() === problemMediaType);

function sendFailure(
  response: ServerResponse,
  status: number,
  { body, asProblem }: { body: FailureBody; asProblem: boolean },
): void {
  response.setHeader('Content-Type', asProblem ? problemMediaType : jsonMediaType);
  sendJson(response, status, asProblem ? toProblem(body, status) : body);
}

/** What is watched of the request: nothing before its handler runs, or where it may be repeated safely. */
export const writesOf = ({ locals }: Response) => locals['writes'] as Writes | undefined;

/** UNAVAILABLE promises that nothing was done, which is wrong once a write was sent. */
const explainOutcome = (reason: unknown, response: Response): unknown =>
  reason instanceof DomainError && reason.code === 'UNAVAILABLE' && writesOf(response)?.wereSent === true
    ? outcomeUnknown(reason)
    : reason;

/** Answers what could not be parsed as a request, in the envelope of all failures, and closes the connection. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const failure = failureOf(explainParserError(error.code));
  const requestId = randomUUID();
  const body = JSON.stringify({ ...failureBody(failure), requestId });
  const status = httpStatusOf[failure.code];
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `Content-Type: ${jsonMediaType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function explainParserError(code: string | undefined): DomainError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return requestTimeout();
  if (code === 'HPE_HEADER_OVERFLOW') return headersTooLarge();
  return malformedRequest('the request must be valid HTTP');
}

interface Failure {
  code: ErrorCode;
  message: string;
  details?: unknown;
}

function failureOf(reason: unknown): Failure {
  const error = explainHttpError(reason);
  return isKnown(error) ? error : { code: 'INTERNAL', message: 'internal error' };
}

const isKnown = (error: unknown): error is DomainError & { code: ErrorCode } =>
  error instanceof DomainError && Object.hasOwn(httpStatusOf, error.code);

/** The failure that an error of Express or its body parser stands for; any other error stays as it is. */
export function explainHttpError(error: unknown): unknown {
  if (error instanceof DomainError || !isHttpError(error)) return error;
  if (error.type === 'request.aborted') return requestTimeout();
  if (error.status === 413) return payloadTooLarge();
  if (error.status === 415) return unsupportedMediaType();
  if (error.type !== undefined) return validationFailed([{ path: '', message: 'the body must be a JSON object' }]);
  return error.status === 400 ? validationFailed([{ path: '', message: undecodable(error) }]) : error;
}

// The router throws a URIError; what else has no type comes from decompressing the body.
const undecodable = (error: Error) =>
  error instanceof URIError
    ? 'the path must be percent-encoded UTF-8'
    : 'the body cannot be decompressed as its Content-Encoding says';

interface HttpError {
  status: number;
  type?: string;
}

const isHttpError = (error: unknown): error is Error & HttpError =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;

// Under overload a log line for each request would cost more than its answer; a metric counts them.
const isOverloaded = (reason: unknown) => reason instanceof DomainError && reason.kind === 'OVERLOADED';

// The text of the connection error, which distinguishes a stopped replica from a slow one.
const causeOf = (reason: unknown) =>
  reason instanceof Error && reason.cause instanceof Error ? reason.cause.message : undefined;

const retryAfterSeconds = '1';

function headersOf({ code, details }: Failure): Record<string, string> {
  const headers: Partial<Record<ErrorCode, () => Record<string, string>>> = {
    UNAUTHENTICATED: () => ({ 'WWW-Authenticate': 'Bearer' }),
    UNAVAILABLE: () => ({ 'Retry-After': retryAfterSeconds }),
    RATE_LIMITED: () => ({ 'Retry-After': String((details as { retryAfterSeconds: number }).retryAfterSeconds) }),
    METHOD_NOT_ALLOWED: () => ({ Allow: (details as { allow: string[] }).allow.join(', ') }),
    // The rest of the body is not worth reading, so the connection closes after the answer.
    PAYLOAD_TOO_LARGE: () => ({ Connection: 'close' }),
    REQUEST_TIMEOUT: () => ({ Connection: 'close' }),
  };
  return headers[code]?.() ?? {};
}

// A client that sent hundreds of problems learns enough from the first ones.
const maxDetails = 20;

function failureBody({ code, message, details }: Failure): FailureBody {
  const context = requestContext();
  return {
    success: false,
    message,
    code,
    ...(details !== undefined && { details: Array.isArray(details) ? details.slice(0, maxDetails) : details }),
    ...(context && { requestId: context.requestId, traceId: traceIdOf(context.traceparent) }),
  };
}
